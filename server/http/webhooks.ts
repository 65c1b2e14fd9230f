import express, { Router } from "express";
import type { Channel, ProviderRequest } from "../channels/channel.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Remembered, Store } from "../store/store.ts";
import type { Tally } from "../watch/tally.ts";
import type { WebhookHealth } from "../watch/webhook-health.ts";
import { heedNotices, heedOthers } from "../work/heed-notices.ts";

export interface Webhooks {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly store: Store;
  readonly live: Live;
  readonly tally: Tally;
  readonly health: WebhookHealth;
  readonly log: Log;
  readonly now: () => number;
  /** There is something new to handle. */
  readonly wake: () => void;
}

export const largestWebhook = 256 * 1024;

/** Raw bytes in; the channel is named in the URL; 200 only after what came is stored. */
export function webhookRoutes(webhooks: Webhooks): Router {
  const router = Router();
  router.get("/:channel", (request, response, next) => {
    const channel = webhooks.channels.get(request.params.channel);
    if (channel?.verify === undefined) return next();
    const { status, body } = channel.verify(new URL(request.originalUrl, "http://localhost").searchParams);
    response.status(status).type("text/plain").send(body);
  });
  router.post("/:channel", express.raw({ type: () => true, limit: largestWebhook, inflate: false }), async (request, response, next) => {
    const channel = webhooks.channels.get(request.params.channel);
    if (channel?.receive === undefined) return next();
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const status = await take(channel, { headers: request.headers, body }, webhooks);
    response
      .status(status)
      .type("text/plain")
      .send(status === 200 ? "ok" : "");
  });
  return router;
}

async function take(channel: Channel, request: ProviderRequest, webhooks: Webhooks): Promise<number> {
  const { store, log, now, wake, health } = webhooks;
  const received = channel.receive?.(request) ?? { kind: "refused", status: 403, why: "no webhook" };
  if (received.kind === "refused") {
    if (received.status === 403) health.refused(channel.name, now());
    log.warn({ channel: channel.name, why: received.why, status: received.status }, "webhook refused");
    return received.status;
  }
  health.heard(channel.name, now());
  const heeding = { ...webhooks, channel: channel.name };
  await heedOthers(received, heeding);
  const remembered: Remembered[] = [];
  for (const [name, messages] of Map.groupBy(received.messages, (message) => message.channel ?? channel.name))
    remembered.push(...(await store.rememberMessages(name, messages, now())));
  await heedNotices(received.notices, heeding);
  const fresh = remembered.filter(({ kind }) => kind === "new").length;
  log.info(
    { channel: channel.name, fresh, seen: remembered.length - fresh, malformed: received.malformed, notices: received.notices.length },
    "webhook",
  );
  if (fresh > 0) wake();
  return 200;
}
