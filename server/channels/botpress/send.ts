import type { BotpressConfig } from "../../config.ts";
import type { Delivery, DeliveryResult } from "../channel.ts";
import { cleanText } from "../clean-text.ts";
import { buttons } from "../listed-choices.ts";
import { plainText } from "../plain-text.ts";
import type { Botpress } from "./calls.ts";
import type { Mirror } from "./mirror.ts";
import { limits, MessageMade } from "./payload.ts";

export interface Sending {
  readonly config: BotpressConfig;
  readonly botpress: Botpress;
  readonly mirror: Mirror;
}

/** One piece into the conversation, as the bot. Words wait for nothing that goes wrong beside them. */
export async function send(delivery: Delivery, { config, botpress, mirror }: Sending): Promise<DeliveryResult> {
  const text = cleanText(plainText(delivery.piece, config.publicUrl));
  if (text === "") return { kind: "undeliverable", why: "nothing to say" };
  const unmirrored = await mirror(delivery);
  const common = { userId: config.botId, conversationId: delivery.recipient, tags: {} };
  const made = await botpress({ method: "POST", path: "messages", body: { ...common, ...contentOf(delivery, text) } });
  if (made.kind === "failed") return made.result;
  const message = MessageMade.safeParse(made.json);
  if (!message.success) return { kind: "unknown", why: "an answer without a message id" };
  const why = unmirrored === undefined ? {} : { why: `who speaks is not told: ${unmirrored}` };
  return { kind: "sent", providerId: message.data.message.id, ...why };
}

function contentOf({ piece: { choices } }: Delivery, text: string) {
  if (choices.length === 0) return { type: "text", payload: { text } };
  const options = buttons(choices, limits).map(({ label, value }) => ({ label: cleanText(label), value }));
  return { type: "choice", payload: { text, options } };
}
