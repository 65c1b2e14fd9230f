import type { Config } from "../config.ts";
import type { Egress } from "../egress.ts";
import { tendDesk } from "../escalation/tend-desk.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import { keepRetention } from "../rights/keep-retention.ts";
import type { Store } from "../store/store.ts";
import type { Tally } from "../watch/tally.ts";
import { type KeptDoing, together } from "./keep-doing.ts";
import { keepFigures } from "./keep-figures.ts";

export interface House {
  readonly config: Pick<Config, "alarmUrl" | "retentionDays">;
  readonly store: Store;
  readonly live: Live;
  readonly log: Log;
  readonly tally: Tally;
  readonly egress: Egress;
  readonly now: () => number;
}

/** What nobody waits for: the desk kept in order, figures added up, what need not be kept erased. */
export function keepHouse({ config, ...parts }: House): KeptDoing {
  const { live } = parts;
  return together([
    tendDesk({ ...parts, alarmUrl: config.alarmUrl }),
    keepFigures(parts),
    keepRetention({ ...parts, retentionDays: config.retentionDays, told: live.announce }),
  ]);
}
