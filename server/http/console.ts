import express, { Router } from "express";
import type { Library } from "../../knowledge/library.ts";
import type { Search } from "../../knowledge/search.ts";
import type { Channel } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { CurrentKnowledge } from "../editing/current-knowledge.ts";
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
import { deskRoutes } from "./desk/desk-routes.ts";
import { editingRoutes } from "./editing/editing-routes.ts";
import { sheetRoutes } from "./editing/sheet-routes.ts";
import { archiveRoutes } from "./figures/archive-routes.ts";
import { figureRoutes } from "./figures/figure-routes.ts";
import { officeRoutes } from "./figures/office-routes.ts";
import { reportRoutes } from "./figures/report-routes.ts";
import { noticeRoutes } from "./notices/notice-routes.ts";
import { ownerRoutes } from "./owner/owner-routes.ts";
import { rightsRoutes } from "./rights/rights-routes.ts";

export interface Console {
  readonly store: Store;
  readonly knowledge: CurrentKnowledge;
  readonly library: Library;
  readonly search: Search;
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
  router.use(sheetRoutes({ ...parts, access }));
  router.use("/api/console", express.json({ limit: "32kb", inflate: false }));
  const all = [
    signInRoutes,
    staffRoutes,
    caseRoutes,
    alarmRoutes,
    ownerRoutes,
    rightsRoutes,
    editingRoutes,
    noticeRoutes,
    deskRoutes,
    officeRoutes,
    figureRoutes,
    reportRoutes,
    archiveRoutes,
  ];
  for (const routes of all) router.use(routes({ ...parts, access }));
  return router;
}
