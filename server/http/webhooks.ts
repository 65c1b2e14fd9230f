import { randomBytes } from "node:crypto";
import express, { Router } from "express";
import type { Channel, ProviderRequest } from "../channels/channel.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Remembered, Store } from "../store/store.ts";
import type { Tally } from "../watch/tally.ts";
import type { WebhookHealth } from "../watch/webhook-health.ts";
import { heedNotices, heedOthers } from "../work/heed-notices.ts";
import { deletionPath } from "./paths.ts";

export interface Webhooks {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly store: Store;
  readonly live: Live;
  readonly tally: Tally;
  readonly health: WebhookHealth;
  readonly publicUrl: string;
  readonly outsideMs?: number;
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
    const { status, json } = await takeWebhook(channel, { headers: request.headers, body }, webhooks);
    response
      .status(status)
      .type(json === undefined ? "text/plain" : "application/json")
      .send(status === 200 ? (json ?? "ok") : "");
  });
  router.post(
    "/:channel/data-deletion",
    express.raw({ type: () => true, limit: "16kb", inflate: false }),
    async (request, response, next) => {
      const channel = webhooks.channels.get(request.params.channel);
      if (channel?.readDeletion === undefined) return next();
      const code = await forget(channel, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), webhooks);
      if (code === undefined) return void response.status(403).type("text/plain").send("");
      response.json({ url: `${webhooks.publicUrl}${deletionPath}/${code}`, confirmation_code: code });
    },
  );
  return router;
}

/** What is there of the person is gone before the provider is answered. */
async function forget(channel: Channel, body: Uint8Array, { store, log, now }: Webhooks): Promise<string | undefined> {
  const asked = channel.readDeletion?.(body);
  if (asked === undefined) {
    log.warn({ channel: channel.name }, "a request for deletion that is not the provider's");
    return undefined;
  }
  const found = await store.findConversation(channel.name, asked.account, asked.sender);
  if (found) await store.eraseConversation(found.id, now());
  const code = randomBytes(12).toString("base64url");
  await store.addDeletionRequest({ code, channel: channel.name, at: now(), found: found !== undefined });
  log.info({ channel: channel.name, found: found !== undefined }, "asked by the provider to forget somebody");
  return code;
}

export interface Taken {
  readonly status: number;
  readonly json?: string | undefined;
}

/** Checks and stores what a provider posted; gives what to answer. */
export async function takeWebhook(
  channel: Channel,
  request: ProviderRequest,
  webhooks: Omit<Webhooks, "channels" | "publicUrl">,
): Promise<Taken> {
  const { store, log, now, wake, health } = webhooks;
  const received = (await channel.receive?.(request, now())) ?? { kind: "refused", status: 403, why: "no webhook" };
  if (received.kind === "refused") {
    if (received.status === 403) health.refused(channel.name, now());
    log.warn({ channel: channel.name, why: received.why, status: received.status }, "webhook refused");
    return { status: received.status };
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
  return { status: 200, json: received.body };
}
