import type { MessageContent } from "../../../bot/message.ts";
import { choiceValues } from "../../../bot/wording.ts";
import type { BotpressConfig } from "../../config.ts";
import type { ProviderRequest, Received, ReceivedMessage } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import type { HearingBot } from "./bot.ts";
import { AnyEvent, Headers, type Message, MessageCreated } from "./payload.ts";
import { isSigned } from "./signature.ts";

const fine = "{}";

export interface Hearing {
  readonly config: BotpressConfig;
  readonly hear: HearingBot;
  readonly at: number;
}

/** One request of Botpress's: a message, or something the bot only nods to. Everything is looked at before the SDK sees it. */
export async function receive({ headers, body }: ProviderRequest, { config, hear, at }: Hearing): Promise<Received> {
  const { botId, signingSecret } = config;
  const given = Headers.safeParse(headers);
  if (!given.success) return { kind: "refused", status: 400, why: "not a request of Botpress's" };
  if (given.data["x-bot-id"] !== botId) return { kind: "refused", status: 403, why: "another bot" };
  if (signingSecret !== undefined && !isSigned({ header: headers["x-bp-signature"], body, at }, signingSecret))
    return { kind: "refused", status: 403, why: "signature" };
  if (readJson(Buffer.from(given.data["x-bp-configuration"], "base64")) === undefined)
    return { kind: "refused", status: 400, why: "no configuration" };
  const { "x-bp-operation": operation, "x-bp-type": type } = given.data;
  if (operation !== "event_received") return await nod(operation, given.data, hear);
  const json = readJson(body);
  if (!AnyEvent.safeParse(json).success) return { kind: "refused", status: 400, why: "no event" };
  if (type !== "message_created") return nothing("event");
  const created = MessageCreated.safeParse(json);
  if (!created.success) return { kind: "received", messages: [], notices: [], malformed: 1, body: fine };
  const { message } = created.data.event.payload;
  if (message.direction === "outgoing" || message.userId === botId) return nothing("own-message");
  const heard = await hear({ headers: given.data, body: JSON.stringify(created.data) });
  if (heard.status !== 200) return { kind: "received", messages: [], notices: [], malformed: 1, body: fine };
  const messages = heard.messages.map((each) => said(each, created.data, botId));
  return { kind: "received", messages, notices: [], malformed: 0, body: fine };
}

/** Botpress asks whether the bot is there; it has no actions to offer. */
async function nod(operation: string, headers: Readonly<Record<string, string>>, hear: HearingBot): Promise<Received> {
  if (operation === "action_triggered") return { kind: "refused", status: 400, why: "no such action" };
  const { body } = await hear({ headers, body: fine });
  return { kind: "received", messages: [], notices: [{ kind: "ignored", what: operation }], malformed: 0, body };
}

function said(message: Message, { event }: MessageCreated, botId: string): ReceivedMessage {
  const sentAt = Date.parse(message.createdAt ?? event.createdAt ?? "");
  return {
    account: botId,
    providerId: message.id,
    sender: message.conversationId,
    sentAt: Number.isNaN(sentAt) ? 0 : sentAt,
    content: contentOf(message),
  };
}

/** A tap comes back as its value, sometimes as a text that is nothing else. */
function contentOf({ type, payload: { text = "", value } }: Message): MessageContent {
  if (value !== undefined && value !== "" && value.length <= 1000)
    return { kind: "choice", value: cleanText(value), label: cleanText(text || value) };
  if (isOurValue(text)) return { kind: "choice", value: text, label: text };
  if (text.trim() !== "") return { kind: "text", text: cleanText(text) };
  const kinds = ["image", "audio", "video", "file", "location"] as const;
  return { kind: "unreadable", what: kinds.find((kind) => kind === type) ?? "other" };
}

function isOurValue(text: string): boolean {
  const { entry, ...commands } = choiceValues;
  return Object.values(commands).some((command) => command === text) || (text.startsWith(entry) && /^\S{1,200}$/.test(text));
}

function nothing(what: string): Received {
  return { kind: "received", messages: [], notices: [{ kind: "ignored", what }], malformed: 0, body: fine };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined;
    throw fault;
  }
}
