import { Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import type { Search } from "../../../knowledge/search.ts";
import type { Channel } from "../../channels/channel.ts";
import type { Relay } from "../../escalation/relay.ts";
import type { Live } from "../../live.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";
import { approvalRoutes } from "./approvals.ts";
import { boardRoutes } from "./board.ts";
import { cannedRoutes } from "./canned.ts";
import { caseMoveRoutes } from "./case-moves.ts";
import { caseToolRoutes } from "./case-tools.ts";
import { findRoutes } from "./find.ts";
import { settingsRoutes } from "./settings.ts";
import { togetherRoutes } from "./together.ts";

export interface DeskParts {
  readonly store: Store;
  readonly library: Library;
  readonly search: Search;
  readonly access: Access;
  readonly relay: Relay;
  readonly live: Live;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** Everything counsellors do beside answering one case. */
export function deskRoutes(parts: DeskParts): Router {
  const router = Router();
  for (const routes of [
    boardRoutes,
    caseToolRoutes,
    caseMoveRoutes,
    approvalRoutes,
    settingsRoutes,
    cannedRoutes,
    findRoutes,
    togetherRoutes,
  ])
    router.use(routes(parts));
  return router;
}
