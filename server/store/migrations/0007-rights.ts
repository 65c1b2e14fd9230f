import { type Kysely, PostgresAdapter, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** People's own proofs and sessions, the log of who did what, what people ask about their data. */
export const rights: Migration = {
  async up(database: Kysely<unknown>) {
    await people(database);
    await audit(database);
    await requests(database);
    await (database.getExecutor().adapter instanceof PostgresAdapter ? onlyAddedToOnPostgres : onlyAddedToOnSqlite)(database);
  },
};

async function people(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema.alterTable("staff").addColumn("left_at", "bigint").execute();
  // Those there are know neither their device nor when they were proved; their owners sign in again.
  await sql`delete from sessions`.execute(database);
  const text = (column: string) => schema.alterTable("sessions").addColumn(column, "text", (it) => it.notNull().defaultTo(""));
  await text("id").execute();
  await text("device").execute();
  await schema
    .alterTable("sessions")
    .addColumn("proved_at", "bigint", (it) => it.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable("recovery_codes")
    .addColumn("code_hash", "text", (it) => it.primaryKey())
    .addColumn("staff_id", "text", (it) => it.notNull())
    .addColumn("made_at", "bigint", (it) => it.notNull())
    .addColumn("used_at", "bigint")
    .execute();
  await schema
    .createTable("devices")
    .addColumn("id", "text", (it) => it.primaryKey())
    .addColumn("staff_id", "text", (it) => it.notNull())
    .addColumn("token_hash", "text", (it) => it.notNull())
    .addColumn("name", "text", (it) => it.notNull())
    .addColumn("first_at", "bigint", (it) => it.notNull())
    .addColumn("last_at", "bigint", (it) => it.notNull())
    .addColumn("noticed_at", "bigint")
    .execute();
  await schema.createIndex("one_device_of_member").unique().on("devices").columns(["staff_id", "token_hash"]).execute();
  await schema
    .createTable("resets")
    .addColumn("token_hash", "text", (it) => it.primaryKey())
    .addColumn("staff_id", "text", (it) => it.notNull())
    .addColumn("expires_at", "bigint", (it) => it.notNull())
    .execute();
}

async function audit(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable("audit")
    .addColumn("sequence", "bigint", (it) => it.primaryKey())
    .addColumn("at", "bigint", (it) => it.notNull())
    .addColumn("actor", "text", (it) => it.notNull())
    .addColumn("act", "text", (it) => it.notNull())
    .addColumn("object", "text", (it) => it.notNull())
    .addColumn("object_id", "text", (it) => it.notNull())
    .addColumn("detail", "text", (it) => it.notNull())
    .addColumn("hash", "text", (it) => it.notNull())
    .execute();
  await schema.createIndex("audit_of_object").on("audit").columns(["object_id", "at"]).execute();
  await schema.createIndex("audit_of_actor").on("audit").columns(["actor", "at"]).execute();
  await schema
    .createTable("audit_head")
    .addColumn("id", "bigint", (it) => it.primaryKey())
    .addColumn("sequence", "bigint", (it) => it.notNull())
    .addColumn("hash", "text", (it) => it.notNull())
    .execute();
  await sql`insert into audit_head (id, sequence, hash) values (1, 0, '')`.execute(database);
}

async function requests(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable("data_requests")
    .addColumn("id", "text", (it) => it.primaryKey())
    .addColumn("kind", "text", (it) => it.notNull())
    .addColumn("conversation_id", "text")
    .addColumn("came_by", "text", (it) => it.notNull())
    .addColumn("note", "text")
    .addColumn("received_at", "bigint", (it) => it.notNull())
    .addColumn("first_due", "text", (it) => it.notNull())
    .addColumn("due", "text", (it) => it.notNull())
    .addColumn("answered_at", "bigint")
    .addColumn("extended_at", "bigint")
    .addColumn("why_extended", "text")
    .addColumn("done_at", "bigint")
    .addColumn("outcome", "text")
    .execute();
  await schema.createIndex("requests_of_conversation").on("data_requests").columns(["conversation_id"]).execute();
  await schema
    .createTable("copies")
    .addColumn("id", "text", (it) => it.primaryKey())
    .addColumn("request_id", "text", (it) => it.notNull())
    .addColumn("asked_by", "text", (it) => it.notNull())
    .addColumn("asked_at", "bigint", (it) => it.notNull())
    .addColumn("approved_by", "text")
    .addColumn("approved_at", "bigint")
    .addColumn("taken_at", "bigint")
    .execute();
}

const refusal = "the audit log is only added to";

async function onlyAddedToOnSqlite(database: Kysely<unknown>): Promise<void> {
  const refuse = sql.raw(`begin select raise(abort, '${refusal}'); end`);
  await sql`create trigger audit_not_changed before update on audit ${refuse}`.execute(database);
  await sql`create trigger audit_not_removed before delete on audit ${refuse}`.execute(database);
  // "insert or replace" removes the old row without asking the trigger above.
  const replaced = sql.raw("when exists (select 1 from audit where sequence = new.sequence)");
  await sql`create trigger audit_not_replaced before insert on audit ${replaced} ${refuse}`.execute(database);
}

async function onlyAddedToOnPostgres(database: Kysely<unknown>): Promise<void> {
  const body = sql.raw(`$$ begin raise exception '${refusal}'; end $$`);
  await sql`create function refuse_change_of_audit() returns trigger language plpgsql as ${body}`.execute(database);
  const refuse = sql.raw("execute function refuse_change_of_audit()");
  await sql`create trigger audit_not_changed before update or delete on audit for each row ${refuse}`.execute(database);
  await sql`create trigger audit_not_emptied before truncate on audit for each statement ${refuse}`.execute(database);
}
