import { afterAll, beforeAll, expect, test } from "vitest";
import { botpressConfig, botpressRequest, botpressText } from "../support/botpress.ts";
import { type BotpressStub, startBotpressStub } from "../support/botpress-stub.ts";
import { type Program, startProgram } from "../support/program.ts";
import { enrol, firstLink } from "../support/staff.ts";
import { until } from "../support/until.ts";

let botpress: BotpressStub;
let program: Program;
beforeAll(async () => {
  botpress = await startBotpressStub();
  const { token: BOTPRESS_TOKEN, botId: BOTPRESS_BOT_ID, signingSecret: BOTPRESS_SIGNING_SECRET = "" } = botpressConfig;
  program = await startProgram({
    environment: { BOTPRESS_API_URL: botpress.url, BOTPRESS_TOKEN, BOTPRESS_BOT_ID, BOTPRESS_SIGNING_SECRET },
  });
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await botpress.close();
});

async function post(text: string, id: string) {
  const { headers, body } = botpressRequest(botpressText(text, { id }), Date.now());
  const response = await fetch(`${program.url}/webhooks/botpress`, {
    method: "POST",
    headers: headers as Record<string, string>,
    body: new Uint8Array(body),
  });
  return { status: response.status, json: await response.json() };
}
const heard = (words: string) => until(`“${words}” is heard`, () => botpress.made.some(({ payload }) => payload.text.includes(words)));

test("a question from Botpress is answered there, a repeat of it is not answered again", async () => {
  for (let copy = 0; copy < 3; copy++) expect(await post("vay von lam an duoc bao nhieu", "m-1")).toEqual({ status: 200, json: {} });
  await heard("100 triệu đồng");
  await post("cam on", "m-2");
  await heard("Dạ không có gì");
  expect(botpress.made.filter(({ payload }) => payload.text.includes("100 triệu đồng"))).toHaveLength(1);
});

test("a hand-over is seen at Botpress before its words, and its end too", async () => {
  const staff = await enrol(program, await firstLink(program), "truong");
  await post("toi muon gap nguoi that", "m-3");
  await until("it waits", () => botpress.states.get("conv_1") === "waiting");
  const { items } = (await (await staff.call("GET", "/api/console/queue")).json()) as { items: { id: string; channel: string }[] };
  expect(items).toMatchObject([{ channel: "botpress" }]);
  const path = `/api/console/cases/${items[0]?.id}`;
  await staff.call("POST", `${path}/claim`);
  await heard("đang đọc và sẽ trả lời");
  expect(botpress.states.get("conv_1")).toBe("counsellor");
  await staff.call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "Dạ tôi đây." });
  await heard("Dạ tôi đây.");
  await staff.call("POST", `${path}/close`, { reason: "answered" });
  await heard("Từ đây là máy trả lời tự động");
  expect(botpress.states.get("conv_1")).toBe("bot");
});

test("while Botpress is down what we say waits, and arrives when it is back", async () => {
  botpress.next({ kind: "refuse", status: 503 }, { kind: "answer", status: 502, body: "" });
  await post("vay von co phai the chap khong", "m-4");
  await heard("thế chấp");
  expect(program.output()).not.toContain("conv_1");
});
