import type { ColumnDataType, CreateTableBuilder, Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type Columns = Readonly<Record<string, ColumnDataType | `${"text" | "bigint"}?`>>;

/** Everything kept in the first release. A type with `?` may be empty. */
export const first: Migration = {
  async up(database: Kysely<unknown>) {
    await table(database, "conversations", {
      id: "text",
      channel: "text",
      account: "text",
      sender_hash: "text",
      sender: "text?",
      data_key: "text?",
      last_sequence: "bigint",
      last_incoming_at: "bigint",
      last_at: "bigint",
      lease_epoch: "bigint",
      lease_until: "bigint",
      retry_at: "bigint",
      paused_until: "bigint",
      introduce: "bigint",
      forget_at: "bigint?",
      erased_at: "bigint?",
    });
    await table(database, "messages", {
      id: "text",
      conversation_id: "text",
      sequence: "bigint",
      from_person: "bigint",
      channel: "text",
      account: "text",
      provider_id: "text?",
      body: "text?",
      author: "text?",
      sent_at: "bigint",
      at: "bigint",
      handled_at: "bigint?",
      attempts: "bigint",
      outcome: "text?",
      entries: "text?",
      trace: "text?",
    });
    await table(database, "deliveries", {
      id: "text",
      message_id: "text",
      conversation_id: "text",
      channel: "text",
      sequence: "bigint",
      from_counsellor: "bigint",
      state: "text",
      attempt: "bigint",
      due_at: "bigint",
      started_at: "bigint?",
      provider_id: "text?",
      reason: "text?",
    });
    await table(database, "escalations", {
      id: "text",
      conversation_id: "text",
      channel: "text",
      reason: "text",
      risk: "bigint",
      state: "text",
      staff_id: "text?",
      staff_name: "text?",
      opened_at: "bigint",
      claimed_at: "bigint?",
      lease_until: "bigint",
      closed_at: "bigint?",
      why: "text?",
    });
    await table(database, "staff", {
      id: "text",
      login: "text",
      name: "text",
      role: "text",
      password_hash: "text",
      totp_secret: "text",
      last_totp_step: "bigint",
      created_at: "bigint",
    });
    await table(database, "invitations", { token_hash: "text", role: "text", expires_at: "bigint" });
    await table(database, "sessions", { token_hash: "text", staff_id: "text", signed_in_at: "bigint", last_seen_at: "bigint" });
    await table(database, "attempts", { id: "text", key_hash: "text", at: "bigint" });
    await indexes(database);
  },
};

async function indexes(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  const unique = (name: string, on: string, columns: string[]) => schema.createIndex(name).unique().on(on).columns(columns);
  await unique("one_living_conversation", "conversations", ["channel", "account", "sender_hash"])
    .where("erased_at" as never, "is", null)
    .execute();
  await unique("one_message_per_provider_id", "messages", ["channel", "account", "provider_id"]).execute();
  await unique("one_message_per_sequence", "messages", ["conversation_id", "sequence"]).execute();
  await unique("one_open_escalation", "escalations", ["conversation_id"])
    .where("state" as never, "<>", "closed")
    .execute();
  await unique("one_login", "staff", ["login"]).execute();
  await schema
    .createIndex("unhandled_messages")
    .on("messages")
    .columns(["at"])
    .where("handled_at" as never, "is", null)
    .execute();
  await schema
    .createIndex("open_deliveries")
    .on("deliveries")
    .columns(["channel", "due_at"])
    .where("state" as never, "in", ["queued", "sending", "unknown"])
    .execute();
  await schema.createIndex("deliveries_of_conversation").on("deliveries").columns(["conversation_id", "sequence"]).execute();
  await schema.createIndex("attempts_of_key").on("attempts").columns(["key_hash", "at"]).execute();
}

async function table(database: Kysely<unknown>, name: string, columns: Columns): Promise<void> {
  let builder: CreateTableBuilder<string, string> = database.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const plain = String(type).replace("?", "") as ColumnDataType;
    builder = builder.addColumn(column, plain, (definition) => {
      const needed = String(type).endsWith("?") ? definition : definition.notNull();
      return column === "id" || column === "token_hash" ? needed.primaryKey() : needed;
    });
  }
  await builder.execute();
}
