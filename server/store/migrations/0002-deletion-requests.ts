import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who asked a provider to be forgotten can see what became of it; and our own echoes are found by the id their provider gave them. */
export const deletionRequests: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("deletion_requests")
      .addColumn("code", "text", (column) => column.primaryKey())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("found", "bigint", (column) => column.notNull())
      .execute();
    await database.schema.createIndex("deliveries_of_provider_id").on("deliveries").columns(["provider_id"]).execute();
  },
};
