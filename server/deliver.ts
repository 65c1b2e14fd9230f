import type { Channel, Delivery, DeliveryResult } from "./channels/channel.ts";
import { type Hold, healthy, holdAfter, mayBegin } from "./channels/hold.ts";
import { retryDelay } from "./channels/retry-delay.ts";
import { describeFault, type Log } from "./log.ts";
import type { Store } from "./store/store.ts";
import type { Alarms } from "./watch/alarms.ts";
import { type KeptDoing, keepDoing } from "./work/keep-doing.ts";

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
}

const atOnce = 10;
/** The provider shows us our own message within this time, or it never had it. */
export const echoMs = 60_000;
/** Longer than any send may take: who is still sending then is gone. */
export const longestSendMs = 15_000;

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
  const { store, channel, log, now, pauseMs } = delivering;
  const progress: Progress = { hold: healthy, settledAt: Number.NEGATIVE_INFINITY, underWay: new Set() };
  const { underWay } = progress;
  const kept = keepDoing(begin, { pauseMs, log });
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
  if (now() < progress.settledAt + longestSendMs) return;
  progress.settledAt = now();
  const interrupted = await store.settleInterruptedDeliveries(now() - longestSendMs);
  if (interrupted > 0) log.warn({ channel: channel.name, interrupted }, "deliveries of unknown outcome");
}

async function carry(delivery: Delivery, progress: Progress, delivering: Delivering): Promise<void> {
  const { channel, log, now } = delivering;
  try {
    const result = await sendSafely(delivery, delivering);
    progress.hold = holdAfter(progress.hold, result, now());
    await record(delivery, result, delivering);
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

async function record({ id, attempt }: Delivery, sent: DeliveryResult, delivering: Delivering): Promise<void> {
  const { store, channel, log, now, random, alarms } = delivering;
  const at = now();
  const delay = sent.kind === "try-later" ? retryDelay(attempt, random()) : undefined;
  const result: DeliveryResult =
    sent.kind === "try-later" && delay === undefined ? { kind: "undeliverable", why: `gave up: ${sent.why}` } : sent;
  if (result.kind === "try-later") await store.recordDelivery(id, result, at, at + Math.max(delay ?? 0, result.afterMs ?? 0));
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
