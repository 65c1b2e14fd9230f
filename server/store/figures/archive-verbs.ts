import type { Transaction } from "kysely";
import { ConversationId, MessageContent } from "../../../bot/message.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import type { Base, Tables } from "../tables.ts";
import { archiveForms, askedForms } from "./archive-words.ts";
import type { FiguresStore } from "./figures-store.ts";

/** So many rows fit into one statement of either database. */
const mostRows = 400;

export function archiveVerbs(base: Base): Pick<FiguresStore, "indexArchive" | "findInArchive"> {
  const { database, seal } = base;
  return {
    async indexArchive(since, limit) {
      const behind = await database
        .selectFrom("conversations")
        .leftJoin("archive_state", "archive_state.conversation_id", "conversations.id")
        .select("conversations.id")
        .where("conversations.last_at", ">=", since)
        .where("conversations.erased_at", "is", null)
        .where((of) => of("conversations.last_sequence", ">", of.fn.coalesce("archive_state.upto", of.val(0))))
        .orderBy("conversations.last_at")
        .limit(limit)
        .execute();
      for (const { id } of behind) await database.transaction().execute((transaction) => indexOne(base, transaction, id));
      return behind.length;
    },
    async findInArchive(asked, limit) {
      const words = [...new Set(asked.flatMap(askedForms))].map(seal.blindWord);
      if (words.length === 0) return [];
      const found = await database
        .selectFrom("archive_words")
        .innerJoin("conversations", "conversations.id", "archive_words.conversation_id")
        .select(["conversations.id", "conversations.channel", "conversations.last_at"])
        .where("archive_words.word", "in", words)
        .where("conversations.erased_at", "is", null)
        .groupBy(["conversations.id", "conversations.channel", "conversations.last_at"])
        .having(({ fn }) => fn.countAll(), "=", words.length)
        .orderBy("conversations.last_at", "desc")
        .limit(limit)
        .execute();
      return found.map(({ id, channel, last_at }) => ({ conversation: ConversationId.parse(id), channel, lastAt: last_at }));
    },
  };
}

/** Held first, so that nobody erases or changes it while it is read: a word that was taken back never comes to stay. */
async function indexOne({ seal }: Base, transaction: Transaction<Tables>, id: string): Promise<void> {
  const held = await transaction
    .updateTable("conversations")
    .set((of) => ({ last_at: of.ref("last_at") }))
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .returning(["data_key", "last_sequence"])
    .executeTakeFirst();
  const key = held?.data_key;
  if (held === undefined || key == null) return;
  const state = await transaction.selectFrom("archive_state").select("upto").where("conversation_id", "=", id).executeTakeFirst();
  const fresh = await transaction
    .selectFrom("messages")
    .select(["body", "from_person", "author"])
    .where("conversation_id", "=", id)
    .where("sequence", ">", state?.upto ?? 0)
    .where("body", "is not", null)
    .execute();
  const forms = new Set<string>();
  // What the bot says stands in the library: everybody's conversations would be found by it.
  for (const { body, from_person, author } of fresh)
    if (from_person === 1 || author === "counsellor")
      for (const form of archiveForms(wordsOf(seal.open(key, body ?? ""), from_person === 1))) forms.add(form);
  const rows = [...forms].map((form) => ({ word: seal.blindWord(form), conversation_id: id }));
  for (let from = 0; from < rows.length; from += mostRows)
    await transaction
      .insertInto("archive_words")
      .values(rows.slice(from, from + mostRows))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const upto = held.last_sequence;
  await transaction
    .insertInto("archive_state")
    .values({ conversation_id: id, upto })
    .onConflict((conflict) => conflict.column("conversation_id").doUpdateSet({ upto }))
    .execute();
}

function wordsOf(body: string, isPerson: boolean): string {
  if (!isPerson)
    return OutgoingMessage.parse(JSON.parse(body))
      .parts.map(({ text }) => text)
      .join("\n");
  const content = MessageContent.parse(JSON.parse(body));
  return content.kind === "text" ? content.text : "";
}

/** Something in a conversation reads otherwise now: its words are read anew. In the transaction that changed it. */
export async function readAnew(transaction: Transaction<Tables>, conversation: string): Promise<void> {
  await transaction
    .updateTable("conversations")
    .set((of) => ({ last_at: of.ref("last_at") }))
    .where("id", "=", conversation)
    .execute();
  await transaction.deleteFrom("archive_words").where("conversation_id", "=", conversation).execute();
  await transaction.deleteFrom("archive_state").where("conversation_id", "=", conversation).execute();
}
