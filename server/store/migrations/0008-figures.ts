import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Settings of the office, daily counts, and the words of the archive as keyed hashes. */
export const figures: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable("office_settings")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("changed_by", "text", (column) => column.notNull())
      .execute();
    for (const table of ["count_marks", "daily_counts"]) {
      const counted = schema
        .createTable(table)
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("what", "text", (column) => column.notNull())
        .addColumn("label", "text", (column) => column.notNull())
        .addColumn("amount", "bigint", (column) => column.notNull());
      await (table === "daily_counts" ? counted.addPrimaryKeyConstraint("one_count", ["day", "what", "label"]) : counted).execute();
    }
    await schema
      .createTable("open_answers")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("conversation_id", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("case_marks")
      .addColumn("escalation_id", "text", (column) => column.primaryKey())
      .addColumn("conversation_id", "text", (column) => column.notNull())
      .addColumn("danger_at", "bigint")
      .addColumn("reached_at", "bigint")
      .addColumn("replied_at", "bigint")
      .execute();
    await schema
      .createTable("opinions")
      .addColumn("conversation_id", "text", (column) => column.notNull())
      .addColumn("entry", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("one_opinion", ["conversation_id", "entry"])
      .execute();
    await schema
      .createTable("archive_words")
      .addColumn("conversation_id", "text", (column) => column.primaryKey())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("upto", "bigint", (column) => column.notNull())
      .execute();
    for (const [table, ...columns] of [
      ["open_answers", "conversation_id", "topic"],
      ["open_answers", "at"],
      ["case_marks", "conversation_id"],
    ] as const)
      await schema.createIndex(`${table}_by_${columns[0]}`).on(table).columns(columns).execute();
  },
};
