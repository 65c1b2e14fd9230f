import { Router } from "express";
import { AppError } from "../../errors.ts";
import { staffOf } from "../console/access.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering, caseIsThere, caseOf } from "./who.ts";
import { deskPaths, PassOn, Snooze } from "./wire.ts";

const longestSnoozeMs = 7 * 86_400_000;

/** What is done with a case other than answering. */
export function caseMoveRoutes({ store, access, relay, live, now }: DeskParts): Router {
  const router = Router();
  const guard = access.guard(answering);
  const here = caseIsThere(store);
  const one = `${deskPaths.cases}/:id`;
  router.post(`${one}/snooze`, guard, here, async (request, response) => {
    const { until } = Snooze.parse(request.body);
    if (until <= now() || until > now() + longestSnoozeMs) throw new AppError("bad-request");
    await relay.snooze(caseOf(request), staffOf(response), until);
    response.status(204).end();
  });
  router.post(`${one}/pass`, guard, here, async (request, response) => {
    await relay.pass(caseOf(request), staffOf(response), PassOn.parse(request.body));
    await store.noteAct({ by: staffOf(response).id, act: "pass-on", object: ["case", caseOf(request)], at: now() });
    response.status(204).end();
  });
  router.post(`${one}/reopen`, guard, here, async (request, response) => {
    await relay.reopen(caseOf(request), staffOf(response));
    await store.noteAct({ by: staffOf(response).id, act: "reopen", object: ["case", caseOf(request)], at: now() });
    response.status(204).end();
  });
  router.post(`${one}/decline`, guard, here, async (request, response) => {
    await store.declineOffer(caseOf(request), staffOf(response).id, now());
    live.announce("queue");
    response.status(204).end();
  });
  return router;
}
