import { deliver } from "../deliver.ts";
import { openRelay, type Relay } from "../escalation/relay.ts";
import type { Alarms } from "../watch/alarms.ts";
import { keepDoing, together } from "./keep-doing.ts";
import { shareChanges } from "./share-changes.ts";
import { tellOfChanges } from "./tell-of-changes.ts";
import { realTimer, type Timer } from "./timer.ts";
import { type Working, work } from "./work.ts";

export interface Running {
  readonly relay: Relay;
  /** There may be messages to handle. */
  readonly wake: () => void;
  /** Finishes what is begun. */
  stop(): Promise<void>;
}

export interface RunningParts extends Omit<Working, "wakeDeliveries"> {
  readonly random: () => number;
  readonly alarms: Pick<Alarms, "raise" | "clear">;
  readonly knowledge: Working["knowledge"] & { readonly refresh?: () => Promise<void> };
  /** How many messages are handled side by side. */
  readonly workers: number;
  readonly claimMs?: number;
  readonly timer?: Timer;
}

const lookAgainMs = 1_000;
const expiredClaimsEveryMs = 15_000;
/** What another process has approved is answered here within this time. */
const learnEveryMs = 500;

/** Everything a process does without being asked: handles what is stored, delivers what is due, gives forgotten cases back. */
export function keepRunning({ random, alarms, workers, claimMs, timer = realTimer, ...shared }: RunningParts): Running {
  const { store, channels, log, now } = shared;
  const pace = { pauseMs: lookAgainMs, log, timer };
  const carried = [...channels.values()].filter((channel) => channel.carried);
  const deliveries = together(carried.map((channel) => deliver({ store, channel, now, random, alarms, ...pace })));
  const wakeDeliveries = deliveries.wake;
  const worker = together(Array.from({ length: workers }, () => keepDoing(() => work({ ...shared, wakeDeliveries }), pace)));
  const relay = openRelay({ ...shared, wakeDeliveries, ...(claimMs !== undefined && { claimMs }) });
  const claims = keepDoing(() => relay.returnExpired(), { ...pace, pauseMs: expiredClaimsEveryMs });
  shareChanges(shared);
  const news = keepDoing(tellOfChanges(shared), pace);
  const learning = keepDoing(learn(shared.knowledge), { ...pace, pauseMs: learnEveryMs });
  return {
    relay,
    wake: worker.wake,
    async stop() {
      await Promise.all([worker.stop(), claims.stop(), news.stop(), learning.stop(), deliveries.stop()]);
    },
  };
}

function learn({ refresh }: RunningParts["knowledge"]): () => Promise<boolean> {
  return async () => {
    await refresh?.();
    return false;
  };
}
