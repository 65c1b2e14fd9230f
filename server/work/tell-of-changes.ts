import type { Live } from "../live.ts";
import type { Store } from "../store/store.ts";

export interface Telling {
  readonly store: Pick<Store, "readChanged">;
  readonly live: Live;
  readonly now: () => number;
}

/** Longer than the clocks of two machines differ and a transaction takes. What comes later still, a stream sees when it looks by itself. */
const overlapMs = 10_000;

/** Wakes, step by step, the streams that are open here for what other processes wrote to the same database. */
export function tellOfChanges({ store, live, now }: Telling): () => Promise<boolean> {
  let told = new Map<string, number>();
  return async () => {
    if (live.listeners() === 0) return false;
    const changed = await store.readChanged(now() - overlapMs);
    const fresh = changed.filter(({ conversation, at }) => told.get(conversation) !== at);
    told = new Map(changed.map(({ conversation, at }) => [conversation, at]));
    for (const { conversation, person } of fresh) for (const topic of [conversation, person]) live.pass(topic);
    if (fresh.length > 0) live.pass("queue");
    return false;
  };
}
