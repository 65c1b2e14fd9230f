import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import pg from "pg";
import { kyselyStore } from "../../server/store/kysely-store.ts";
import { openPostgres } from "../../server/store/open-postgres.ts";
import { type OpenDatabase, openSqlite } from "../../server/store/open-sqlite.ts";
import { sealWith } from "../../server/store/seal.ts";
import type { Store } from "../../server/store/store.ts";
import type { Tables } from "../../server/store/tables.ts";
import { type Steps, steppedDialect } from "./stepped-dialect.ts";

export interface OpenedStore {
  readonly store: Store;
  readonly database: Kysely<Tables>;
  readonly cut: () => Promise<void>;
}

/** The one database of a simulation, opened by each of its processes. */
export interface SharedDatabase {
  readonly kind: "sqlite" | "postgres";
  open(steps: Steps, newId: () => string): Promise<OpenedStore>;
  /** Beside the processes, for the checker. */
  readonly database: Kysely<Tables>;
  livingConversation(of: { readonly channel: string; readonly account: string; readonly person: string }): Promise<string | undefined>;
  remove(): Promise<void>;
}

const seal = sealWith(new Uint8Array(32).fill(7));
const carried = new Set(["messenger"]);
let templateFile: string | undefined;

/** A file of its own, a copy of one that has the schema: in memory where the machine has a place for that. */
export async function sqliteDatabase(): Promise<SharedDatabase> {
  templateFile ??= await makeTemplate();
  const folder = temporaryFolder();
  const file = join(folder, "huong-thien.sqlite");
  copyFileSync(templateFile, file);
  const own = openSqlite(file);
  return {
    kind: "sqlite",
    database: own.database,
    livingConversation: (of) => livingConversation(own.database, of),
    async open(steps, newId) {
      const { around, cut } = steppedDialect(steps);
      const opened = openSqlite(file, { around, sleep: steps.sleep });
      return await openStore(opened, { steps, newId, cut });
    },
    async remove() {
      await own.database.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function livingConversation(
  database: Kysely<Tables>,
  { channel, account, person }: { readonly channel: string; readonly account: string; readonly person: string },
): Promise<string | undefined> {
  const sender_hash = seal.fingerprint(`${channel}\n${account}\n${person}`);
  const living = database.selectFrom("conversations").select("id").where("erased_at", "is", null);
  return (
    await living.where("channel", "=", channel).where("account", "=", account).where("sender_hash", "=", sender_hash).executeTakeFirst()
  )?.id;
}

async function openStore(
  opened: OpenDatabase,
  { newId, cut }: { readonly steps: Steps; readonly newId: () => string; readonly cut: () => Promise<void> },
): Promise<OpenedStore> {
  const { sql } = await import("kysely");
  // The waiting is done in virtual time.
  await sql`pragma busy_timeout = 0`.execute(opened.database);
  const store = await kyselyStore({ ...opened, seal, newId, carried });
  return { store, database: opened.database, cut };
}

function temporaryFolder(): string {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "huong-thien-simulator-"));
}

async function makeTemplate(): Promise<string> {
  // Among all else the tests write, which is gone when they are done.
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-template-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "template.sqlite");
  const store = await kyselyStore({ ...openSqlite(file), seal, newId: () => "template", carried });
  await store.close();
  return file;
}

let databases = 0;

/** A database of its own on a real server. Its statements are not stepped: each verb is done before virtual time goes on. */
export async function postgresDatabase(serverUrl: string): Promise<SharedDatabase> {
  databases += 1;
  const name = `simulator_${process.pid}_${databases}`;
  await administer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const own = openPostgres(url.href);
  await (await kyselyStore({ ...own, seal, newId: () => "template", carried })).ping();
  return {
    kind: "postgres",
    database: own.database,
    livingConversation: (of) => livingConversation(own.database, of),
    async open(_steps, newId) {
      const opened = openPostgres(url.href);
      const store = await kyselyStore({ ...opened, seal, newId, carried });
      return { store, database: opened.database, cut: () => opened.database.destroy() };
    },
    async remove() {
      await own.database.destroy();
      await administer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function administer(url: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(command);
  await client.end();
}
