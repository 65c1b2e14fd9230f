import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { retain } from "../../../server/rights/keep-retention.ts";
import { chooseStore } from "../../../server/store/choose.ts";
import { openTally } from "../../../server/watch/tally.ts";
import { handled, received } from "../../contract/store.ts";
import { recordingLog } from "../../support/recording-log.ts";

const day = 86_400_000;
const dataKey = new Uint8Array(32).fill(7);

const opened = async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "huong-thien-retention-"));
  const open = () => chooseStore({ databaseUrl: "", dataFolder, dataKey, carried: new Set() });
  return { dataFolder, open, store: await open() };
};
const parts = (at: number) => {
  const tally = openTally();
  const told: string[] = [];
  return { retentionDays: 30, log: recordingLog(), tally, told, tell: (id: string) => void told.push(id), now: () => at };
};

async function converse(store: Awaited<ReturnType<typeof opened>>["store"], at: number): Promise<string> {
  const [remembered] = await store.rememberMessages("web", [received("hỏi", { sentAt: at })], at);
  const work = await store.takeWork(at + 1, 1000);
  if (work === undefined || remembered === undefined) throw new Error("no work");
  await store.saveTurn(handled(work, { at }));
  return remembered.conversation;
}

test("a conversation stays thirty days after its last word and not a day longer, and what went is counted", async () => {
  const { store } = await opened();
  const [old, young] = [await converse(store, day), await converse(store, 3 * day)];
  const before = parts(31 * day - 1);
  await retain({ ...before, store, told: before.tell });
  expect(before.told).toEqual([]);
  const after = parts(31 * day + 1);
  await retain({ ...after, store, told: after.tell });
  expect(after.told).toEqual([old]);
  expect(after.tally.read()).toMatchObject({ 'retention{what="conversation"}': 1, 'retention{what="run"}': 1 });
  expect(JSON.stringify(after.log.lines)).not.toContain(old);
  expect(await store.readConversation(young as never)).toBeDefined();
  await store.close();
});

test("more than one step holds are erased step by step", async () => {
  const { store } = await opened();
  for (let number = 0; number < 60; number++) await converse(store, number + 1);
  const { tell, told, ...rest } = parts(40 * day);
  expect(await retain({ ...rest, store, told: tell })).toBe(true);
  expect(told).toHaveLength(50);
  expect(await retain({ ...rest, store, told: tell })).toBe(false);
  expect(told).toHaveLength(60);
  await store.close();
});

test("whoever dies in the middle leaves whole conversations, and the next run does the rest", async () => {
  const { store, open, dataFolder } = await opened();
  const ids: string[] = [];
  for (let number = 0; number < 6; number++) ids.push(await converse(store, number + 1));
  // Each is a transaction of its own: three are done when the process is gone.
  await store.eraseUntouched(40 * day, 41 * day, 3);
  await store.close();
  const next = await open();
  const left = [];
  for (const id of ids) if ((await next.readConversation(id as never)) !== undefined) left.push(id);
  expect(left).toEqual(ids.slice(3));
  const { tell, told, ...rest } = parts(80 * day);
  await retain({ ...rest, store: next, told: tell });
  expect(told).toEqual(left);
  expect(await next.verifyAudit()).toMatchObject({ kind: "whole", count: 6 });
  expect(readdirSync(dataFolder).some((name) => readFileSync(join(dataFolder, name)).includes("hỏi"))).toBe(false);
  await next.close();
});
