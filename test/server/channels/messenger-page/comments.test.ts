import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Delivery } from "../../../../server/channels/channel.ts";
import { chooseChannels } from "../../../../server/channels/choose.ts";
import { fit } from "../../../../server/channels/fit.ts";
import { openEgress } from "../../../../server/egress.ts";
import type { OutgoingMessage } from "../../../../server/outgoing.ts";
import { describeChannel, long, publicUrl } from "../../../contract/channel.ts";
import { says } from "../../../contract/store.ts";
import { type GraphStub, startGraphStub } from "../../../support/graph-stub.ts";
import { messengerConfig, page } from "../../../support/messenger.ts";

const at = 1_795_163_400_000;
const day = 24 * 3_600_000;

async function commentsAt(graphUrl: string, commentPointer?: string) {
  const egress = openEgress({ allowedOrigins: [graphUrl], deadlineMs: 2000 });
  const config = { messenger: { ...messengerConfig, graphUrl, commentPointer }, botpress: undefined };
  const channel = (await chooseChannels(config, egress)).get("page-comments");
  if (channel === undefined) throw new Error("no channel for comments");
  return channel;
}

describeChannel("page-comments", {
  open: async () => {
    const stub = await startGraphStub();
    return { channel: await commentsAt(stub.url), account: page, close: stub.close };
  },
  cutOff: await commentsAt("http://127.0.0.1:1"),
  requests: { without: "comments come by Messenger's webhook" },
});

let stub: GraphStub;
beforeAll(async () => {
  stub = await startGraphStub();
});
beforeEach(() => {
  stub.delivered.length = 0;
  stub.requests.length = 0;
  stub.page.comments.length = 0;
});
afterAll(() => stub.close());

const delivery = (piece: OutgoingMessage = says("Anh/chị được vay."), more: Partial<Delivery> = {}): Delivery => ({
  id: "d-1",
  account: page,
  recipient: "c_1",
  piece,
  speaker: "bot",
  attempt: 1,
  lastIncomingAt: at,
  at: at + 1000,
  since: at + 1000,
  ...more,
});

test("a comment is answered in private, by its id, as one message however long the answer is", async () => {
  const pieces = fit(long, { limits: (await commentsAt(stub.url)).limits, publicUrl });
  expect(pieces).toHaveLength(1);
  expect(await (await commentsAt(stub.url)).send(delivery(pieces[0]))).toEqual({ kind: "sent", providerId: "m_1" });
  expect(stub.delivered).toMatchObject([{ recipient: { comment_id: "c_1" }, message: { metadata: "huong-thien:d-1" } }]);
  expect(stub.delivered[0]?.message.text).toMatch(/^Anh\/chị vừa viết dưới bài.*được vay vốn.*Anh\/chị nhắn lại ở đây/s);
  expect(stub.page.comments).toEqual([]);
});

test("a pointer stands below it in public only where it is wished, and only after the private words are out", async () => {
  const channel = await commentsAt(stub.url, "Trang đã nhắn riêng anh/chị.");
  stub.next({ kind: "error", code: 10900 });
  expect(await channel.send(delivery())).toMatchObject({ kind: "undeliverable" });
  expect(stub.page.comments).toEqual([]);
  await channel.send(delivery());
  expect(stub.page.comments).toEqual([{ under: "c_1", message: "Trang đã nhắn riêng anh/chị." }]);
  stub.page.failing = 200;
  expect(await channel.send(delivery())).toMatchObject({ kind: "sent", why: expect.stringMatching(/pointer.*graph 200/) });
  stub.page.failing = undefined;
});

test("after a week, and for words of a counsellor or of the service, nothing is tried", async () => {
  const channel = await commentsAt(stub.url);
  expect(await channel.send(delivery(undefined, { at: at + 7 * day - 1 }))).toMatchObject({ kind: "sent" });
  stub.requests.length = 0;
  expect(await channel.send(delivery(undefined, { at: at + 7 * day }))).toMatchObject({ kind: "undeliverable" });
  for (const from of ["counsellor", "notice"] as const)
    expect(await channel.send(delivery(says("x", from)))).toMatchObject({ kind: "undeliverable" });
  expect(stub.requests).toEqual([]);
});

test("an answer goes out without buttons, a question back or a hand-over is an invitation, thanks get nothing", async () => {
  const { edit } = await commentsAt(stub.url);
  expect(edit?.(long, "answer")).toEqual({ ...long, choices: [] });
  expect(edit?.(long, "hand-over")?.parts[0].text).toContain("mình nói riêng thì tiện hơn");
  for (const outcome of ["small-talk", "decline", "command"] as const) expect(edit?.(long, outcome)).toBeUndefined();
});
