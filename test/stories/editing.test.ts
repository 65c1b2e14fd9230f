import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { EntryDraft } from "../../server/editing/entry-draft.ts";
import { staffOf } from "../support/editors.ts";
import { type Program, startProgram } from "../support/program.ts";
import type { SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";

const database = `editing_${process.pid}`;
let programs: readonly [Program, Program];
let staff: Readonly<Record<"hoa" | "lan" | "mai", SignedIn>>;
beforeAll(async () => {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  const environment = { DATABASE_URL: url.href, DATA_KEY: Buffer.alloc(32, 7).toString("base64") };
  const first = await startProgram({ environment });
  programs = [first, await startProgram({ environment })];
  staff = await staffOf(first, { hoa: "editor", lan: "editor", mai: "counsellor" });
});
afterAll(() => Promise.all(programs.map((program) => program.kill("SIGTERM"))));

const revisions = "/api/console/knowledge/revisions";

async function begin(by: SignedIn, draft: EntryDraft, withdrawn = false): Promise<string> {
  const response = await by.call("POST", revisions, { draft, withdrawn });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function current(id: string): Promise<EntryDraft> {
  const one = (await (await staff.hoa.call("GET", `/api/console/knowledge/entry?id=${id}`)).json()) as { current: EntryDraft };
  return one.current;
}

const id = "vay-von/muc-vay-lam-an";
const pageOf = async (program: Program) => await (await fetch(`${program.url}/chu-de/${id}`)).text();

test("what one process approved is answered by the other within a second, and after a new start", async () => {
  const entry = await current(id);
  const revision = await begin(staff.hoa, { ...entry, short: "Vay làm ăn nhiều nhất 100 triệu đồng một người. Nhớ hỏi kỹ." });
  expect((await staff.hoa.call("POST", `${revisions}/${revision}/submit`)).status).toBe(204);
  expect((await staff.hoa.call("POST", `${revisions}/${revision}/approve`, { edits: 0 })).status).toBe(409);
  expect(await pageOf(programs[0])).not.toContain("Nhớ hỏi kỹ");
  expect((await staff.lan.call("POST", `${revisions}/${revision}/approve`, { edits: 0 })).status).toBe(204);
  const approvedAt = performance.now();
  expect(await pageOf(programs[0])).toContain("Nhớ hỏi kỹ");
  await until("the other process answers it", async () => (await pageOf(programs[1])).includes("Nhớ hỏi kỹ"));
  expect(performance.now() - approvedAt).toBeLessThan(5_000);
  await programs[1].kill("SIGKILL");
  const environment = { DATABASE_URL: databaseUrl(), DATA_KEY: Buffer.alloc(32, 7).toString("base64") };
  programs = [programs[0], await startProgram({ environment })];
  expect(await pageOf(programs[1])).toContain("Nhớ hỏi kỹ");
});

test("a draft with a fault is neither submitted nor approved, and says what is wrong at its field", async () => {
  const entry = await current("vay-von/lai-suat");
  const revision = await begin(staff.hoa, { ...entry, short: "Lãi suất là 99% một năm, hỏi lại ngân hàng cho chắc." });
  expect((await staff.hoa.call("POST", `${revisions}/${revision}/submit`)).status).toBe(409);
  const shown = await (await staff.hoa.call("GET", `${revisions}/${revision}`)).json();
  expect(shown).toMatchObject({ state: "draft", mine: true });
  expect((shown as { problems: unknown }).problems).toContainEqual({
    field: "short",
    says: "“99%” không có trong quy định nào đã chọn. Sửa số, hoặc chọn đúng quy định nói số đó.",
  });
});

test("a counsellor sees nobody's drafts but his own and approves none", async () => {
  const entry = await current("vay-von/lai-suat");
  const revision = await begin(staff.hoa, entry);
  expect((await staff.mai.call("GET", `${revisions}/${revision}`)).status).toBe(404);
  expect((await staff.mai.call("POST", `${revisions}/${revision}/save`, { draft: entry, withdrawn: false, edits: 0 })).status).toBe(404);
  expect((await staff.mai.call("POST", `${revisions}/${revision}/approve`, { edits: 0 })).status).toBe(403);
  expect((await staff.mai.call("POST", revisions, { draft: entry, withdrawn: false })).status).toBe(403);
});

test("of two who save the same draft, the second is told that it has changed", async () => {
  const entry = await current("vay-von/lai-suat");
  const revision = await begin(staff.hoa, entry);
  const save = () => staff.hoa.call("POST", `${revisions}/${revision}/save`, { draft: entry, withdrawn: false, edits: 0 });
  expect((await Promise.all([save(), save()])).map(({ status }) => status).sort()).toEqual([200, 409]);
});

function databaseUrl(): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}
