import { z } from "zod";

export const ConversationId = z.string().min(8).max(64).brand<"ConversationId">();
export type ConversationId = z.infer<typeof ConversationId>;

export const MessageId = z.string().min(8).max(64).brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

/** What a person sent: words, a tapped choice, or something we cannot read. */
export const MessageContent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
  z.strictObject({ kind: z.literal("choice"), value: z.string().max(1000), label: z.string() }),
  z.strictObject({
    kind: z.literal("unreadable"),
    what: z.enum(["image", "audio", "video", "file", "location", "sticker", "other", "taken-back"]),
  }),
]);
export type MessageContent = z.infer<typeof MessageContent>;

/** What a person wrote, once, in our words, whatever channel it came by. */
export interface IncomingMessage {
  readonly id: MessageId;
  readonly content: MessageContent;
}
