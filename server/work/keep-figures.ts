import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { type KeptDoing, keepDoing, together } from "./keep-doing.ts";

const settleEveryMs = 60_000;
const indexEveryMs = 5_000;
const atOnce = 5;
/** Longer than any process's clock is off, or any transaction lasts. */
const overlapMs = 120_000;

/** Adds up what was counted, and makes what was said findable, a little at a time; what was said before this program could is done first. */
export function keepFigures({ store, log, now }: { readonly store: Store; readonly log: Log; readonly now: () => number }): KeptDoing {
  let since = 0;
  const settle = async () => {
    await store.settleFigures(now());
    return false;
  };
  const index = async () => {
    const begun = now();
    const done = await store.indexArchive(since, atOnce);
    if (done === atOnce) return true;
    since = begun - overlapMs;
    return false;
  };
  return together([keepDoing(settle, { pauseMs: settleEveryMs, log }), keepDoing(index, { pauseMs: indexEveryMs, log })]);
}
