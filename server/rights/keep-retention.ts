import { sessionLimits } from "../http/console/access.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Tally } from "../watch/tally.ts";
import { type KeptDoing, keepDoing } from "../work/keep-doing.ts";
import type { Timer } from "../work/timer.ts";

export interface Retention {
  readonly store: Pick<Store, "eraseUntouched" | "clearUseless">;
  /** Conversations that nobody has touched for so many days are erased. */
  readonly retentionDays: number;
  readonly log: Log;
  readonly tally: Pick<Tally, "add">;
  readonly told: (conversation: string) => void;
  readonly now: () => number;
  readonly timer?: Timer;
}

const everyMs = 3_600_000;
const atOnce = 50;
const dayMs = 86_400_000;

/** Every hour: what need not be kept goes. */
export function keepRetention(retention: Retention): KeptDoing {
  const { log, timer } = retention;
  return keepDoing(() => retain(retention), { pauseMs: everyMs, log, ...(timer && { timer }) });
}

/** One step; true when there may be more. */
export async function retain({ store, retentionDays, log, tally, told, now }: Retention): Promise<boolean> {
  const erased = await store.eraseUntouched(now() - retentionDays * dayMs, now(), atOnce);
  for (const conversation of erased) {
    tally.add("retention", { what: "conversation" });
    told(conversation);
  }
  if (erased.length === atOnce) return true;
  const { idleMs, absoluteMs } = sessionLimits;
  const cleared = await store.clearUseless({ at: now(), sessionIdleMs: idleMs, sessionAbsoluteMs: absoluteMs });
  tally.add("retention", { what: "run" });
  log.info({ conversations: erased.length, ...cleared }, "what need not be kept is gone");
  return false;
}
