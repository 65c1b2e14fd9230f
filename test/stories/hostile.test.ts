import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { page, recordedBody, signature, signed, webhookBody } from "../support/messenger.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

let graph: GraphStub;
let program: Program;
beforeAll(async () => {
  graph = await startGraphStub();
  program = await startProgram({ graphUrl: graph.url });
});
afterAll(async () => {
  expect(program.output()).not.toMatch(/"level":50/);
  await program.kill("SIGTERM");
  await graph.close();
});

async function post(path: string, body: Uint8Array, headers: Record<string, string>): Promise<number> {
  const response = await fetch(program.url + path, { method: "POST", headers, body: new Uint8Array(body) });
  await response.text();
  return response.status;
}

const webhook = (body: Uint8Array, sign = signature(body)) =>
  post("/webhooks/messenger", body, { "content-type": "application/json", "x-hub-signature-256": sign });
const messageFrom = (sender: string, text: string) => ({
  sender: { id: sender },
  recipient: { id: page },
  timestamp: Date.now(),
  message: { mid: `mid-${sender}`, text },
});
const figures = async (): Promise<{ readonly unhandled: number; readonly handled: number }> => {
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  const sum = (name: RegExp) =>
    metrics
      .split("\n")
      .filter((line) => name.test(line))
      .reduce((total, line) => total + Number(line.split(" ").at(-1)), 0);
  return { unhandled: sum(/_messages_unhandled /), handled: sum(/_messages\{from="person",outcome="(?!none)/) };
};
const deliveredTo = (id: string) => graph.delivered.filter(({ recipient }) => recipient.id === id);

describe("a webhook", () => {
  test.each([
    ["with a wrong signature", Buffer.from(JSON.stringify(webhookBody(messageFrom("9001", "chào")))), "sha256=00", 403],
    ["without a signature", Buffer.from("{}"), "", 403],
    ["larger than any of Meta's", Buffer.alloc(300 * 1024, 32), undefined, 413],
  ])("%s is refused", async (_what, body, sign, status) => {
    expect(await webhook(body, sign)).toBe(status);
    expect(deliveredTo("9001")).toEqual([]);
  });

  test.each([
    ["broken JSON", Buffer.from('{"object":"page","entry":[')],
    ["invalid UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ["nothing", Buffer.alloc(0)],
    ["a list", Buffer.from("[]")],
    ["a number", Buffer.from("1")],
    ["deep nesting", Buffer.from("[".repeat(50_000) + "]".repeat(50_000))],
    ["another object", Buffer.from('{"object":"user","entry":[]}')],
    ["hostile keys", recordedBody("hostile")],
  ])("signed, with %s, is answered below 500 and the next one works", async (what, body) => {
    expect(await webhook(body)).toBeLessThan(500);
    const sender = `after-${what.replaceAll(" ", "-")}`;
    expect(await webhook(Buffer.from(signed(webhookBody(messageFrom(sender, "vay von lam an duoc bao nhieu"))).body))).toBe(200);
    await until("the next is answered", () => deliveredTo(sender).length > 0);
  });

  test("with one malformed event among twenty handles the other nineteen", async () => {
    await until("those before are handled", async () => (await figures()).unhandled === 0);
    const before = (await figures()).handled;
    expect(await webhook(recordedBody("malformed-among-twenty"))).toBe(200);
    await until("nothing waits", async () => (await figures()).unhandled === 0);
    expect((await figures()).handled).toBe(before + 19);
    expect(program.output()).toMatch(/"fresh":19,"seen":0,"malformed":1/);
  });

  test.each([
    ["only emoji", "😭😭🙏"],
    ["64 KiB", "vay vốn ".repeat(8 * 1024)],
    ["only marks and joiners", "\u0301\u200d\u2066\u0000 "],
    ["half a character", "vay vốn \ud83d"],
  ])("with a message of %s gets a kind answer", async (what, text) => {
    const sender = `odd-${what.replaceAll(" ", "-")}`;
    expect(await webhook(Buffer.from(JSON.stringify(webhookBody(messageFrom(sender, text)))))).toBe(200);
    await until("it is answered", () => deliveredTo(sender).length > 0);
    expect(deliveredTo(sender)[0]?.message.text).not.toMatch(/undefined|\[object|Error/);
  });
});

describe("the website's own messages", () => {
  const clientId = "b7c1f0de-0f0e-4c1c-8f7e-0123456789ab";
  const say = (text: unknown) => JSON.stringify({ clientId, content: { kind: "text", text } });
  const json = { "content-type": "application/json" };
  const key = "a".repeat(43);

  test.each([
    ["without a key", say("chào"), json, 401],
    ["with a key of another shape", say("chào"), { ...json, authorization: "Bearer x" }, 401],
    ["broken", "{", { ...json, authorization: `Bearer ${key}` }, 400],
    ["without a text", say(undefined), { ...json, authorization: `Bearer ${key}` }, 400],
    ["with white space only", say(" \n "), { ...json, authorization: `Bearer ${key}` }, 400],
    ["with a text that is no text", say({ $gt: "" }), { ...json, authorization: `Bearer ${key}` }, 400],
    ["with a text too long", say("a".repeat(4001)), { ...json, authorization: `Bearer ${key}` }, 400],
    ["of 64 KiB", say("a".repeat(64 * 1024)), { ...json, authorization: `Bearer ${key}` }, 413],
    ["compressed", say("chào"), { ...json, "content-encoding": "gzip", authorization: `Bearer ${key}` }, 415],
    ["of another type", say("chào"), { "content-type": "text/plain", authorization: `Bearer ${key}` }, 400],
    ["in an unknown charset", say("chào"), { "content-type": "application/json; charset=x", authorization: `Bearer ${key}` }, 415],
  ])("%s are refused with words, and nothing of them is repeated", async (_what, body, headers, status) => {
    const response = await fetch(`${program.url}/api/chat/messages`, { method: "POST", headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      code: expect.any(String),
      message: expect.stringMatching(/\p{L}/u),
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
  });

  test("with only emoji get a kind answer", async () => {
    const person = await webPerson(program);
    expect((await person.say("😭🙏")).status).toBe(201);
    await person.hears("Anh/chị");
  });
});

test.each([
  ["/%", 404],
  ["/van-ban/%00", 404],
  ["/van-ban/__proto__", 404],
  ["/van-ban/qd-22-2023/constructor", 404],
  ["/assets/../package.json", 404],
  ["/assets/%2e%2e/%2e%2e/package.json", 404],
  [`/${"a".repeat(4000)}`, 404],
  ["/api/khong-co", 404],
  ["/api/chat/events?after=-1", 401],
])("%s is answered %i", async (path, status) => {
  const response = await fetch(program.url + path);
  await response.text();
  expect(response.status).toBe(status);
});
