import type { Transaction } from "kysely";
import type { Base, Tables } from "../tables.ts";
import type { DeskStore } from "./desk-store.ts";
import { sealedCase } from "./read-desk.ts";

/** What is written beside a conversation: notes among colleagues, and words not sent yet. Sealed with its key. */
export function besideVerbs(base: Base): Pick<DeskStore, "addNote" | "readNotes" | "saveDraft" | "readDraft"> {
  const { database, seal } = base;
  return {
    addNote: (...asked) => database.transaction().execute((transaction) => addNote(base, transaction, asked)),
    async readNotes(id) {
      const sealed = await sealedCase(database, id);
      if (sealed === undefined) return [];
      // Of the whole conversation: what a colleague noted last time helps this time.
      const rows = await database
        .selectFrom("case_notes")
        .selectAll()
        .where("conversation_id", "=", sealed.conversation)
        .orderBy("at")
        .execute();
      return rows.map((row) => ({ id: row.id, by: row.staff_name, at: row.at, text: seal.open(sealed.key, row.body) }));
    },
    async saveDraft(id, staff_id, { clientId, text, at }) {
      const sealed = await sealedCase(database, id);
      if (sealed === undefined) return;
      if (text === "") {
        await database.deleteFrom("case_drafts").where("escalation_id", "=", id).where("staff_id", "=", staff_id).execute();
        return;
      }
      const words = { client_id: clientId, body: seal.lock(sealed.key, text), at };
      await database
        .insertInto("case_drafts")
        .values({ escalation_id: id, staff_id, conversation_id: sealed.conversation, ...words })
        .onConflict((on) => on.columns(["escalation_id", "staff_id"]).doUpdateSet(words))
        .execute();
    },
    async readDraft(id, staff) {
      const sealed = await sealedCase(database, id);
      const row = await database
        .selectFrom("case_drafts")
        .selectAll()
        .where("escalation_id", "=", id)
        .where("staff_id", "=", staff)
        .executeTakeFirst();
      return row && sealed && { clientId: row.client_id, text: seal.open(sealed.key, row.body), at: row.at };
    },
  };
}

async function addNote(
  { seal, newId }: Base,
  transaction: Transaction<Tables>,
  [id, by, text, at]: Parameters<DeskStore["addNote"]>,
): ReturnType<DeskStore["addNote"]> {
  const sealed = await sealedCase(transaction, id);
  if (sealed === undefined) return undefined;
  const row = { id: newId(), escalation_id: id, conversation_id: sealed.conversation, staff_name: by.name, at };
  await transaction
    .insertInto("case_notes")
    .values({ ...row, body: seal.lock(sealed.key, text) })
    .execute();
  return { id: row.id, by: by.name, at, text };
}
