import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConversationId } from "../../bot/message.ts";
import { fit } from "../../server/channels/fit.ts";
import { messengerChannel } from "../../server/channels/messenger/messenger.ts";
import { deliver } from "../../server/deliver.ts";
import { openEgress } from "../../server/egress.ts";
import type { OutgoingMessage } from "../../server/outgoing.ts";
import { chooseStore } from "../../server/store/choose.ts";
import type { Store } from "../../server/store/store.ts";
import type { KeptDoing } from "../../server/work/keep-doing.ts";
import { long, publicUrl } from "../contract/channel.ts";
import { handled, says } from "../contract/store.ts";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { messengerConfig, page, signed, webhookBody } from "../support/messenger.ts";
import { recordingLog } from "../support/recording-log.ts";
import { until } from "../support/until.ts";

const minute = 60_000;
const person = "7391028846152093";
let stub: GraphStub;
let store: Store;
let channel: ReturnType<typeof messengerChannel>;
let log: ReturnType<typeof recordingLog>;
let time: number;
const running: KeptDoing[] = [];

beforeEach(async () => {
  stub = await startGraphStub();
  log = recordingLog();
  time = 1_795_163_500_000;
  store = await chooseStore({
    databaseUrl: "",
    dataFolder: mkdtempSync(join(tmpdir(), "huong-thien-deliver-")),
    dataKey: new Uint8Array(32).fill(7),
    carried: new Set(["messenger"]),
  });
  channel = messengerChannel({ ...messengerConfig, graphUrl: stub.url }, openEgress({ allowedOrigins: [stub.url], deadlineMs: 300 }));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
  await store.close();
  await stub.close();
});

function start(): void {
  running.push(deliver({ store, channel, log, now: () => time, random: () => 0.5, pauseMs: 5 }));
}

/** A person writes by the webhook, and this is said in return. */
async function answer(...pieces: readonly OutgoingMessage[]): Promise<ConversationId> {
  const event = { sender: { id: person }, recipient: { id: page }, timestamp: time, message: { mid: `m_${time}`, text: "cho hỏi" } };
  const received = await channel.receive?.(signed(webhookBody(event)), time);
  if (received?.kind !== "received") throw new Error("not received");
  await store.rememberMessages("messenger", received.messages, time);
  const work = await store.takeWork(time, minute);
  if (work === undefined) throw new Error("no work");
  expect(await store.saveTurn(handled(work, { says: pieces, at: time }))).toBe("written");
  return work.lease.conversation;
}

async function states(conversation: ConversationId): Promise<readonly (string | undefined)[]> {
  const shown = await store.readMessages(conversation, 0, 100);
  return shown.filter(({ content }) => content.from === "us").map(({ delivery }) => delivery);
}
const are = (conversation: ConversationId, expected: readonly string[]) =>
  until(`deliveries to be ${expected.join(", ")}`, async () => (await states(conversation)).join() === expected.join());

/** Meta shows us what we sent. */
async function echo(metadata: string | undefined): Promise<void> {
  const event = { sender: { id: page }, recipient: { id: person }, timestamp: time, message: { mid: "m_echo", is_echo: true, metadata } };
  const received = await channel.receive?.(signed(webhookBody(event)), time);
  const notice = received?.kind === "received" ? received.notices[0] : undefined;
  if (notice?.kind !== "echo") throw new Error("no echo");
  await store.confirmDelivery(notice.deliveryId, notice.providerId);
}

test("a long answer is stored in pieces and arrives whole and in order, through a bad hour of the provider's", async () => {
  stub.next(
    { kind: "answer", status: 502, body: "<html>" },
    { kind: "accept" },
    { kind: "error", code: 4, headers: { "retry-after": "7" } },
  );
  const pieces = fit(long, { limits: channel.limits, publicUrl });
  const conversation = await answer(...pieces);
  start();
  await until("all of it to arrive", () => {
    time += 100;
    return stub.delivered.length === pieces.length;
  });
  await are(
    conversation,
    pieces.map(() => "sent"),
  );
  const numbers = stub.delivered.map(({ message }) => message.text.slice(0, 5));
  expect(numbers).toEqual(pieces.map((_, position) => `(${position + 1}/${pieces.length})`));
  expect(new Set(stub.delivered.map(({ message }) => message.metadata)).size).toBe(pieces.length);
  expect(stub.requests).toHaveLength(pieces.length + 2);
});

test("the bot's words that Meta took without answering are not sent twice, and their echo settles it", async () => {
  stub.next({ kind: "accept-then-hang" });
  const conversation = await answer(says("một"), says("hai"));
  start();
  await are(conversation, ["unknown", "pending"]);
  await echo(stub.delivered[0]?.message.metadata);
  await until("the second piece", () => {
    time += 200;
    return stub.delivered.length === 2;
  });
  await are(conversation, ["sent", "sent"]);
  expect(stub.delivered.map(({ message }) => message.text)).toEqual(["một", "hai"]);
});

test("a counsellor's words of unknown outcome are repeated after a minute, unless their echo comes", async () => {
  stub.next({ kind: "accept-then-hang" }, { kind: "hang" });
  const heard = await answer(says("nghe", "counsellor"));
  start();
  await are(heard, ["unknown"]);
  await echo(stub.delivered[0]?.message.metadata);
  await are(heard, ["sent"]);
  time += 2 * minute;
  const lost = await answer(says("mất", "counsellor"));
  await are(lost, ["sent", "unknown"]);
  await until("the repeat", () => {
    time += 200;
    return stub.delivered.length === 2;
  });
  await are(lost, ["sent", "sent"]);
  expect(stub.delivered.map(({ message }) => message.text.split("\n").at(-1))).toEqual(["nghe", "mất"]);
});

test("a process that dies while sending leaves an unknown outcome, not a second message", async () => {
  const conversation = await answer(says("một"));
  const [taken] = await store.takeDeliveries("messenger", time, 10);
  if (taken === undefined) throw new Error("nothing to deliver");
  await channel.send(taken);
  time += minute;
  start();
  await are(conversation, ["unknown"]);
  await echo(stub.delivered[0]?.message.metadata);
  await are(conversation, ["sent"]);
  expect(stub.delivered).toHaveLength(1);
});

test("a dead token keeps every message and raises an alarm; with a new one all arrive", async () => {
  stub.always({ kind: "error", code: 190, subcode: 463, status: 401 });
  const conversation = await answer(says("một"), says("hai"));
  start();
  await until("the alarm", () => log.lines.some(({ level }) => level === "error"));
  await are(conversation, ["pending", "pending"]);
  stub.always({ kind: "accept" });
  time += 5 * minute;
  await are(conversation, ["sent", "sent"]);
});

test("nothing that was said and nobody's id is in the log", async () => {
  stub.next({ kind: "error", code: 2 }, { kind: "error", code: 10, subcode: 2018278 });
  const conversation = await answer(says("chim-hoang-yen"));
  start();
  await until("it to be given up", async () => {
    time += 200;
    return (await states(conversation)).join() === "undeliverable";
  });
  expect(log.lines.length).toBeGreaterThan(1);
  expect(JSON.stringify(log.lines)).not.toMatch(/chim-hoang-yen|7391028846152093|page-token/);
});
