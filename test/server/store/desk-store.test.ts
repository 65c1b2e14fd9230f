import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { chooseStore } from "../../../server/store/choose.ts";
import { describeDeskStore } from "../../contract/desk-store.ts";
import { handled, received } from "../../contract/store.ts";

const dataKey = new Uint8Array(32).fill(7);
const carried = new Set(["post"]);
const folder = () => mkdtempSync(join(tmpdir(), "huong-thien-desk-"));

const shared = folder();
describeDeskStore("SQLite", () => chooseStore({ databaseUrl: "", dataFolder: shared, dataKey, carried }));

const database = `desk_${process.pid}`;
let created: Promise<unknown> | undefined;
describeDeskStore("PostgreSQL", async () => {
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

test("no note, draft or answer held back stands readable in the files, before or after erasing", async () => {
  const dataFolder = folder();
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried });
  await store.rememberMessages("post", [received("xin gặp người")], 1);
  const work = await store.takeWork(2, 1000);
  if (work === undefined) throw new Error("no work");
  await store.saveTurn(handled(work, { escalate: { reason: "asked", risk: "none" } }));
  const [found] = await store.readQueue();
  if (found === undefined) throw new Error("no case");
  await store.claimEscalation(found.id, "s", 3, 1000);
  await store.addNote(found.id, { id: "s", name: "Chị Hoa" }, "ghi chim-hoang-yen", 3);
  await store.saveDraft(found.id, "s", { clientId: "c", text: "nháp chim-hoang-yen", at: 3 });
  await store.holdAnswer({ id: found.id, staff: "s", at: 3, leaseMs: 1000 }, { clientId: "c", text: "chờ chim-hoang-yen" });
  const held = await store.readHeldAnswer(found.id);
  await store.returnAnswer(held?.id ?? "", "trả chim-hoang-yen");
  const bytes = () =>
    readdirSync(dataFolder)
      .map((file) => readFileSync(join(dataFolder, file), "latin1"))
      .join();
  expect((await store.readHeldAnswer(found.id))?.note).toBe("trả chim-hoang-yen");
  expect(bytes()).not.toContain("chim-hoang-yen");
  await store.eraseConversation(found.conversation, 4);
  expect(bytes()).not.toContain("chim-hoang-yen");
  expect(await store.readHeldAnswer(found.id)).toBeUndefined();
  await store.close();
});
