import { z } from "zod";
import { cleanText } from "../clean-text.ts";
import { ignored, notice, type ReadEvent, type Surroundings } from "../messenger/notices.ts";

export const commentsName = "page-comments";

const id = z.string().min(1).max(128);

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page */
const Change = z.object({
  field: z.literal("feed"),
  value: z.object({
    item: z.literal("comment"),
    verb: z.string(),
    comment_id: id,
    post_id: id.optional(),
    parent_id: id.optional(),
    from: z.object({ id: z.string() }).optional().catch(undefined),
    message: z.string().optional(),
    created_time: z.int().nonnegative().optional(),
  }),
});

/** What people write under a post of the Page: one that starts a thread is a message, to be answered once and in private. */
export function readComment(raw: unknown, { pageId, time }: Pick<Surroundings, "pageId" | "time">): ReadEvent {
  const parsed = Change.safeParse(raw);
  if (!parsed.success) return ignored("change");
  const { verb, comment_id, post_id, parent_id, from, message = "", created_time } = parsed.data.value;
  if (from?.id === pageId) return ignored("own-comment");
  const of = { channel: commentsName, account: pageId, providerId: `comment:${comment_id}` };
  const content = { kind: "text", text: cleanText(message) } as const;
  const sentAt = created_time === undefined ? time : created_time * 1000;
  const isReply = parent_id !== undefined && parent_id !== post_id;
  const hasWords = /\p{L}/u.test(message);
  const words = sentAt === undefined || isReply ? {} : { words: { sender: comment_id, sentAt } };
  const gone = { kind: "unreadable", what: "taken-back" } as const;
  if (verb === "edited") return notice({ kind: "changed", what: "edit", ...of, content, ...(hasWords && words) });
  if (verb === "remove") return notice({ kind: "changed", what: "unsend", ...of, content: gone, ...words });
  if (verb !== "add") return ignored("comment");
  if (isReply) return ignored("comment-reply");
  if (!hasWords) return ignored("comment-without-words");
  return sentAt === undefined ? { kind: "malformed" } : { kind: "message", message: { ...of, sender: comment_id, sentAt, content } };
}
