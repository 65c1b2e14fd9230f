import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Delivery } from "../../../../server/channels/channel.ts";
import { messengerChannel } from "../../../../server/channels/messenger/messenger.ts";
import { openEgress } from "../../../../server/egress.ts";
import { says } from "../../../contract/store.ts";
import { type GraphStub, startGraphStub } from "../../../support/graph-stub.ts";
import { messengerConfig, page } from "../../../support/messenger.ts";
import { until } from "../../../support/until.ts";

const at = 1_795_163_400_000;
let stub: GraphStub;
beforeAll(async () => {
  stub = await startGraphStub();
});
beforeEach(() => {
  stub.delivered.length = 0;
  stub.page.calls.length = 0;
  stub.page.personas.length = 0;
  stub.page.actions.length = 0;
  stub.page.failing = undefined;
});
afterAll(() => stub.close());

const open = (personaPicture?: string) =>
  messengerChannel(
    { ...messengerConfig, graphUrl: stub.url, personaPicture },
    openEgress({ allowedOrigins: [stub.url], deadlineMs: 2000 }),
  );
const words = (name: string, more: Partial<Delivery> = {}): Delivery => ({
  id: "d-1",
  account: page,
  recipient: "7391028846152093",
  piece: { ...says("Dạ tôi đây.", "counsellor"), name },
  speaker: "bot",
  attempt: 1,
  lastIncomingAt: at,
  at,
  since: at,
  ...more,
});
const picture = "https://huongthien.example.vn/tu-van.png";

test("a counsellor answers under a persona of their name, made once and found again after a restart", async () => {
  const channel = open(picture);
  await channel.send(words("Lan"));
  await channel.send(words("Lan"));
  await channel.send(words("Minh"));
  await open(picture).send(words("Lan"));
  expect(stub.page.personas.map(({ name }) => name)).toEqual(["Lan (tư vấn viên)", "Minh (tư vấn viên)"]);
  expect(stub.delivered.map(({ persona_id, message }) => [persona_id, message.text])).toEqual([
    ["persona-1", "Dạ tôi đây."],
    ["persona-1", "Dạ tôi đây."],
    ["persona-2", "Dạ tôi đây."],
    ["persona-1", "Dạ tôi đây."],
  ]);
});

test("where personas cannot be had, or no picture is set, the name stands in the text and the words go out", async () => {
  stub.page.failing = 200;
  const channel = open(picture);
  await channel.send(words("Lan"));
  await channel.send(words("Lan"));
  await open().send(words("Lan"));
  expect(stub.delivered.map(({ persona_id, message }) => [persona_id, message.text])).toEqual(
    Array(3).fill([undefined, "Lan (tư vấn viên):\n\nDạ tôi đây."]),
  );
  expect(stub.page.calls).toEqual([`GET ${page}/personas`]);
});

test("a persona that somebody has deleted costs a second try, not the words", async () => {
  const channel = open(picture);
  await channel.send(words("Lan"));
  stub.next({ kind: "error", code: 100 });
  expect(await channel.send(words("Lan"))).toMatchObject({ kind: "sent" });
  expect(stub.delivered.at(-1)).not.toHaveProperty("persona_id");
});

test("who is being answered sees it read, then typing, and both before the answer", async () => {
  const channel = open();
  channel.reading?.({ account: page, recipient: "7391028846152093", at });
  await channel.send(words("Lan"));
  expect(stub.page.actions.map(({ action }) => action)).toEqual(["mark_seen", "typing_on"]);
});

test("a sender action that fails is one call and no more, and the answer goes out", async () => {
  stub.page.failing = 10;
  const channel = open();
  channel.reading?.({ account: page, recipient: "7391028846152093", at });
  await until("the call is made", () => stub.page.calls.length === 1);
  expect(await channel.send(words("Lan"))).toMatchObject({ kind: "sent" });
  expect(stub.page.calls).toHaveLength(1);
});

test("a Page that is asked to be quiet makes no call of any kind until the time has come", async () => {
  const channel = open(picture);
  stub.next({ kind: "error", code: 4, headers: { "retry-after": "60" } });
  await channel.send(words("Lan"));
  stub.page.calls.length = 0;
  stub.requests.length = 0;
  channel.reading?.({ account: page, recipient: "7391028846152093", at: at + 59_000 });
  expect(await channel.send(words("Lan", { at: at + 59_000 }))).toEqual({
    kind: "try-later",
    why: "asked to be quiet",
    afterMs: 1000,
    holds: "channel",
  });
  expect([...stub.page.calls, ...stub.requests]).toEqual([]);
  expect(await channel.send(words("Lan", { at: at + 60_000 }))).toMatchObject({ kind: "sent" });
});

test("usage over the limit on an answer that was taken asks for quiet too", async () => {
  const headers = { "content-type": "application/json", "x-page-usage": '{"call_count":100}' };
  stub.next({ kind: "answer", status: 200, body: '{"recipient_id":"1","message_id":"m_x"}', headers });
  expect(await open().send(words("Lan"))).toEqual({ kind: "sent", providerId: "m_x", afterMs: 300_000 });
});
