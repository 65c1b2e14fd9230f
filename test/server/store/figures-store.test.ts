import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { chooseStore } from "../../../server/store/choose.ts";
import { describeFiguresStore } from "../../contract/figures-store.ts";
import { handled, received } from "../../contract/store.ts";

const dataKey = new Uint8Array(32).fill(7);
const carried = new Set<string>();
const folder = () => mkdtempSync(join(tmpdir(), "huong-thien-figures-"));

const shared = folder();
describeFiguresStore("SQLite", () => chooseStore({ databaseUrl: "", dataFolder: shared, dataKey, carried }));

const database = `figures_${process.pid}`;
let created: Promise<unknown> | undefined;
describeFiguresStore("PostgreSQL", async () => {
  created ??= createDatabase();
  await created;
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return await chooseStore({ databaseUrl: url.href, dataFolder: shared, dataKey, carried });
});

async function createDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
}

test("the words of the archive stand nowhere readable, and their hashes go with the conversation", async () => {
  const dataFolder = folder();
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried });
  const [remembered] = await store.rememberMessages("quiet", [received("chim-hoàng-yến hót trong-lồng-son")], 1);
  const work = await store.takeWork(2, 1000);
  if (work === undefined || remembered === undefined) throw new Error("no work");
  const escalate = { reason: "danger", risk: "danger" } as const;
  await store.saveTurn(handled(work, { entries: ["vay-von/dieu-kien"], opinion: { entry: "vay-von/dieu-kien", helped: true }, escalate }));
  await store.indexArchive(0, 10);
  expect(await store.findInArchive(["hoàng", "hot"], 5)).toHaveLength(1);
  const bytes = () =>
    readdirSync(dataFolder)
      .map((file) => readFileSync(join(dataFolder, file), "utf8"))
      .join();
  expect(bytes()).not.toMatch(/hoàng|hoang|hót/);
  expect(bytes()).toMatch(new RegExp(remembered.conversation));
  const rows = () => {
    const file = new Database(join(dataFolder, "huong-thien.sqlite"), { readonly: true });
    const kept = ["archive_words", "open_answers", "case_marks", "opinions"].map((table) =>
      file.prepare(`select count(*) from ${table}`).pluck().get(),
    );
    file.close();
    return kept;
  };
  expect(rows()).toEqual([1, 1, 1, 1]);
  await store.eraseConversation(remembered.conversation, 3);
  expect(rows()).toEqual([0, 0, 0, 0]);
  expect(await store.findInArchive(["hot"], 5)).toEqual([]);
  await store.close();
});
