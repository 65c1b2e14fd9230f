import type { Notice, NoticesStore, SwitchedOff } from "./notices-store.ts";
import { machineSwitch } from "./notices-store.ts";

/** What everybody is told just now, and what is switched off. */
export interface Posted {
  readonly notices: readonly Notice[];
  readonly off: ReadonlyMap<string, SwitchedOff>;
}

export interface Board {
  /** As the store has it now, or had it a second ago: whichever process changed it. */
  fresh(): Promise<Posted>;
  /** As it was read last. */
  last(): Posted;
}

const freshMs = 1_000;
const nothing: Posted = { notices: [], off: new Map() };

/** The store's word on notices and switches, asked for once a second at most, however many ask. */
export function openBoard(store: Pick<NoticesStore, "readNotices" | "readSwitchedOff">, now: () => number): Board {
  let posted = nothing;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Posted> | undefined;
  const read = async () => {
    const at = now();
    const [all, off] = await Promise.all([store.readNotices(at), store.readSwitchedOff()]);
    posted = { notices: all, off: new Map(off.map((each) => [each.name, each])) };
    readAt = at;
    return posted;
  };
  const isFresh = () => Math.abs(now() - readAt) < freshMs;
  return {
    last: () => shownAt(posted, now()),
    async fresh() {
      if (!isFresh()) {
        reading ??= read().finally(() => {
          reading = undefined;
        });
        await reading;
      }
      return shownAt(posted, now());
    },
  };
}

function shownAt({ notices, off }: Posted, at: number): Posted {
  return { notices: notices.filter(({ from, until }) => from <= at && at < until), off };
}

/** Why nothing is answered on a channel by the machine: the channel is stopped, or the machine everywhere. */
export function stopOf({ off }: Posted, channel: string): SwitchedOff | undefined {
  return off.get(channel) ?? off.get(machineSwitch);
}
