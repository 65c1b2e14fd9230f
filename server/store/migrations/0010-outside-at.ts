import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** When, by the provider's clock, the newest thing happened that gave a conversation to somebody outside our console or back. */
export const outsideAt: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .alterTable("conversations")
      .addColumn("outside_at", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
