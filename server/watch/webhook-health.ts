import type { Alarms } from "./alarms.ts";

/** When each channel's provider last spoke to us, and whether it signs with the secret we know. */
export interface WebhookHealth {
  heard(channel: string, at: number): void;
  /** Anybody may post rubbish; a row of refused signatures and nothing that is accepted may be a changed secret. */
  refused(channel: string, at: number): void;
  /** The start of the program, when nothing was heard since. */
  lastHeardAt(channel: string): number;
}

const refusedInARow = 3;

export function openWebhookHealth(alarms: Alarms, startedAt: number): WebhookHealth {
  const heardAt = new Map<string, number>();
  const refusals = new Map<string, number>();
  return {
    heard(channel, at) {
      heardAt.set(channel, at);
      refusals.delete(channel);
      alarms.clear(channel, "signature");
      alarms.clear(channel, "silence");
    },
    refused(channel, at) {
      const count = (refusals.get(channel) ?? 0) + 1;
      refusals.set(channel, count);
      if (count >= refusedInARow) alarms.raise({ channel, name: "signature", why: "webhooks with a signature that is not ours" }, at);
    },
    lastHeardAt: (channel) => heardAt.get(channel) ?? startedAt,
  };
}
