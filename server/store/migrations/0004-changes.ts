import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const indexes: Readonly<Record<string, readonly [table: string, ...columns: string[]]>> = {
  latest_conversations: ["conversations", "last_at"],
  conversations_to_forget: ["conversations", "forget_at"],
  messages_of_provider: ["messages", "provider_id"],
  due_deliveries: ["deliveries", "state", "channel", "due_at"],
  deliveries_of_message: ["deliveries", "message_id"],
  escalations_of_conversation: ["escalations", "conversation_id", "state"],
  escalations_by_state: ["escalations", "state", "lease_until"],
  latest_sessions: ["sessions", "last_seen_at"],
};

/**
 * What is asked for again and again is found without reading a whole table: what is due, what has changed, who is there.
 * The partial indexes of before do not serve statements whose values come as parameters.
 */
export const changes: Migration = {
  async up(database: Kysely<unknown>) {
    for (const [name, [table, ...columns]] of Object.entries(indexes))
      await database.schema.createIndex(name).on(table).columns(columns).execute();
    await database.schema.dropIndex("open_deliveries").execute();
  },
};
