import { type RequestHandler, Router } from "express";
import { AppError } from "../../errors.ts";
import { staffOf } from "../console/access.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering, leading } from "./who.ts";
import { CannedReplies, deskPaths, NewCanned } from "./wire.ts";

/** Words made ready: written by those who lead, used by all. */
export function cannedRoutes({ store, access, now }: DeskParts): Router {
  const router = Router();
  const one = `${deskPaths.canned}/:id`;
  router.get(deskPaths.canned, access.guard(answering), async (_request, response) => {
    response.json(CannedReplies.parse({ replies: await store.listCanned() }));
  });
  router.post(deskPaths.canned, access.guard(leading), async (request, response) => {
    await store.saveCanned({ ...NewCanned.parse(request.body), by: staffOf(response).name }, now());
    response.status(204).end();
  });
  const isThere: RequestHandler = async ({ params }, _response, next) => {
    if (!(await store.listCanned()).some(({ id }) => id === params.id)) throw new AppError("not-found");
    next();
  };
  router.put(one, access.guard(leading), isThere, async (request, response) => {
    const reply = { ...NewCanned.parse(request.body), id: String(request.params.id), by: staffOf(response).name };
    if (!(await store.saveCanned(reply, now()))) throw new AppError("not-found");
    response.status(204).end();
  });
  router.delete(one, access.guard(leading), isThere, async (request, response) => {
    await store.removeCanned(String(request.params.id));
    response.status(204).end();
  });
  return router;
}
