import { Router } from "express";
import { AppError } from "../../errors.ts";
import { readableCopy } from "../../rights/readable-copy.ts";
import type { RightsParts } from "./rights-routes.ts";
import { sessionOf } from "./session-of.ts";
import { Kept, Registered, rightsPaths } from "./wire.ts";

/** A transcript leaves only when one asks for it and another allows it, each having proved who they are. */
export function copyRoutes({ store, access, now }: RightsParts): Router {
  const router = Router();
  const guard = access.guard(["supervisor", "administrator"], "proved");
  router.post(`${rightsPaths.requests}/:id/copies`, guard, async (request, response) => {
    const id = await store.askCopy(String(request.params.id), sessionOf(response).staff.id, now());
    if (id === undefined) throw new AppError("not-found");
    response.status(201).json(Registered.parse({ id }));
  });
  router.post(`${rightsPaths.copies}/:id/approve`, guard, async (request, response) => {
    if (!(await store.approveCopy(String(request.params.id), sessionOf(response).staff.id, now()))) throw new AppError("not-found");
    response.status(204).end();
  });
  router.post(`${rightsPaths.copies}/:id/take`, guard, async (request, response) => {
    const conversation = await store.takeCopy(String(request.params.id), sessionOf(response).staff.id, now());
    const kept = conversation === undefined ? undefined : await store.readKept(conversation);
    if (kept === undefined) throw new AppError("not-found");
    response.json(Kept.parse({ kept, text: readableCopy(kept) }));
  });
  return router;
}
