import type { MessengerConfig } from "../../config.ts";
import type { Egress } from "../../egress.ts";
import type { Delivery, DeliveryResult } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import { buttons } from "../listed-choices.ts";
import { plainText } from "../plain-text.ts";
import { GraphFailure, limits, ourMark, SendAnswer } from "./payload.ts";
import { refusedSend } from "./refused-send.ts";
import { messagingOf } from "./reply-window.ts";
import { keyedDigest } from "./signature.ts";

export interface Sending {
  readonly config: MessengerConfig;
  readonly egress: Egress;
}

/** One piece over the Send API, as what the window allows. The token travels in a header: addresses end up in logs. */
export async function send(delivery: Delivery, { config, egress }: Sending): Promise<DeliveryResult> {
  const text = cleanText(plainText(delivery.piece, config.publicUrl));
  if (text === "") return { kind: "undeliverable", why: "nothing to say" };
  const messaging = messagingOf(delivery, config);
  if (messaging === undefined) return { kind: "undeliverable", why: "window closed" };
  const result = await egress({
    method: "POST",
    url: `${config.graphUrl}/${config.graphVersion}/${delivery.account}/messages`,
    headers: { authorization: `Bearer ${config.pageToken}` },
    body: {
      recipient: { id: delivery.recipient },
      ...messaging,
      message: { text, metadata: `${ourMark}${delivery.id}`, ...quickReplies(delivery) },
      appsecret_proof: keyedDigest(config.pageToken, config.appSecret),
    },
  });
  if (result.kind === "unreached") return { kind: "try-later", why: result.why, holds: "channel" };
  if (result.kind === "unanswered") return { kind: "unknown", why: result.why };
  const json = result.kind === "answered" ? result.json : undefined;
  const sent = SendAnswer.safeParse(json);
  if (result.status === 200 && sent.success) return { kind: "sent", providerId: sent.data.message_id };
  const failure = GraphFailure.safeParse(json);
  if (result.status === 200 && !failure.success) return { kind: "unknown", why: "200 without a message id" };
  return refusedSend(result, failure.success ? failure.data.error : undefined);
}

function quickReplies({ piece }: Delivery) {
  if (piece.choices.length === 0) return {};
  return {
    quick_replies: buttons(piece.choices, limits).map(({ label, value }) => ({
      content_type: "text",
      title: cleanText(label),
      payload: value,
    })),
  };
}
