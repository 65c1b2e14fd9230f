import { Router } from "express";
import type { Live } from "../../live.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";
import type { Passwords } from "../console/passwords.ts";
import { auditRoutes } from "./audit-routes.ts";
import { copyRoutes } from "./copy-routes.ts";
import { ownRoutes, sessionRoutes } from "./own-routes.ts";
import { peopleRoutes, resetRoutes } from "./people-routes.ts";
import { requestRoutes } from "./request-routes.ts";

export interface RightsParts {
  readonly store: Store;
  readonly access: Access;
  readonly passwords: Passwords;
  readonly live: Live;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** People and rights: one's own proofs and sessions, colleagues, the audit log, requests about personal data. */
export function rightsRoutes(parts: RightsParts): Router {
  const router = Router();
  for (const routes of [ownRoutes, sessionRoutes, peopleRoutes, resetRoutes, auditRoutes, requestRoutes, copyRoutes])
    router.use(routes(parts));
  return router;
}
