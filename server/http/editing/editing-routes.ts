import { Router } from "express";
import { caseRoutes } from "./case-routes.ts";
import { decidingRoutes } from "./deciding-routes.ts";
import type { Editing } from "./editors.ts";
import { entryRoutes } from "./entry-routes.ts";
import { noticeRoutes } from "./notice-routes.ts";
import { revisionRoutes } from "./revision-routes.ts";

/** The knowledge, written in the console. */
export function editingRoutes(editing: Editing): Router {
  const router = Router();
  for (const routes of [entryRoutes, revisionRoutes, decidingRoutes, caseRoutes, noticeRoutes]) router.use(routes(editing));
  return router;
}
