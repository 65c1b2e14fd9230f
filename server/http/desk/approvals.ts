import { Router } from "express";
import type { DeskParts } from "./desk-routes.ts";
import { caseIsThere, caseOf, leading } from "./who.ts";
import { Approve, deskPaths, SendBack } from "./wire.ts";

/** A supervisor lets an answer go out, or sends it back with a word. */
export function approvalRoutes({ store, access, relay }: DeskParts): Router {
  const router = Router();
  const guard = access.guard(leading);
  const here = caseIsThere(store);
  router.post(`${deskPaths.cases}/:id/approve`, guard, here, async (request, response) => {
    await relay.approve(caseOf(request), Approve.parse(request.body).held);
    response.status(204).end();
  });
  router.post(`${deskPaths.cases}/:id/send-back`, guard, here, async (request, response) => {
    const { held, note } = SendBack.parse(request.body);
    await relay.sendBack(caseOf(request), held, note);
    response.status(204).end();
  });
  return router;
}
