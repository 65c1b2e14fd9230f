import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Entries written in the console, and what people are told when a rule they were told has ended. */
export const editing: Migration = {
  async up(database: Kysely<unknown>) {
    await addRevisions(database);
    await database.schema
      .createTable("approvals")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull())
      .execute();
    await sql`insert into approvals (id, number) values (1, 0)`.execute(database);
    await database.schema
      .createTable("correction_notices")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("about", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("entries", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("author_name", "text", (column) => column.notNull())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .addColumn("decided_by", "text")
      .addColumn("decided_name", "text")
      .addColumn("decided_at", "bigint")
      .execute();
    await database.schema
      .createTable("notice_receipts")
      .addColumn("notice_id", "text", (column) => column.notNull())
      .addColumn("conversation_id", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("one_receipt", ["notice_id", "conversation_id"])
      .execute();
    await database.schema.createIndex("receipts_of_conversation").on("notice_receipts").column("conversation_id").execute();
  },
};

async function addRevisions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("entry_revisions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("entry_id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("withdrawn", "integer", (column) => column.notNull())
    .addColumn("made_from", "text")
    .addColumn("author_id", "text", (column) => column.notNull())
    .addColumn("author_name", "text", (column) => column.notNull())
    .addColumn("edits", "integer", (column) => column.notNull())
    .addColumn("changed_at", "bigint", (column) => column.notNull())
    .addColumn("submitted_at", "bigint")
    .addColumn("decided_by", "text")
    .addColumn("decided_name", "text")
    .addColumn("decided_at", "bigint")
    .addColumn("note", "text")
    .addColumn("number", "integer", (column) => column.unique())
    .addColumn("conversation_id", "text")
    .addColumn("material", "text")
    .execute();
  await database.schema.createIndex("revisions_of_entry").on("entry_revisions").column("entry_id").execute();
  await database.schema.createIndex("revisions_by_state").on("entry_revisions").column("state").execute();
  await database.schema.createIndex("revisions_of_conversation").on("entry_revisions").column("conversation_id").execute();
}
