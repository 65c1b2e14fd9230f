import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** A conversation keeps the guided interview that was begun in it. */
export const interviews: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable("conversations").addColumn("interview", "text").execute();
  },
};
