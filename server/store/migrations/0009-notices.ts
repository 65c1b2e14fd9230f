import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Notices to everybody, kill switches with who switched and why, and how many searches found nothing, by day. */
export const notices: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable("notices")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("from_at", "bigint", (column) => column.notNull())
      .addColumn("until_at", "bigint", (column) => column.notNull())
      .addColumn("made_by", "text", (column) => column.notNull())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .addColumn("withdrawn_by", "text")
      .addColumn("withdrawn_at", "bigint")
      .execute();
    await schema.createIndex("notices_not_over").on("notices").columns(["until_at"]).execute();
    await schema
      .createTable("switches")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("open", "bigint")
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("off_by", "text", (column) => column.notNull())
      .addColumn("off_at", "bigint", (column) => column.notNull())
      .addColumn("on_by", "text")
      .addColumn("on_at", "bigint")
      .execute();
    // Both databases let any number of rows share "nothing": one open switch of a name, and all of its history.
    await schema.createIndex("one_open_switch").unique().on("switches").columns(["name", "open"]).execute();
    await schema
      .createTable("search_counts")
      .addColumn("day", "text", (column) => column.primaryKey())
      .addColumn("found", "bigint", (column) => column.notNull())
      .addColumn("nothing", "bigint", (column) => column.notNull())
      .execute();
  },
};
