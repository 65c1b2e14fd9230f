import type { Channel, Delivery, DeliveryResult } from "./channels/channel.ts";
import { type Hold, healthy, holdAfter, mayBegin } from "./channels/hold.ts";
import { retryDelay } from "./channels/retry-delay.ts";
import { describeFault, type Log } from "./log.ts";
import type { Store } from "./store/store.ts";
import type { Alarms } from "./watch/alarms.ts";
import { type KeptDoing, keepDoing } from "./work/keep-doing.ts";
import { realTimer, type Timer } from "./work/timer.ts";

export interface Delivering {
  readonly store: Pick<Store, "takeDeliveries" | "recordDelivery" | "settleInterruptedDeliveries">;
  readonly channel: Channel;
  readonly log: Log;
  readonly now: () => number;
  /** 0..1, so that what failed together does not come back together. */
  readonly random: () => number;
  readonly alarms?: Pick<Alarms, "raise" | "clear">;
  /** Retries fall due, and other processes leave work, without anybody waking us. */
  readonly pauseMs: number;
  readonly timer?: Timer;
}

const atOnce = 10;
/** The provider shows us our own message within this time, or it never had it. */
export const echoMs = 60_000;
/** After that the person may not be written to any more. */
const longestTryingMs = 24 * 3_600_000;
/** Longer than any send may take (typing waited for, a name looked up and made, the words twice): who is still sending then is gone. */
export const longestSendMs = 45_000;
const settleEveryMs = 5_000;

/** What changes while a channel is delivered. */
interface Progress {
  hold: Hold;
  settledAt: number;
  readonly underWay: Set<Promise<void>>;
}

/**
 * The outbox of one channel, until stopped: what is due is sent, one piece of a conversation at a time and conversations side by
 * side; each outcome is recorded. Trouble is tried again for about a day; an unknown outcome waits for its echo; a provider in
 * trouble is left alone and then tried with one message. Stopping finishes what is under way.
 */
export function deliver(delivering: Delivering): KeptDoing {
  const { store, channel, log, now, pauseMs, timer = realTimer } = delivering;
  const progress: Progress = { hold: healthy, settledAt: Number.NEGATIVE_INFINITY, underWay: new Set() };
  const { underWay } = progress;
  const kept = keepDoing(begin, { pauseMs, log, timer });
  const stop = async () => {
    await kept.stop();
    await Promise.all(underWay);
  };
  return { wake: kept.wake, stop };

  async function begin(): Promise<boolean> {
    await settle(progress, delivering);
    const limit = mayBegin(progress.hold, { at: now(), underWay: underWay.size, atOnce });
    if (limit === 0) return false;
    const due = await store.takeDeliveries(channel.name, now(), limit);
    for (const delivery of due) {
      const one = carry(delivery, progress, delivering).finally(() => {
        underWay.delete(one);
        kept.wake();
      });
      underWay.add(one);
    }
    return due.length > 0;
  }
}

/** Whoever took a delivery and died cannot say how it ended. */
async function settle(progress: Progress, { store, channel, log, now }: Delivering): Promise<void> {
  if (now() < progress.settledAt + settleEveryMs) return;
  progress.settledAt = now();
  const interrupted = await store.settleInterruptedDeliveries(now() - longestSendMs);
  if (interrupted > 0) log.warn({ channel: channel.name, interrupted }, "deliveries of unknown outcome");
}

async function carry(delivery: Delivery, progress: Progress, delivering: Delivering): Promise<void> {
  const { channel, log, now, random } = delivering;
  try {
    const result = await sendSafely(delivery, delivering);
    progress.hold = holdAfter(progress.hold, result, now());
    await record(delivery, afterTrouble(delivery, result, { hold: progress.hold, at: now(), chance: random() }), delivering);
  } catch (fault) {
    log.error({ channel: channel.name, delivery: delivery.id, ...describeFault(fault) }, "the outcome of a delivery could not be recorded");
  }
}

/** A fault of ours in the middle of sending: nobody knows how far it came. */
async function sendSafely(delivery: Delivery, { channel, log }: Delivering): Promise<DeliveryResult> {
  try {
    return await channel.send(delivery);
  } catch (fault) {
    log.error({ channel: channel.name, delivery: delivery.id, ...describeFault(fault) }, "sending failed");
    return { kind: "unknown", why: "a fault of ours while sending" };
  }
}

/** Where a provider is in trouble its hold paces all; else each piece waits longer from time to time. About a day, then it is given up. */
function afterTrouble(
  { attempt, since }: Delivery,
  result: DeliveryResult,
  { hold, at, chance }: { readonly hold: Hold; readonly at: number; readonly chance: number },
): DeliveryResult {
  if (result.kind !== "try-later") return result;
  const isOld = at - since > longestTryingMs;
  const delay = result.holds === "channel" ? hold.until - at : retryDelay(attempt, chance);
  if (delay === undefined || (result.holds === "channel" && isOld)) return { kind: "undeliverable", why: `gave up: ${result.why}` };
  return { ...result, afterMs: Math.max(delay, result.afterMs ?? 0) };
}

async function record({ id, attempt }: Delivery, result: DeliveryResult, delivering: Delivering): Promise<void> {
  const { store, channel, log, now, alarms } = delivering;
  const at = now();
  if (result.kind === "try-later") await store.recordDelivery(id, result, at, at + (result.afterMs ?? 0));
  else if (result.kind === "unknown") await store.recordDelivery(id, result, at, at + echoMs);
  else await store.recordDelivery(id, result, at);
  const line = { channel: channel.name, delivery: id, attempt, result: result.kind, ...(result.why !== undefined && { why: result.why }) };
  // What one refusal says of us all: the next message that goes out takes it back.
  if ("needs" in result && result.needs) alarms?.raise({ channel: channel.name, name: "sending", why: result.why }, at);
  if (result.kind === "sent") alarms?.clear(channel.name, "sending");
  if (result.kind === "sent") log.info(line, "delivery");
  else if ("needs" in result) log.error(line, "delivery: somebody must act");
  else log.warn(line, "delivery");
}
