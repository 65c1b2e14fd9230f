import type { MessengerConfig } from "../../config.ts";
import type { Delivery, DeliveryResult } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import { buttons } from "../listed-choices.ts";
import type { Personas } from "../messenger-page/personas.ts";
import { plainText } from "../plain-text.ts";
import type { Graph } from "./graph.ts";
import { limits, ourMark, SendAnswer } from "./payload.ts";
import { messagingOf } from "./reply-window.ts";

export interface Sending {
  readonly config: MessengerConfig;
  readonly graph: Graph;
  readonly personas: Personas;
}

/** One piece over the Send API, as what the window allows; a counsellor's under their own name, where Meta lets us show it. */
export async function send(delivery: Delivery, sending: Sending): Promise<DeliveryResult> {
  const { piece, at } = delivery;
  if (textOf(delivery, sending) === "") return { kind: "undeliverable", why: "nothing to say" };
  if (messagingOf(delivery, sending.config) === undefined) return { kind: "undeliverable", why: "window closed" };
  const name = piece.from === "counsellor" ? piece.name : undefined;
  const persona = name === undefined ? undefined : await sending.personas.find(name, at);
  const sent = await post(delivery, sending, persona);
  if (persona === undefined || name === undefined || sent.kind !== "undeliverable" || !sent.why.startsWith("graph 100")) return sent;
  // The persona may have been deleted on the Page; what was refused has not been sent.
  sending.personas.forget(name);
  return await post(delivery, sending, undefined);
}

async function post(delivery: Delivery, sending: Sending, persona: string | undefined): Promise<DeliveryResult> {
  const { config, graph } = sending;
  const shown = persona === undefined ? delivery : { ...delivery, piece: { ...delivery.piece, from: "bot" as const } };
  const answer = await graph.call({
    method: "POST",
    path: `${delivery.account}/messages`,
    body: {
      recipient: { id: delivery.recipient },
      ...messagingOf(delivery, config),
      ...(persona !== undefined && { persona_id: persona }),
      message: { text: textOf(shown, sending), metadata: `${ourMark}${delivery.id}`, ...quickReplies(delivery) },
    },
    at: delivery.at,
  });
  if (answer.kind === "failed") return answer.result;
  const sent = SendAnswer.safeParse(answer.json);
  if (!sent.success) return { kind: "unknown", why: "200 without a message id" };
  return { kind: "sent", providerId: sent.data.message_id, ...(answer.afterMs !== undefined && { afterMs: answer.afterMs }) };
}

function textOf({ piece }: Delivery, { config }: Sending): string {
  return cleanText(plainText(piece, config.publicUrl));
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
