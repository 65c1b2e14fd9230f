import type { MessageContent } from "../../../bot/message.ts";
import type { ReceivedMessage } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import { ignored, notice, type ReadEvent, type Surroundings, takenBack } from "./notices.ts";
import { MessageEvent, ourMark, PostbackEvent, ReferralEvent } from "./payload.ts";
import { readPassiveEvent } from "./read-passive-event.ts";
import { keyedDigest } from "./signature.ts";

interface Parties {
  readonly sender: { readonly id: string };
  readonly recipient: { readonly id: string };
  readonly timestamp?: number | undefined;
}

/** One item of `messaging` or `standby`; what kind it is shows by the key it has. */
export function readEvent(raw: unknown, around: Surroundings): ReadEvent {
  if (typeof raw !== "object" || raw === null) return { kind: "malformed" };
  if ("message" in raw) return readMessage(raw, around);
  if ("postback" in raw) return readPostback(raw, around);
  if ("referral" in raw) return readReferral(raw, around);
  return readPassiveEvent(raw, around);
}

function readMessage(raw: object, around: Surroundings): ReadEvent {
  const parsed = MessageEvent.safeParse(raw);
  if (!parsed.success) return { kind: "malformed" };
  const { message } = parsed.data;
  if (message.is_echo) return readEcho(parsed.data, around);
  if (message.is_deleted) return takenBack(parsed.data, around, message.mid);
  return said(parsed.data, around, { providerId: message.mid, content: contentOf(message) });
}

/** A tap on a button of a template, on the menu or on "Get started". Without an id of its own it gets one of who, when and what. */
function readPostback(raw: object, around: Surroundings): ReadEvent {
  const parsed = PostbackEvent.safeParse(raw);
  if (!parsed.success) return { kind: "malformed" };
  const { mid, title, payload } = parsed.data.postback;
  return said(parsed.data, around, {
    providerId: mid ?? derivedId("postback", parsed.data, { what: payload, around }),
    content: choiceOf(payload, /^get started$/i.test(title) ? begin : title),
  });
}

/** A link to the Page that says where it stood was opened in a conversation that had begun before. */
function readReferral(raw: object, around: Surroundings): ReadEvent {
  const parsed = ReferralEvent.safeParse(raw);
  if (!parsed.success) return { kind: "malformed" };
  const { ref } = parsed.data.referral;
  if (ref === "") return ignored("referral");
  return said(parsed.data, around, {
    providerId: derivedId("referral", parsed.data, { what: ref, around }),
    content: choiceOf(ref, begin),
  });
}

function said(
  { sender, recipient, timestamp }: Parties,
  around: Surroundings,
  of: Pick<ReceivedMessage, "providerId" | "content">,
): ReadEvent {
  const sentAt = timestamp ?? around.time;
  if (sentAt === undefined) return { kind: "malformed" };
  if (sender.id === around.pageId) return ignored("own-page");
  if (recipient.id !== around.pageId) return ignored("other-page");
  const held = around.isStandby ? ({ held: true } as const) : {};
  return { kind: "message", message: { account: around.pageId, sender: sender.id, sentAt, ...of, ...held } };
}

/** In an echo the Page is the sender. One without our mark was written in the Page's inbox or by another app. */
function readEcho({ sender, recipient, message, timestamp }: MessageEvent, { pageId, appId, time }: Surroundings): ReadEvent {
  if (sender.id !== pageId) return ignored("other-page");
  const mark = message.metadata ?? "";
  if (mark.startsWith(ourMark)) return notice({ kind: "echo", deliveryId: mark.slice(ourMark.length), providerId: message.mid });
  if (appId !== undefined && String(message.app_id) === appId) return ignored("own-echo");
  const text = cleanText(message.text ?? "") || "[không phải chữ]";
  const said = { account: pageId, recipient: recipient.id, providerId: message.mid, sentAt: timestamp ?? time, text };
  return notice({ kind: "outside-answer", ...said });
}

function contentOf({ text = "", quick_reply, attachments = [] }: MessageEvent["message"]): MessageContent {
  if (quick_reply) return choiceOf(quick_reply.payload, text);
  if (text !== "") return { kind: "text", text: cleanText(text) };
  const [first] = attachments;
  if (first?.payload?.sticker_id !== undefined) return { kind: "unreadable", what: "sticker" };
  const kinds = ["image", "audio", "video", "file", "location", "sticker"] as const;
  return { kind: "unreadable", what: kinds.find((kind) => kind === first?.type) ?? "other" };
}

/** What Meta writes on its own button, in Vietnamese; on an English telephone it is "Get Started". */
const begin = "Bắt đầu";

/** A payload that none of our buttons can have counts as the words beside it. */
function choiceOf(payload: string, label: string): MessageContent {
  if (payload === "" || payload.length > 1000) return { kind: "text", text: cleanText(label) };
  return { kind: "choice", value: cleanText(payload), label: cleanText(label) };
}

function derivedId(
  kind: string,
  { sender, timestamp }: Parties,
  { what, around }: { readonly what: string; readonly around: Surroundings },
): string {
  return `${kind}:${keyedDigest(JSON.stringify([kind, sender.id, timestamp ?? around.time, what]), around.appSecret)}`;
}
