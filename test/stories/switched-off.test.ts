import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

let graph: GraphStub;
let program: Program;
let second: Program;
let administrator: SignedIn;
beforeAll(async () => {
  graph = await startGraphStub();
  const dataFolder = mkdtempSync(join(tmpdir(), "huong-thien-off-"));
  program = await startProgram({ graphUrl: graph.url, dataFolder });
  second = await startProgram({ graphUrl: graph.url, dataFolder });
  administrator = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await Promise.all([program.kill("SIGTERM"), second.kill("SIGTERM")]);
  await graph.close();
});

const off = (name: string) => administrator.call("POST", `/api/console/switches/${name}/off`, { reason: "trả lời sai về lãi suất" });
const on = (name: string) => administrator.call("POST", `/api/console/switches/${name}/on`);
const page = async (path: string, at = second) => await (await fetch(at.url + path)).text();
const isStopped = async (at: Program) => (await page("/", at)).includes("Máy đang tạm ngừng trả lời.");
const said = async (person: Awaited<ReturnType<typeof webPerson>>) =>
  (await person.read()).flatMap(({ content }) => (content.from === "us" ? content.message.parts.map(({ text }) => text) : []));
const queue = async () =>
  ((await (await administrator.call("GET", "/api/console/queue")).json()) as { items: { id: string; reason: string; channel: string }[] })
    .items;

test("with the machine off every process says so, once, with whom to call; what is written waits for a person, who answers; on again it answers", async () => {
  const person = await webPerson(second);
  expect((await off("machine")).status).toBe(204);
  for (const at of [program, second]) await until("the site says so", () => isStopped(at), 3_000);
  expect(await page("/tam-ngung")).toContain("Máy trả lời tự động: tạm ngừng từ");
  expect(await page("/tam-ngung")).not.toContain("lãi suất");
  const started = await fetch(`${second.url}/api/chat/start`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(JSON.stringify(await started.json())).toContain("1800 1233");

  await person.say("vay von lam an duoc bao nhieu");
  await person.hears("Máy đang tạm ngừng trả lời.");
  await person.hears("- 113: Công an");
  await person.say("lai suat the nao");
  await until("the second is handled", async () => /messages_unhandled 0/.test(await page("/metrics")));
  expect(await said(person)).toHaveLength(1);
  const [waiting] = (await queue()).filter(({ reason }) => reason === "switched-off");
  expect(waiting?.channel).toBe("web");

  await administrator.call("POST", `/api/console/cases/${waiting?.id}/claim`);
  await administrator.call("POST", `/api/console/cases/${waiting?.id}/messages`, {
    clientId: crypto.randomUUID(),
    text: "Tôi đọc rồi, anh chờ tôi.",
  });
  await person.hears("Tôi đọc rồi, anh chờ tôi.");
  await administrator.call("POST", `/api/console/cases/${waiting?.id}/close`, { reason: "answered" });

  expect((await on("machine")).status).toBe(204);
  for (const at of [program, second]) await until("the site is as before", async () => !(await isStopped(at)), 3_000);
  await person.say("vay von lam an duoc bao nhieu");
  await person.hears("100 triệu");
});

test("danger is answered, and somebody is forgotten who asks to be, with everything off", async () => {
  await off("web");
  await until("the site says so", () => isStopped(second), 3_000);
  const person = await webPerson(second);
  await person.say("toi muon chet, khong thiet song nua");
  await until("the safe words", async () =>
    (await person.read()).some(({ content }) => content.from === "us" && content.message.parts.some(({ outcome }) => outcome === "safety")),
  );
  const other = await webPerson(second);
  await other.say("xoa du lieu");
  await other.hears("Anh/chị có chắc muốn xóa");
  await on("web");
  await until("the site is as before", async () => !(await isStopped(second)), 3_000);
});

test("one channel is stopped alone, and its people are told there", async () => {
  await off("messenger");
  await until("it is known", async () => (await page("/tam-ngung")).includes("Messenger: tạm ngừng"), 3_000);
  expect(await isStopped(second)).toBe(false);
  await postWebhook(second, { mid: "m-off-1", sender: "person-off", text: "vay von lam an duoc bao nhieu" });
  await until("the person is told", () => JSON.stringify(graph.delivered).includes("Máy đang tạm ngừng trả lời."));
  expect(JSON.stringify(graph.delivered)).not.toContain("100 triệu");
  const person = await webPerson(second);
  await person.say("vay von lam an duoc bao nhieu");
  await person.hears("100 triệu");
  await on("messenger");
  await until("it is known", async () => !(await page("/tam-ngung")).includes("Messenger: tạm ngừng"), 3_000);
  await postWebhook(second, { mid: "m-off-2", sender: "person-on", text: "vay von lam an duoc bao nhieu" });
  await until("the machine answers", () => JSON.stringify(graph.delivered).includes("100 triệu"));
});

test("a notice is shown above every page, in the chat and in its frame, as text, from when until when; and is taken back", async () => {
  const now = Date.now();
  const post = (more: object) =>
    administrator.call("POST", "/api/console/notices", {
      kind: "notice",
      text: "Nghỉ <b>Tết</b>",
      from: now - 1,
      until: now + 60_000,
      ...more,
    });
  const { id } = (await (await post({})).json()) as { id: string };
  await post({ text: "Chưa tới lúc", from: now + 50_000 });
  await until("it is shown", async () => (await page("/chu-de")).includes("Nghỉ &lt;b>Tết&lt;/b>"), 3_000);
  for (const path of ["/", "/chat", "/chu-de/vay-von/muc-vay-lam-an"]) expect(await page(path), path).toContain("Nghỉ &lt;b>");
  expect(await page("/")).not.toContain("Chưa tới lúc");
  const started = await fetch(`${second.url}/api/chat/start`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(JSON.stringify(await started.json())).toContain("Thông báo: Nghỉ <b>Tết</b>");
  expect((await administrator.call("POST", `/api/console/notices/${id}/withdraw`)).status).toBe(204);
  await until("it is gone", async () => !(await page("/chu-de")).includes("Nghỉ"), 3_000);
  expect((await post({ until: now - 2 })).status).toBe(400);
  expect((await post({ text: "x".repeat(301) })).status).toBe(400);
  expect((await off("khong-co")).status).toBe(404);
});
