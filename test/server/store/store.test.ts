import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { chooseStore } from "../../../server/store/choose.ts";
import { describeEditingStore } from "../../contract/editing-store.ts";
import { describeStore, handled, received, says } from "../../contract/store.ts";

const dataKey = new Uint8Array(32).fill(7);
const carried = new Set(["post"]);
const folder = () => mkdtempSync(join(tmpdir(), "huong-thien-store-"));

const shared = folder();
const onSqlite = () => chooseStore({ databaseUrl: "", dataFolder: shared, dataKey, carried });
describeStore("SQLite", onSqlite);
describeEditingStore("SQLite", onSqlite);

const database = `store_${process.pid}`;
let created: Promise<unknown> | undefined;
const onPostgres = async () => {
  created ??= createDatabase();
  await created;
  return await chooseStore({ databaseUrl: postgresUrl(), dataFolder: shared, dataKey, carried });
};
describeStore("PostgreSQL", onPostgres);
describeEditingStore("PostgreSQL", onPostgres);

function postgresUrl(): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

async function createDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
}

test("no word and no sender stands readable in the files, before or after erasing", async () => {
  const dataFolder = folder();
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried });
  const message = received("chim-hoang-yen-trong-long", { sender: "psid-chim-hoang-yen" });
  const [remembered] = await store.rememberMessages("post", [message], 1);
  const work = await store.takeWork(2, 1000);
  if (work === undefined || remembered === undefined) throw new Error("no work");
  await store.saveTurn(handled(work, { says: [says("lời chim-hoang-yen")] }));
  const bytes = () =>
    readdirSync(dataFolder)
      .map((file) => readFileSync(join(dataFolder, file), "latin1"))
      .join();
  expect(bytes()).not.toContain("chim-hoang-yen");
  await store.eraseConversation(remembered.conversation, 3);
  expect(bytes()).not.toContain("chim-hoang-yen");
  await store.close();
});

test("a database address of an unknown kind is refused with what to write instead", async () => {
  await expect(chooseStore({ databaseUrl: "mysql://x", dataFolder: folder(), dataKey, carried })).rejects.toThrow(/postgres:\/\//);
});
