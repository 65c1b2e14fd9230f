import type { Reply } from "../../bot/reply.ts";
import { type Asked, respond } from "../../bot/respond.ts";
import type { OpenKnowledge } from "../../knowledge/compiled.ts";
import { messengerChannel } from "../../server/channels/messenger/messenger.ts";
import { webChannel } from "../../server/channels/web/web.ts";
import type { Egress } from "../../server/egress.ts";
import type { Relay } from "../../server/escalation/relay.ts";
import { type Live, openLive } from "../../server/live.ts";
import type { Log } from "../../server/log.ts";
import type { Store } from "../../server/store/store.ts";
import { openWatch, type Watch } from "../../server/watch/open-watch.ts";
import { keepRunning } from "../../server/work/keep-running.ts";
import type { Timer } from "../../server/work/timer.ts";
import type { OpenedStore, SharedDatabase } from "./database.ts";
import { pageConfig } from "./graph-calls.ts";
import type { Plant } from "./planted.ts";
import { watchedStore } from "./watched-store.ts";
import type { Owner, World } from "./world.ts";

/** What a request finds in a process that serves. */
export interface Serving {
  readonly store: Store;
  readonly live: Live;
  readonly log: Log;
  readonly relay: Relay;
  readonly now: () => number;
  readonly wake: () => void;
  readonly timer: Timer;
  readonly outsideMs: number;
  readonly tally: Watch["tally"];
  readonly health: Watch["health"];
}

export type Called<Value> =
  | { readonly kind: "answered"; readonly value: Value }
  | { readonly kind: "failed"; readonly fault: unknown }
  | { readonly kind: "lost" };

/** One process of the server: its clock, timers, database and way out are in the world's hands, all else is the real thing. */
export interface Instance {
  readonly name: string;
  readonly isUp: () => boolean;
  /** A request from outside; `lost` when the process is down or dies over it. */
  call<Value>(what: (serving: Serving) => Promise<Value>): Promise<Called<Value>>;
  /** Kept when the process that serves now is gone. */
  readonly died: () => Promise<void>;
  start(): Promise<void>;
  crash(why: string): void;
  /** As on SIGTERM. */
  stop(): Promise<void>;
  pause(ms: number): void;
  /** Dies when it next comes to this point. */
  doom(point: string): void;
  /** Of so many statements from now the last one fails. */
  failStatement(after: number): void;
  /** A clock that is wrong by so much. */
  setClock(byMs: number): void;
}

export interface InstanceParts {
  readonly name: string;
  readonly world: World;
  readonly shared: SharedDatabase;
  readonly knowledge: OpenKnowledge;
  readonly egress: (life: Life) => Egress;
  readonly plant: Plant | undefined;
  readonly bot: Moods;
}

/** How the bot is just now: a language model takes its time, a fault of ours none. */
export interface Moods {
  readonly isFaulty: () => boolean;
  readonly thinksMs: () => number;
}

/** One life of a process, from start to crash. */
export interface Life extends Owner {
  readonly name: string;
  /** A point of the program where a crash may come; never returns to one who is dead. */
  point(name: string): Promise<void>;
  step(sql?: string): Promise<void>;
}

const claimMs = 60_000;
const outsideMs = 40_000;
const never = new Promise<never>(() => undefined);
const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function openInstance(parts: InstanceParts): Instance {
  const { name, world, shared } = parts;
  const chance = world.chance.fork();
  let lives = 0;
  let current: { readonly number: number; readonly end: () => void; readonly died: Promise<void> } | undefined;
  let serving: (Serving & { readonly stop: () => Promise<void>; readonly opened: OpenedStore }) | undefined;
  let pausedUntil = 0;
  let doomedAt: string | undefined;
  let statementsUntilFault = Number.POSITIVE_INFINITY;
  let clockBy = 0;

  const now = () => world.now() + clockBy;
  const crash = (why: string) => {
    if (current === undefined) return;
    const opened = serving?.opened ?? opening;
    world.note("crash", { instance: name, why });
    current.end();
    current = undefined;
    serving = undefined;
    doomedAt = undefined;
    pausedUntil = 0;
    statementsUntilFault = Number.POSITIVE_INFINITY;
    void opened?.cut().catch(() => undefined);
    opening = undefined;
  };
  let opening: { readonly cut: () => Promise<void> } | undefined;

  const begin = (): Life => {
    lives += 1;
    const number = lives;
    let end = () => {};
    const died = new Promise<void>((resolve) => {
      end = resolve;
    });
    current = { number, end, died };
    const alive = () => current?.number === number;
    const step = async () => {
      if (!alive()) return await never;
      await world.sleep(chance.happens(0.02) ? chance.whole(5, 60) : chance.whole(0, 2), { alive, pausedUntil: () => pausedUntil });
      statementsUntilFault -= 1;
      if (statementsUntilFault > 0) return;
      statementsUntilFault = Number.POSITIVE_INFINITY;
      throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR" });
    };
    const point = async (at: string) => {
      if (!alive()) return await never;
      if (doomedAt !== at) return;
      crash(at);
      return await never;
    };
    return { name, alive, pausedUntil: () => pausedUntil, point, step };
  };

  const start = async () => {
    const life = begin();
    let ids = 0;
    const newId = () => `${name}-${lives}-${String(ids++).padStart(6, "0")}`;
    const steps = { step: life.step, sleep: (ms: number) => world.sleep(ms, life) };
    const opened = await (shared.kind === "postgres" ? world.really(shared.open(steps, newId)) : shared.open(steps, newId));
    if (!life.alive()) return await opened.cut();
    const store = watchedStore(opened, { world, life, shared, plant: parts.plant });
    const live = openLive();
    const egress = parts.egress(life);
    const timer: Timer = (ms, then) => world.after(ms, then, life);
    const channels = new Map([webChannel, messengerChannel(pageConfig, egress, { timer })].map((channel) => [channel.name, channel]));
    const { watching, ...watched } = openWatch({ channels, live, log: quietLog, now, timer });
    const running = keepRunning({
      knowledge: { current: () => parts.knowledge },
      ...watched,
      store,
      live,
      channels,
      log: quietLog,
      now,
      random: () => chance.next(),
      answer: answering(parts.bot, (ms) => world.sleep(ms, life)),
      publicUrl: pageConfig.publicUrl,
      workers: 1,
      claimMs,
      timer,
    });
    const { relay, wake } = running;
    const stop = async () => void (await Promise.all([running.stop(), watching.stop()]));
    serving = { ...watched, store, live, log: quietLog, relay, now, wake, timer, outsideMs, stop, opened };
    world.note("start", { instance: name });
  };

  return {
    name,
    isUp: () => serving !== undefined,
    died: () => current?.died ?? Promise.resolve(),
    async call(what) {
      const [life, at] = [current, serving];
      if (life === undefined || at === undefined) return { kind: "lost" };
      const lost = life.died.then(() => ({ kind: "lost" as const }));
      const done = what(at).then(
        (value) => ({ kind: "answered" as const, value }),
        (fault: unknown) => ({ kind: "failed" as const, fault }),
      );
      return await Promise.race([done, lost]);
    },
    start,
    crash,
    async stop() {
      const stopping = serving;
      if (stopping === undefined) return;
      serving = undefined;
      opening = stopping.opened;
      await stopping.stop();
      world.note("stop", { instance: name });
      crash("stopped");
    },
    pause: (ms) => {
      pausedUntil = world.now() + ms;
      world.note("pause", { instance: name, ms });
    },
    doom: (point) => {
      doomedAt = point;
    },
    failStatement: (after) => {
      statementsUntilFault = after;
    },
    setClock: (byMs) => {
      clockBy = byMs;
    },
  };
}

/** What the bot says, with the id of the message it answers in it, so that the checker knows what belongs together. */
function answering({ isFaulty, thinksMs }: Moods, sleep: (ms: number) => Promise<void>): (asked: Asked) => Promise<Reply> {
  return async (asked) => {
    await sleep(thinksMs());
    if (isFaulty()) throw new Error("a fault in the bot");
    const reply = respond(asked);
    const [first, ...others] = reply.parts;
    return { ...reply, parts: [{ ...first, text: `[${asked.message.id}] ${first.text}` }, ...others] };
  };
}
