import type { Live } from "../live.ts";
import { describeFault, type Log } from "../log.ts";
import type { Store } from "../store/store.ts";

export interface Sharing {
  readonly store: Pick<Store, "others">;
  readonly live: Live;
  readonly log: Log;
}

/** Tells the other processes on this database what is announced here, and the streams that are open here what those announce. */
export function shareChanges({ store: { others }, live, log }: Sharing): void {
  if (others === undefined) return;
  const waiting = new Set<string>();
  let isTelling = false;

  /** What comes while one notice is under way goes with the next. */
  async function tellAll(): Promise<void> {
    isTelling = true;
    while (waiting.size > 0) {
      const topics = [...waiting];
      waiting.clear();
      await others?.tell(topics).catch((fault: unknown) => log.warn(describeFault(fault), "other processes will hear a second later"));
    }
    isTelling = false;
  }
  live.share((topic) => {
    waiting.add(topic);
    if (!isTelling) void tellAll();
  });
  others.hear((topics) => {
    for (const topic of topics) live.pass(topic);
  });
}
