import { readFileSync } from "node:fs";
import type { ProviderRequest } from "../../server/channels/channel.ts";
import type { BotpressConfig } from "../../server/config.ts";

export const botpressConfig: BotpressConfig = {
  apiUrl: "http://127.0.0.1:1",
  token: "bp-token-for-tests",
  botId: "bot_01K",
  secret: undefined,
  publicUrl: "https://huongthien.example.vn",
};

export const botpressRecorded = ["text", "choice-value", "choice-as-text", "image", "state-expired"] as const;

/** A request as Botpress makes it for one of test/fixtures/botpress. */
export function botpressRecordedRequest(name: (typeof botpressRecorded)[number]): ProviderRequest {
  const event: unknown = JSON.parse(readFileSync(new URL(`../fixtures/botpress/${name}.json`, import.meta.url), "utf8"));
  return botpressRequest(event);
}

/** `configuration`: what stands in the bot's configuration at Botpress. */
export function botpressRequest(
  body: unknown,
  { configuration = {}, ...headers }: { readonly configuration?: object; readonly [header: string]: string | object } = {},
): ProviderRequest {
  const type = (body as { event?: { type?: string } } | undefined)?.event?.type ?? "*";
  return {
    headers: {
      "content-type": "application/json",
      "x-bot-id": botpressConfig.botId,
      "x-bp-operation": "event_received",
      "x-bp-type": type,
      "x-bp-configuration": Buffer.from(JSON.stringify(configuration)).toString("base64"),
      ...(headers as Record<string, string>),
    },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** A text somebody wrote, in Botpress's own shape. */
export function botpressText(
  text: string,
  { id = "msg_1", conversationId = "conv_1", ...more }: Readonly<Record<string, unknown>> = {},
): object {
  const message = { id, type: "text", payload: { text }, direction: "incoming", userId: "user_1", conversationId, tags: {}, ...more };
  const payload = {
    message,
    user: { id: "user_1", tags: {} },
    conversation: { id: conversationId, channel: "channel", integration: "webchat", tags: {} },
  };
  return { event: { id: `evt_${String(id)}`, type: "message_created", createdAt: new Date().toISOString(), payload } };
}
