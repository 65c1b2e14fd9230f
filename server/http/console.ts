import express, { Router } from "express";
import type { Library } from "../../knowledge/library.ts";
import type { Channel } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { Relay } from "../escalation/relay.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Alarms } from "../watch/alarms.ts";
import type { WebhookHealth } from "../watch/webhook-health.ts";
import { openAccess } from "./console/access.ts";
import { alarmRoutes } from "./console/alarms.ts";
import { caseRoutes } from "./console/cases.ts";
import type { Passwords } from "./console/passwords.ts";
import { signInRoutes } from "./console/sign-in.ts";
import { staffRoutes } from "./console/staff.ts";
import { ownerRoutes } from "./owner/owner-routes.ts";
import { rightsRoutes } from "./rights/rights-routes.ts";

export interface Console {
  readonly store: Store;
  readonly library: Library;
  readonly live: Live;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly alarms: Alarms;
  readonly health: WebhookHealth;
  readonly log: Log;
  readonly relay: Relay;
  readonly passwords: Passwords;
  readonly config: Pick<Config, "owner" | "publicUrl">;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** Everything under /api/console; each route names who may use it. */
export function consoleRoutes(parts: Console): Router {
  const access = openAccess(parts);
  const router = Router();
  router.use("/api/console", express.json({ limit: "32kb", inflate: false }));
  for (const routes of [signInRoutes, staffRoutes, caseRoutes, alarmRoutes, ownerRoutes, rightsRoutes])
    router.use(routes({ ...parts, access }));
  return router;
}
