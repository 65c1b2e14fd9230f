import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who asked a provider to be forgotten can see what became of it; our own echoes and the pauses that are over are found without looking at everything. */
export const deletionRequests: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("deletion_requests")
      .addColumn("code", "text", (column) => column.primaryKey())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("found", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex("paused_conversations")
      .on("conversations")
      .columns(["paused_until"])
      .where("paused_until" as never, ">", 0)
      .execute();
    await database.schema.createIndex("deliveries_of_provider_id").on("deliveries").columns(["provider_id"]).execute();
  },
};
