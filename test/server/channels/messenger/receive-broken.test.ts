import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Received } from "../../../../server/channels/channel.ts";
import { mostUpdates } from "../../../../server/channels/messenger/payload.ts";
import { receive } from "../../../../server/channels/messenger/receive.ts";
import { messengerConfig, page, recordedBody, signature, signed, webhookBody } from "../../../support/messenger.ts";

const at = 1_795_163_400_000;
const understood = (received: Received) => {
  if (received.kind !== "received") throw new Error(`refused: ${received.why}`);
  return received;
};
const receiveEvents = (...events: readonly unknown[]) => understood(receive(signed(webhookBody(...events)), messengerConfig));
const from = (more: object) => ({ sender: { id: "7391028846152093" }, recipient: { id: page }, timestamp: at, ...more });

test("of twenty events with a malformed seventh, nineteen arrive", () => {
  const { messages, malformed } = understood(receive(signed(recordedBody("malformed-among-twenty")), messengerConfig));
  expect([messages.length, malformed]).toEqual([19, 1]);
  expect(messages.map(({ content }) => content.kind === "text" && content.text)).not.toContain("Câu hỏi số 7");
});

describe("what is broken", () => {
  test.each([
    ["null", null],
    ["a number", 7],
    ["a list", []],
    ["no sender", { recipient: { id: page }, message: { mid: "m", text: "a" } }],
    ["no id", from({ message: { text: "a" } })],
    ["a message that is a word", from({ message: "a" })],
    ["a postback that is null", from({ postback: null })],
    ["a time before 1970", { ...from({ message: { mid: "m", text: "a" } }), timestamp: -1 }],
  ])("an event that is %s costs no neighbour", (what, broken) => {
    const { messages, notices, malformed } = receiveEvents(
      from({ message: { mid: "m_1", text: "trước" } }),
      broken,
      from({ message: { mid: "m_2", text: "sau" } }),
    );
    expect(messages).toHaveLength(2);
    expect(malformed + notices.length, what).toBe(1);
  });

  test("a broken entry costs no neighbour", () => {
    const good = { id: page, messaging: [from({ message: { mid: "m_1", text: "a" } })] };
    const received = receive(
      signed({ object: "page", entry: [null, { messaging: [] }, good, { id: page, messaging: "x" }] }),
      messengerConfig,
    );
    expect(received).toMatchObject({ messages: [{ providerId: "m_1" }], malformed: 3 });
  });

  test.each([
    ["not JSON", "{"],
    ["empty", ""],
    ["no object", "[1]"],
    ["no entries", '{"object":"page"}'],
    ["very deep", "[".repeat(100_000)],
  ])("a signed body that is %s is refused", (_what, body) => {
    expect(receive(signed(body), messengerConfig)).toMatchObject({ kind: "refused", status: 400 });
  });

  test("invalid UTF-8 becomes U+FFFD, a byte order mark is dropped", () => {
    const [before, after] = JSON.stringify(webhookBody(from({ message: { mid: "m_1", text: "aXb" } }))).split("X");
    const body = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(before ?? ""),
      Buffer.from([0xff, 0xc0, 0xaf]),
      Buffer.from(after ?? ""),
    ]);
    expect(understood(receive(signed(body), messengerConfig)).messages[0]?.content).toEqual({ kind: "text", text: "a\uFFFD\uFFFD\uFFFDb" });
  });

  test("a request with as many updates as Meta sends is read, one with more is refused", () => {
    const events = (count: number) =>
      Array.from({ length: count }, (_, position) => from({ message: { mid: `m_${position}`, text: "a" } }));
    expect(receiveEvents(...events(mostUpdates)).messages).toHaveLength(mostUpdates);
    expect(receive(signed(webhookBody(...events(mostUpdates + 1))), messengerConfig)).toMatchObject({ kind: "refused", status: 413 });
  });
});

describe("the signature", () => {
  const body = recordedBody("text");
  const right = signature(body);

  test.each([
    ["missing", undefined],
    ["of another secret", signature(body, "other")],
    ["too short", right.slice(0, -2)],
    ["too long", `${right}00`],
    ["not hexadecimal", `sha256=${"g".repeat(64)}`],
    ["without its name", right.slice(7)],
    ["given twice", [right, right]],
    ["over the same event in another spelling", signature(Buffer.from(JSON.stringify(JSON.parse(body.toString()))))],
  ])("%s is refused", (_what, header) => {
    expect(receive({ headers: { "x-hub-signature-256": header }, body }, messengerConfig)).toEqual({
      kind: "refused",
      status: 403,
      why: "signature",
    });
  });

  test("of the old kind (SHA-1) alone is refused", () => {
    const old = `sha1=${createHmac("sha1", messengerConfig.appSecret).update(body).digest("hex")}`;
    expect(receive({ headers: { "x-hub-signature": old }, body }, messengerConfig)).toMatchObject({ kind: "refused" });
  });
});
