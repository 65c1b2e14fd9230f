import { Router } from "express";
import { decidingRoutes } from "./deciding-routes.ts";
import type { Editing } from "./editors.ts";
import { entryRoutes } from "./entry-routes.ts";
import { revisionRoutes } from "./revision-routes.ts";

/** The knowledge, written in the console. */
export function editingRoutes(editing: Editing): Router {
  const router = Router();
  for (const routes of [entryRoutes, revisionRoutes, decidingRoutes]) router.use(routes(editing));
  return router;
}
