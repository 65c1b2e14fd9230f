import { z } from "zod";
import type { Base, Tables } from "../tables.ts";
import { say } from "../verbs/say.ts";
import type { Notice, NoticeStore } from "./notice-store.ts";
import { personOf } from "./revision-rows.ts";

const Ids = z.array(z.string());
const Traced = z.object({ library: z.string() });

export function noticeVerbs(base: Base): NoticeStore {
  const { database, seal, newId } = base;
  return {
    async listTold(entries, since) {
      if (entries.length === 0) return [];
      const rows = await database
        .selectFrom("messages")
        .innerJoin("conversations", "conversations.id", "messages.conversation_id")
        .select(["conversation_id", "conversations.channel", "entries", "trace", "messages.at", "last_incoming_at"])
        .where("messages.at", ">=", since)
        .where("erased_at", "is", null)
        .where(({ eb, or }) => or(entries.map((id) => eb("entries", "like", `%"${id}"%`))))
        .orderBy("messages.at")
        .execute();
      // The newest of each conversation.
      return [
        ...new Map(
          rows.map(({ conversation_id, channel, entries: told, trace, at, last_incoming_at }) => {
            const library = Traced.safeParse(JSON.parse(trace ?? "null"));
            const common = { conversation: conversation_id, channel, at, lastIncomingAt: last_incoming_at };
            const listed = Ids.parse(JSON.parse(told ?? "[]")).filter((id) => entries.includes(id));
            return [conversation_id, { ...common, entries: listed, library: library.success ? library.data.library : "" }] as const;
          }),
        ).values(),
      ];
    },
    async addCorrection({ about, text, entries, since }, author, at) {
      const id = newId();
      const open = { decided_by: null, decided_name: null, decided_at: null, state: "draft" as const };
      const words = seal.lockOwn(text);
      const made = { author_id: author.id, author_name: author.name, made_at: at };
      await database
        .insertInto("correction_notices")
        .values({ id, about, words, entries: JSON.stringify(entries), since, ...made, ...open })
        .execute();
      return id;
    },
    async listNotices() {
      const rows = await database.selectFrom("correction_notices").selectAll().orderBy("made_at", "desc").execute();
      const sent = await database
        .selectFrom("notice_receipts")
        .select(({ fn }) => ["notice_id", fn.countAll<number>().as("count")])
        .groupBy("notice_id")
        .execute();
      const counts = new Map(sent.map(({ notice_id, count }) => [notice_id, Number(count)]));
      return rows.map((row) => noticeOf(row, { text: seal.openOwn(row.words), sent: counts.get(row.id) ?? 0 }));
    },
    async approveNotice(id, by, at) {
      const approved = await database
        .updateTable("correction_notices")
        .set({ state: "approved", decided_by: by.id, decided_name: by.name, decided_at: at })
        .where("id", "=", id)
        .where("state", "=", "draft")
        .where("author_id", "<>", by.id)
        .executeTakeFirst();
      return approved.numUpdatedRows === 1n;
    },
    async dropNotice(id, author) {
      const dropped = await database
        .deleteFrom("correction_notices")
        .where("id", "=", id)
        .where("author_id", "=", author)
        .where("state", "=", "draft")
        .executeTakeFirst();
      return dropped.numDeletedRows === 1n;
    },
    async sendNotice(id, conversation, says, at) {
      return await database.transaction().execute(async (transaction) => {
        const approved = await transaction
          .selectFrom("correction_notices")
          .select("id")
          .where("id", "=", id)
          .where("state", "=", "approved")
          .executeTakeFirst();
        if (approved === undefined) return false;
        const receipt = await transaction
          .insertInto("notice_receipts")
          .values({ notice_id: id, conversation_id: conversation, at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (receipt.numInsertedOrUpdatedRows !== 1n) return false;
        await say(base, transaction, { conversation, says, at });
        return true;
      });
    },
    async listSent(id) {
      const rows = await database.selectFrom("notice_receipts").select("conversation_id").where("notice_id", "=", id).execute();
      return rows.map(({ conversation_id }) => conversation_id);
    },
  };
}

function noticeOf(row: Tables["correction_notices"], { text, sent }: Pick<Notice, "text" | "sent">): Notice {
  const { id, about, since, state, made_at, decided_at } = row;
  return {
    id,
    about,
    text,
    entries: Ids.parse(JSON.parse(row.entries)),
    since,
    state,
    author: { id: row.author_id, name: row.author_name },
    madeAt: made_at,
    decidedBy: personOf(row.decided_by, row.decided_name),
    decidedAt: decided_at ?? undefined,
    sent,
  };
}
