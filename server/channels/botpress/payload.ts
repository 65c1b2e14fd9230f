import { z } from "zod";
import type { ChannelLimits } from "../channel.ts";

// Botpress's own words stay in this folder, their shapes in this file. docs/botpress.md tells where they come from.

/** What every place Botpress may pass our words on to can carry; which one it is we are not told. */
export const limits: ChannelLimits = { textLength: 1999, choices: 10, choiceLength: 20 };

const id = z.string().min(1).max(256);

export const Headers = z.object({
  "x-bot-id": id,
  "x-bp-operation": z.enum(["event_received", "register", "unregister", "ping", "action_triggered"]),
  "x-bp-type": z.string().min(1).max(256),
  "x-bp-configuration": z.string().min(1),
});

const readable = [
  "text",
  "choice",
  "dropdown",
  "markdown",
  "image",
  "audio",
  "video",
  "file",
  "location",
  "bloc",
  "card",
  "carousel",
] as const;

export const Message = z.object({
  id,
  /** The SDK looks handlers up by this word, so that none but known words may reach it. */
  type: z.enum(readable).catch("bloc"),
  direction: z.string().optional(),
  userId: id.optional(),
  conversationId: id,
  createdAt: z.string().optional(),
  payload: z.object({ text: z.string().optional().catch(undefined), value: z.string().optional().catch(undefined) }).catch({}),
  tags: z.record(z.string(), z.string()).default({}),
});
export type Message = z.infer<typeof Message>;

export const MessageCreated = z.object({
  event: z.object({
    id,
    createdAt: z.string().optional(),
    payload: z.object({ message: Message, user: z.object({ id }), conversation: z.object({ id }) }),
  }),
});
export type MessageCreated = z.infer<typeof MessageCreated>;

/** Any event: what it is about is not ours. */
export const AnyEvent = z.object({ event: z.object({ type: z.string() }) });

export const MessageMade = z.object({ message: z.object({ id }) });

/** Who speaks in a conversation, as we tell Botpress. */
export const SpeakerState = z.object({ state: z.object({ payload: z.object({ speaker: z.string() }) }) });

export const Refusal = z.object({ type: z.string().max(64), code: z.int().optional() });
