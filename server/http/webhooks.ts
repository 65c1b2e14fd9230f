import express, { Router } from "express";
import type { Channel, ProviderRequest } from "../channels/channel.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";

export interface Webhooks {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
  /** There is something new to handle. */
  readonly wake: () => void;
}

export const largestWebhook = 256 * 1024;
/** A human who answers outside our console keeps the bot silent this long. */
const outsideAnswerMs = 12 * 3_600_000;

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
    const status = await takeWebhook(channel, { headers: request.headers, body }, webhooks);
    response
      .status(status)
      .type("text/plain")
      .send(status === 200 ? "ok" : "");
  });
  return router;
}

/** Checks and stores what a provider posted; gives the status to answer with. */
export async function takeWebhook(
  channel: Channel,
  request: ProviderRequest,
  { store, log, now, wake }: Omit<Webhooks, "channels">,
): Promise<number> {
  const received = channel.receive?.(request) ?? { kind: "refused", status: 403, why: "no webhook" };
  if (received.kind === "refused") {
    log.warn({ channel: channel.name, why: received.why, status: received.status }, "webhook refused");
    return received.status;
  }
  const remembered = await store.rememberMessages(channel.name, received.messages, now());
  for (const notice of received.notices) {
    if (notice.kind === "echo") await store.confirmDelivery(notice.deliveryId, notice.providerId);
    if (notice.kind === "outside-answer") await store.pauseBot(channel.name, notice.account, notice.recipient, now() + outsideAnswerMs);
  }
  const fresh = remembered.filter(({ kind }) => kind === "new").length;
  log.info(
    { channel: channel.name, fresh, seen: remembered.length - fresh, malformed: received.malformed, notices: received.notices.length },
    "webhook",
  );
  if (fresh > 0) wake();
  return 200;
}
