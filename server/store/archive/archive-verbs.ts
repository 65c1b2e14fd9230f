import type { Transaction } from "kysely";
import { ConversationId, MessageContent } from "../../../bot/message.ts";
import { syllables } from "../../../knowledge/words/normalise.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import type { ArchiveFind, FiguresStore } from "../figures/figures-store.ts";
import type { Base, Tables } from "../tables.ts";
import { archiveForms, hasWord, packWords, unpackWords } from "./archive-words.ts";

/** So many are looked through before others have a turn. */
const batch = 250;

export function archiveVerbs(base: Base): Pick<FiguresStore, "indexArchive" | "findInArchive"> {
  const { database } = base;
  return {
    async indexArchive(since, limit) {
      const behind = await database
        .selectFrom("conversations")
        .leftJoin("archive_words", "archive_words.conversation_id", "conversations.id")
        .select("conversations.id")
        .where("conversations.last_at", ">=", since)
        .where("conversations.erased_at", "is", null)
        .where((of) => of("conversations.last_sequence", ">", of.fn.coalesce("archive_words.upto", of.val(0))))
        .orderBy("conversations.last_at")
        .limit(limit)
        .execute();
      for (const { id } of behind) await database.transaction().execute((transaction) => indexOne(base, transaction, id));
      return behind.length;
    },
    async findInArchive(asked, limit) {
      // With marks it stands there so, without any it is what any of its spellings folds to.
      const words = [...new Set(asked.flatMap(syllables))];
      const found: ArchiveFind[] = [];
      if (words.length === 0) return found;
      for (let passed = 0; ; passed += batch) {
        const rows = await someOf(base, passed);
        for (const { id, channel, last_at, words: packed } of rows)
          if (words.every((word) => hasWord(packed, base.seal.blindWord(id, word))))
            found.push({ conversation: ConversationId.parse(id), channel, lastAt: last_at });
        if (rows.length < batch || found.length >= limit) return found.slice(0, limit);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** The latest first. One that is written to meanwhile may be passed by or seen twice: nothing that cannot be looked for again. */
function someOf({ database }: Base, passed: number) {
  return database
    .selectFrom("conversations")
    .innerJoin("archive_words", "archive_words.conversation_id", "conversations.id")
    .select(["conversations.id", "conversations.channel", "conversations.last_at", "archive_words.words"])
    .where("conversations.erased_at", "is", null)
    .orderBy("conversations.last_at", "desc")
    .orderBy("conversations.id")
    .limit(batch)
    .offset(passed)
    .execute();
}

/** Held first, so that nobody erases or changes it while it is read: a word that was taken back never comes to stay. */
async function indexOne({ seal }: Base, transaction: Transaction<Tables>, id: string): Promise<void> {
  const held = await hold(transaction, id).where("erased_at", "is", null).returning(["data_key", "last_sequence"]).executeTakeFirst();
  const key = held?.data_key;
  if (held === undefined || key == null) return;
  const before = await transaction
    .selectFrom("archive_words")
    .select(["words", "upto"])
    .where("conversation_id", "=", id)
    .executeTakeFirst();
  const fresh = await transaction
    .selectFrom("messages")
    .select(["body", "from_person", "author"])
    .where("conversation_id", "=", id)
    .where("sequence", ">", before?.upto ?? 0)
    .where("body", "is not", null)
    .execute();
  const forms = new Set<string>();
  // What the bot says stands in the library: everybody's conversations would be found by it.
  for (const { body, from_person, author } of fresh)
    if (from_person === 1 || author === "counsellor")
      for (const form of archiveForms(wordsOf(seal.open(key, body ?? ""), from_person === 1))) forms.add(form);
  const hashes = new Set(unpackWords(before?.words ?? ""));
  for (const form of forms) hashes.add(seal.blindWord(id, form));
  const kept = { words: packWords(hashes), upto: held.last_sequence };
  await transaction
    .insertInto("archive_words")
    .values({ conversation_id: id, ...kept })
    .onConflict((conflict) => conflict.column("conversation_id").doUpdateSet(kept))
    .execute();
}

function wordsOf(body: string, isPerson: boolean): string {
  if (!isPerson) {
    const { parts } = OutgoingMessage.parse(JSON.parse(body));
    return parts.map(({ text }) => text).join("\n");
  }
  const content = MessageContent.parse(JSON.parse(body));
  return content.kind === "text" ? content.text : "";
}

/** Something in a conversation reads otherwise now: its words are read anew. In the transaction that changed it. */
export async function readAnew(transaction: Transaction<Tables>, conversation: string): Promise<void> {
  await hold(transaction, conversation).execute();
  await transaction.deleteFrom("archive_words").where("conversation_id", "=", conversation).execute();
}

function hold(transaction: Transaction<Tables>, conversation: string) {
  return transaction
    .updateTable("conversations")
    .set((of) => ({ last_at: of.ref("last_at") }))
    .where("id", "=", conversation);
}
