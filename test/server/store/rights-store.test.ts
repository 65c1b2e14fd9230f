import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { dueDays } from "../../../server/rights/due.ts";
import { chooseStore, databaseName } from "../../../server/store/choose.ts";
import { describeRights } from "../../contract/rights-store.ts";
import { handled, received } from "../../contract/store.ts";

const dataKey = new Uint8Array(32).fill(7);
const carried = new Set(["post"]);
const folder = () => mkdtempSync(join(tmpdir(), "huong-thien-rights-"));

const shared = folder();
const onSqlite = async (file: string, statement: string) => {
  const connection = new Database(file);
  try {
    return connection.exec(statement);
  } finally {
    connection.close();
  }
};
describeRights(
  "SQLite",
  () => chooseStore({ databaseUrl: "", dataFolder: shared, dataKey, carried }),
  (statement) => onSqlite(join(shared, databaseName), statement),
);

const database = `rights_${process.pid}`;
const run = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
};
const postgresUrl = () => {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
};
let created: Promise<unknown> | undefined;
describeRights(
  "PostgreSQL",
  async () => {
    created ??= run(inject("postgresUrl"), `create database ${database}`);
    await created;
    return await chooseStore({ databaseUrl: postgresUrl(), dataFolder: shared, dataKey, carried });
  },
  (statement) => run(postgresUrl(), statement),
);

test("nor does PostgreSQL let the log be emptied, nor SQLite a line be replaced", async () => {
  await expect(run(postgresUrl(), "truncate audit")).rejects.toThrow(/only added to/);
  const replace = "insert or replace into audit select sequence, at, 'x', act, object, object_id, detail, hash from audit";
  await expect(onSqlite(join(shared, databaseName), replace)).rejects.toThrow(/only added to/);
});

test.each([
  ["a changed line", "update audit set actor = 'x' where sequence = 3", { sequence: 3, why: "changed" }],
  ["a line taken out", "delete from audit where sequence = 4", { sequence: 4, why: "missing" }],
  ["the end cut off", "delete from audit where sequence > 6", { sequence: 7, why: "cut-off" }],
])("by somebody who can take the guard away: %s is found, and where", async (_what, statement, found) => {
  const dataFolder = folder();
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried });
  for (let number = 1; number <= 8; number++) await store.noteAct({ by: "program", act: "settings", at: number });
  const file = join(dataFolder, databaseName);
  await onSqlite(file, "drop trigger audit_not_changed; drop trigger audit_not_removed;");
  await onSqlite(file, statement);
  expect(await store.verifyAudit()).toEqual({ kind: "broken", ...found });
  await store.close();
});

test("no word about who asks stands readable in the files, and none at all after erasing", async () => {
  const dataFolder = folder();
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried });
  const [remembered] = await store.rememberMessages("post", [received("chào")], 1);
  const work = await store.takeWork(2, 1000);
  if (work === undefined || remembered === undefined) throw new Error("no work");
  await store.saveTurn(handled(work));
  const days = dueDays("erase", 0, () => false);
  const { conversation } = remembered;
  const id = await store.addDataRequest(
    { kind: "erase", cameBy: "phone", note: "chim-hoang-yen", conversation, at: 1, ...days },
    "program",
  );
  const bytes = () => readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
  const sealed = new Database(join(dataFolder, databaseName), { readonly: true }).prepare("select note from data_requests").pluck().get();
  const has = (text: string) => bytes().some((file) => file.includes(text));
  expect(has("chim-hoang-yen")).toBe(false);
  expect(has(String(sealed))).toBe(true);
  await store.eraseConversation(conversation, 3);
  expect(has(String(sealed))).toBe(false);
  expect(await store.readDataRequest(id)).toMatchObject({ note: "", outcome: "erased" });
  await store.close();
});
