import type { Transaction } from "kysely";
import type { Base, Tables } from "../tables.ts";
import type { EditingStore, NewRevision, Person } from "./editing-store.ts";
import { revisionOf, revisionRows, wordsColumns } from "./revision-rows.ts";

type Verbs =
  | "addRevisions"
  | "saveRevision"
  | "submitRevision"
  | "takeBackRevision"
  | "sendBackRevision"
  | "dropRevision"
  | "readRevision"
  | "listRevisions";

export function revisionVerbs(base: Base): Pick<EditingStore, Verbs> {
  const { database, seal } = base;
  const own = (id: string, author: string) => database.updateTable("entry_revisions").where("id", "=", id).where("author_id", "=", author);
  return {
    async addRevisions(revisions, author, at) {
      return await database.transaction().execute(async (transaction) => {
        const ids: string[] = [];
        for (const revision of revisions) ids.push(await add(base, transaction, { revision, author, at }));
        return ids;
      });
    },
    async saveRevision(id, author, { edits }, words, at) {
      const saved = await own(id, author)
        .set((of) => ({ ...wordsColumns(seal, words), edits: of("edits", "+", 1), changed_at: at }))
        .where("state", "=", "draft")
        .where("edits", "=", edits)
        .executeTakeFirst();
      return saved.numUpdatedRows === 1n;
    },
    async submitRevision(id, author, at) {
      const sent = await own(id, author)
        .set({ state: "submitted", submitted_at: at, note: null })
        .where("state", "=", "draft")
        .executeTakeFirst();
      return sent.numUpdatedRows === 1n;
    },
    async takeBackRevision(id, author, at) {
      const back = await own(id, author)
        .set({ state: "draft", submitted_at: null, changed_at: at })
        .where("state", "=", "submitted")
        .executeTakeFirst();
      return back.numUpdatedRows === 1n;
    },
    async sendBackRevision(id, by, note, at) {
      const back = await database
        .updateTable("entry_revisions")
        .set({ state: "draft", submitted_at: null, note: seal.lockOwn(note), decided_by: by.id, decided_name: by.name, decided_at: at })
        .where("id", "=", id)
        .where("author_id", "<>", by.id)
        .where("state", "=", "submitted")
        .executeTakeFirst();
      return back.numUpdatedRows === 1n;
    },
    async dropRevision(id, author) {
      const dropped = await database
        .deleteFrom("entry_revisions")
        .where("id", "=", id)
        .where("author_id", "=", author)
        .where("state", "=", "draft")
        .executeTakeFirst();
      return dropped.numDeletedRows === 1n;
    },
    async readRevision(id) {
      const row = await revisionRows(base).where("entry_revisions.id", "=", id).executeTakeFirst();
      return row && revisionOf(seal, row);
    },
    async listRevisions(of) {
      const rows = await ("entry" in of
        ? revisionRows(base).where("entry_id", "=", of.entry)
        : revisionRows(base).where("entry_revisions.state", "in", [...of.states])
      )
        .orderBy("changed_at", "desc")
        .execute();
      return rows.map((row) => revisionOf(seal, row));
    },
  };
}

interface Adding {
  readonly revision: NewRevision;
  readonly author: Person;
  readonly at: number;
}

async function add({ seal, newId }: Base, transaction: Transaction<Tables>, { revision, author, at }: Adding): Promise<string> {
  const { from } = revision;
  const conversation =
    from && (await transaction.selectFrom("conversations").select("data_key").where("id", "=", from.conversation).executeTakeFirst());
  const key = conversation?.data_key;
  const id = newId();
  await transaction
    .insertInto("entry_revisions")
    .values({
      id,
      state: "draft",
      ...wordsColumns(seal, revision),
      author_id: author.id,
      author_name: author.name,
      edits: 0,
      changed_at: at,
      submitted_at: null,
      decided_by: null,
      decided_name: null,
      decided_at: null,
      note: null,
      number: null,
      conversation_id: from && key != null ? from.conversation : null,
      material: from && key != null ? seal.lock(key, JSON.stringify(from.material)) : null,
    })
    .execute();
  return id;
}
