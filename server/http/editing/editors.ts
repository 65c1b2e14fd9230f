import type { Channel } from "../../channels/channel.ts";
import type { CurrentKnowledge } from "../../editing/current-knowledge.ts";
import type { Live } from "../../live.ts";
import type { Log } from "../../log.ts";
import { type Role, roles } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";

export interface Editing {
  readonly store: Store;
  readonly knowledge: CurrentKnowledge;
  readonly access: Access;
  readonly live: Live;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publicUrl: string;
  readonly log: Log;
  readonly now: () => number;
}

/** Who keeps the knowledge. A counsellor only begins an entry from a case, and writes on what he has begun. */
export const editors: readonly Role[] = ["editor", "supervisor", "administrator"];
export const everybody: readonly Role[] = roles;
