import { commentClosing, commentInvitation, commentOpening } from "../../../bot/wording.ts";
import type { MessengerConfig } from "../../config.ts";
import type { Channel, ChannelLimits, Delivery, DeliveryResult } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import type { Graph } from "../messenger/graph.ts";
import { ourMark, SendAnswer } from "../messenger/payload.ts";
import { plainText } from "../plain-text.ts";
import { commentsName } from "./read-comment.ts";

/** One message of under 2,000 characters, with our own words around it; nothing to tap. */
const limits: ChannelLimits = {
  textLength: 1999 - commentOpening.length - commentClosing.length - 4,
  choices: 1,
  choiceLength: 1,
  pieces: 1,
};

// https://developers.facebook.com/docs/messenger-platform/discovery/private-replies
const weekMs = 7 * 24 * 3_600_000;

/** What may be told to somebody who asked in public; everything else is an invitation to ask in private. */
const answered: readonly string[] = ["answer", "safety", "scam-warning"];
const unanswered: readonly string[] = ["small-talk", "command", "decline"];

/** Comments under the Page's posts: one private reply each, within a week, and a pointer to it in public where that is wished. */
export function commentsChannel(config: MessengerConfig, graph: Graph): Channel {
  return {
    name: commentsName,
    limits,
    carried: true,
    // The one reply is the bot's; who writes back does so in Messenger, and is another conversation there.
    window: () => ({ kind: "closed" }),
    edit(message, outcome) {
      if (unanswered.includes(outcome)) return undefined;
      if (answered.includes(outcome)) return { ...message, choices: [] };
      return { ...message, parts: [{ outcome, text: commentInvitation, citations: [], hotlines: [] }], choices: [] };
    },
    send: (delivery) => send(delivery, config, graph),
  };
}

async function send(delivery: Delivery, { publicUrl, commentPointer }: MessengerConfig, graph: Graph): Promise<DeliveryResult> {
  const { id, account, recipient: comment_id, piece, lastIncomingAt, at } = delivery;
  if (piece.from !== "bot") return { kind: "undeliverable", why: "a comment has its one reply" };
  if (at >= lastIncomingAt + weekMs) return { kind: "undeliverable", why: "window closed" };
  const text = cleanText([commentOpening, plainText(piece, publicUrl), commentClosing].join("\n\n"));
  const message = { text, metadata: `${ourMark}${id}` };
  const body = { recipient: { comment_id }, messaging_type: "RESPONSE", message };
  const answer = await graph.call({ method: "POST", path: `${account}/messages`, body, at });
  if (answer.kind === "failed") return answer.result;
  const sent = SendAnswer.safeParse(answer.json);
  if (!sent.success) return { kind: "unknown", why: "200 without a message id" };
  const afterMs = answer.afterMs === undefined ? {} : { afterMs: answer.afterMs };
  if (commentPointer === undefined) return { kind: "sent", providerId: sent.data.message_id, ...afterMs };
  const pointed = await graph.call({ method: "POST", path: `${comment_id}/comments`, body: { message: commentPointer }, at });
  const why = pointed.kind === "failed" ? { why: `no pointer in public: ${pointed.result.why}` } : {};
  return { kind: "sent", providerId: sent.data.message_id, ...afterMs, ...why };
}
