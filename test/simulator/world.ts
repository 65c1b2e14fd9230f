import { createHash } from "node:crypto";
import type { Chance } from "./random.ts";

/** Whoever an event belongs to: nothing happens to one who is dead, and to one who is paused it happens later. */
export interface Owner {
  readonly alive: () => boolean;
  readonly pausedUntil: () => number;
}

/** One thing that happened, for the checker and for the trace. */
export interface Happening {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
}

export interface World {
  readonly chance: Chance;
  readonly now: () => number;
  /** Calls `then` after so many virtual milliseconds; what it gives calls that off. */
  after(ms: number, then: () => void, owner?: Owner): () => void;
  sleep(ms: number, owner?: Owner): Promise<void>;
  /** Work that is really under way outside this program (a database server): virtual time waits for it. */
  really<Value>(promise: Promise<Value>): Promise<Value>;
  note(what: string, fields: Happening["fields"]): void;
  readonly history: readonly Happening[];
  /** Lets everything happen that is due until then. */
  runUntil(at: number): Promise<void>;
  digest(): string;
}

interface Event {
  at: number;
  readonly tie: number;
  happens: (() => void) | undefined;
  readonly owner: Owner | undefined;
}

/** Noon of a working day. */
export const beginning = 1_795_600_000_000;

/** Virtual time: events in their order, and between two of them everything that follows from the first. */
export function openWorld(chance: Chance): World {
  const queue: Event[] = [];
  const history: Happening[] = [];
  const ties = chance.fork();
  let time = beginning;
  let underWay = 0;

  const after: World["after"] = (ms, then, owner) => {
    const event: Event = { at: time + Math.max(0, Math.round(ms)), tie: ties.next(), happens: then, owner };
    push(queue, event);
    return () => {
      event.happens = undefined;
    };
  };
  const quiet = async () => {
    do await new Promise<void>((resolve) => setImmediate(resolve));
    while (underWay > 0);
  };
  const happen = async ({ happens, owner }: Event) => {
    if (happens === undefined || owner?.alive() === false) return;
    const paused = owner?.pausedUntil() ?? 0;
    if (paused > time) return void after(paused - time, happens, owner);
    happens();
    await quiet();
  };
  return {
    chance,
    now: () => time,
    after,
    sleep: (ms, owner) => new Promise((resolve) => after(ms, resolve, owner)),
    really: async (promise) => {
      underWay += 1;
      try {
        return await promise;
      } finally {
        underWay -= 1;
      }
    },
    note: (what, fields) => void history.push({ at: time - beginning, order: history.length, what, fields }),
    history,
    async runUntil(end) {
      await quiet();
      for (let next = queue[0]; next !== undefined && next.at <= end; next = queue[0]) {
        pop(queue);
        time = Math.max(time, next.at);
        await happen(next);
      }
      time = Math.max(time, end);
    },
    digest: () => createHash("sha256").update(history.map(line).join("\n")).digest("hex").slice(0, 16),
  };
}

export function line({ at, what, fields }: Happening): string {
  return `${(at / 1000).toFixed(3).padStart(9)} ${what} ${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ")}`;
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.tie < other.tie);
}

function push(heap: Event[], event: Event): void {
  let place = heap.push(event) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(event, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = event;
}

function pop(heap: Event[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[place] = child;
    place = 2 * place + (isRight ? 2 : 1);
  }
  heap[place] = last;
}
