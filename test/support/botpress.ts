import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ProviderRequest } from "../../server/channels/channel.ts";
import type { BotpressConfig } from "../../server/config.ts";

export const botpressConfig: BotpressConfig = {
  apiUrl: "http://127.0.0.1:1",
  token: "bp-token-for-tests",
  botId: "bot_01K",
  signingSecret: Buffer.from("a signing secret, for tests only").toString("base64url"),
  publicUrl: "https://huongthien.example.vn",
};

export const botpressRecorded = ["text", "choice-value", "choice-as-text", "image", "state-expired"] as const;

/** A request as Botpress makes it for one of test/fixtures/botpress, signed at `at`. */
export function botpressRecordedRequest(name: (typeof botpressRecorded)[number], at: number): ProviderRequest {
  const event: unknown = JSON.parse(readFileSync(new URL(`../fixtures/botpress/${name}.json`, import.meta.url), "utf8"));
  return botpressRequest(event, at);
}

export function botpressRequest(body: unknown, at: number, headers: Readonly<Record<string, string>> = {}): ProviderRequest {
  const type = (body as { event?: { type?: string } } | undefined)?.event?.type ?? "*";
  const bytes = Buffer.from(JSON.stringify(body));
  return {
    headers: {
      "content-type": "application/json",
      "x-bot-id": botpressConfig.botId,
      "x-bp-operation": "event_received",
      "x-bp-type": type,
      "x-bp-configuration": "e30=",
      "x-bp-signature": `${at},${botpressSignature(bytes, at)}`,
      ...headers,
    },
    body: bytes,
  };
}

export function botpressSignature(body: Uint8Array, at: number, secret = botpressConfig.signingSecret ?? ""): string {
  return createHmac("sha256", Buffer.from(secret, "base64url")).update(`${at}.`).update(body).digest("base64url");
}

/** A text somebody wrote, in Botpress's own shape. */
export function botpressText(
  text: string,
  { id = "msg_1", conversationId = "conv_1", ...more }: Readonly<Record<string, unknown>> = {},
): object {
  const message = { id, type: "text", payload: { text }, direction: "incoming", userId: "user_1", conversationId, tags: {}, ...more };
  const conversation = { id: conversationId, channel: "channel", integration: "webchat", tags: {} };
  const payload = { message, user: { id: "user_1", tags: {} }, conversation };
  return { event: { id: `evt_${String(id)}`, type: "message_created", createdAt: new Date().toISOString(), payload } };
}
