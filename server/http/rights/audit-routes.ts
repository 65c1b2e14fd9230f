import { Router } from "express";
import type { RightsParts } from "./rights-routes.ts";
import { Audit, AuditQuestion, rightsPaths } from "./wire.ts";

const atOnce = 100;

/** Who did what, for those who answer for the place. */
export function auditRoutes({ store, access }: RightsParts): Router {
  const router = Router();
  router.get(rightsPaths.audit, access.guard(["supervisor", "administrator"]), async (request, response) => {
    const { object, ...asked } = AuditQuestion.parse(request.query);
    const acts = await store.listAudit({ ...asked, objectId: object, limit: atOnce });
    const people = (await store.listColleagues()).map(({ id, name }) => ({ id, name }));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const named = acts.map((act) => ({ ...act, name: names.get(act.by), objectName: names.get(act.object[1]) }));
    response.json(Audit.parse({ acts: named, people }));
  });
  return router;
}
