import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { botpressChannel } from "../../../../server/channels/botpress/botpress.ts";
import type { Channel, Delivery, DeliveryResult, ProviderRequest } from "../../../../server/channels/channel.ts";
import type { BotpressConfig } from "../../../../server/config.ts";
import { openEgress } from "../../../../server/egress.ts";
import { at, describeChannel } from "../../../contract/channel.ts";
import { says } from "../../../contract/store.ts";
import { botpressConfig, botpressRecordedRequest, botpressRequest, botpressSignature, botpressText } from "../../../support/botpress.ts";
import { type BotpressBehaviour, type BotpressStub, startBotpressStub } from "../../../support/botpress-stub.ts";

const open = (apiUrl: string, more: Partial<BotpressConfig> = {}, deadlineMs = 2000) =>
  botpressChannel({ ...botpressConfig, apiUrl, ...more }, openEgress({ allowedOrigins: [apiUrl], deadlineMs }));
const nobody = open("http://127.0.0.1:1");

describeChannel("botpress", {
  open: async () => {
    const stub = await startBotpressStub();
    return { channel: open(stub.url), account: botpressConfig.botId, close: stub.close };
  },
  cutOff: nobody,
  requests: (["text", "choice-value", "choice-as-text", "image"] as const).map((name) => botpressRecordedRequest(name, at)),
});

const receive = async (request: ProviderRequest, channel: Channel = nobody) => {
  const received = await channel.receive?.(request, at);
  if (received === undefined) throw new Error("no way in");
  return received;
};
const contentOf = async (request: ProviderRequest) => {
  const received = await receive(request);
  return received.kind === "received" ? received.messages[0]?.content : received.why;
};

describe("what comes from Botpress", () => {
  test("words arrive letter for letter, with their conversation and id, and Botpress reads {}", async () => {
    expect(await receive(botpressRecordedRequest("text", at))).toEqual({
      kind: "received",
      messages: [
        {
          account: "bot_01K",
          providerId: "msg_text",
          sender: "conv_01",
          sentAt: Date.parse("2026-11-20T09:10:00Z"),
          content: { kind: "text", text: "Tôi mới ra trại, muốn vay vốn làm ăn thì hỏi ở đâu? 🙏" },
        },
      ],
      notices: [],
      malformed: 0,
      body: "{}",
    });
  });

  test("taps are choices in either spelling, a picture is unreadable, kinds of tomorrow too", async () => {
    const tapped = { kind: "choice", value: "lenh:gap-nguoi" };
    expect(await contentOf(botpressRecordedRequest("choice-value", at))).toEqual({ ...tapped, label: "Gặp tư vấn viên" });
    expect(await contentOf(botpressRecordedRequest("choice-as-text", at))).toMatchObject(tapped);
    expect(await contentOf(botpressRequest(botpressText("hoi:loans/who"), at))).toMatchObject({ kind: "choice", value: "hoi:loans/who" });
    expect(await contentOf(botpressRequest(botpressText("hoi: cho tôi hỏi"), at))).toEqual({ kind: "text", text: "hoi: cho tôi hỏi" });
    expect(await contentOf(botpressRecordedRequest("image", at))).toEqual({ kind: "unreadable", what: "image" });
    for (const type of ["hologram", "constructor", "__proto__", "toString"])
      expect(await contentOf(botpressRequest(botpressText("", { type }), at))).toEqual({ kind: "unreadable", what: "other" });
  });

  test("120,000 letters of three bytes each arrive whole", async () => {
    const text = "ệ".repeat(120_000);
    expect(await contentOf(botpressRequest(botpressText(text), at))).toEqual({ kind: "text", text });
  });

  test("the bot's own words and events that are no message are counted; a ping and a registration are nodded to", async () => {
    const what = async (request: ProviderRequest) => {
      const received = await receive(request);
      return received.kind === "received" ? [received.messages.length, received.notices, received.body] : received;
    };
    const ignored = (kind: string) => [0, [{ kind: "ignored", what: kind }], "{}"];
    expect(await what(botpressRequest(botpressText("a", { direction: "outgoing" }), at))).toEqual(ignored("own-message"));
    expect(await what(botpressRequest(botpressText("a", { userId: "bot_01K" }), at))).toEqual(ignored("own-message"));
    expect(await what(botpressRecordedRequest("state-expired", at))).toEqual(ignored("event"));
    for (const operation of ["ping", "register", "unregister"])
      expect(await what(botpressRequest({}, at, { "x-bp-operation": operation }))).toEqual(ignored(operation));
  });

  test("another bot's requests, actions, broken bodies and nonsense are refused; a message without its parts is counted and not repeated", async () => {
    const good = botpressText("a");
    expect(await receive(botpressRequest(good, at, { "x-bot-id": "bot_other" }))).toMatchObject({ kind: "refused", status: 403 });
    expect(await receive(botpressRequest(good, at, { "x-bp-operation": "action_triggered" }))).toMatchObject({
      kind: "refused",
      status: 400,
    });
    expect(await receive(botpressRequest(good, at, { "x-bp-operation": "dance" }))).toMatchObject({ kind: "refused", status: 400 });
    expect(await receive(botpressRequest(good, at, { "x-bp-configuration": "!!" }))).toMatchObject({ kind: "refused", status: 400 });
    expect(await receive(botpressRequest({}, at))).toMatchObject({ kind: "refused", status: 400 });
    const half = { event: { id: "e", type: "message_created", payload: {} } };
    expect(await receive(botpressRequest(half, at))).toMatchObject({ kind: "received", messages: [], malformed: 1 });
  });

  test("only what Botpress signed, these minutes and over these bytes, is heard; during a change of secrets one of several signatures will do", async () => {
    const good = botpressRequest(botpressText("a"), at);
    const right = botpressSignature(good.body, at);
    const other = botpressSignature(good.body, at, Buffer.from("another secret, of the same size").toString("base64url"));
    const heard = async (signature: string | undefined) =>
      (await receive({ ...good, headers: { ...good.headers, "x-bp-signature": signature } })).kind === "received";
    expect(await heard(`${at},${right}`)).toBe(true);
    expect(await heard(`${at},${other},${right}`)).toBe(true);
    const wrong = [
      undefined,
      "",
      right,
      `${at},${other}`,
      `${at + 1},${right}`,
      `${at},${right},short`,
      `${at},${Array(6).fill(right).join()}`,
    ];
    for (const signature of wrong) expect(await heard(signature), signature).toBe(false);
    const minutes = 60_000;
    for (const [late, isHeard] of [
      [5 * minutes, true],
      [5 * minutes + 1, false],
      [-5 * minutes, true],
      [-5 * minutes - 1, false],
    ] as const)
      expect((await nobody.receive?.(good, at + late))?.kind === "received").toBe(isHeard);
  });

  test("without a signing secret the bot's id is believed", async () => {
    const { "x-bp-signature": _, ...headers } = botpressRequest(botpressText("a"), at).headers;
    const request = { ...botpressRequest(botpressText("a"), at), headers };
    expect(await receive(request, open("http://127.0.0.1:1", { signingSecret: undefined }))).toMatchObject({ kind: "received" });
  });

  test("many requests at once keep their words apart", async () => {
    const texts = Array.from({ length: 50 }, (_, position) => `câu ${position}`);
    const contents = await Promise.all(
      texts.map((text, position) => contentOf(botpressRequest(botpressText(text, { id: `m_${position}` }), at))),
    );
    expect(contents.map((content) => typeof content === "object" && content.kind === "text" && content.text)).toEqual(texts);
  });
});

describe("what goes to Botpress", () => {
  let stub: BotpressStub;
  let channel: Channel;
  beforeAll(async () => {
    stub = await startBotpressStub();
  });
  beforeEach(() => {
    stub.made.length = 0;
    stub.calls.length = 0;
    stub.states.clear();
    stub.failStates(undefined);
    channel = open(stub.url);
  });
  afterAll(() => stub.close());

  const delivery = (more: Partial<Delivery> = {}): Delivery => ({
    id: "d-1",
    account: "bot_01K",
    recipient: "conv_1",
    piece: says("Anh/chị được vay."),
    attempt: 1,
    lastIncomingAt: 1,
    at: 2,
    since: 2,
    speaker: "bot",
    ...more,
  });

  test("is a text, or a choice where there is something to tap", async () => {
    expect(await channel.send(delivery())).toEqual({ kind: "sent", providerId: "msg_out_1" });
    const choices = [{ label: "Gặp tư vấn viên", value: "lenh:gap-nguoi" }];
    await channel.send(delivery({ piece: { ...says("Chọn giúp em:"), choices } }));
    expect(stub.made).toMatchObject([
      { conversationId: "conv_1", type: "text", payload: { text: "Anh/chị được vay." } },
      { type: "choice", payload: { text: "Chọn giúp em:", options: choices } },
    ]);
  });

  test("is preceded by who speaks, whenever that has changed, and a restart asks what Botpress knows", async () => {
    const states = () => stub.calls.splice(0).map((call) => call.replace(/ .*\/(speaker|messages)$/, " $1"));
    await channel.send(delivery());
    expect(states()).toEqual(["GET speaker", "POST messages"]);
    await channel.send(delivery({ speaker: "waiting" }));
    await channel.send(delivery({ speaker: "waiting" }));
    expect(states()).toEqual(["POST speaker", "POST messages", "POST messages"]);
    expect(stub.states.get("conv_1")).toBe("waiting");
    const restarted = open(stub.url);
    await restarted.send(delivery({ speaker: "counsellor" }));
    await restarted.send(delivery({ speaker: "bot" }));
    expect(states()).toEqual(["GET speaker", "POST speaker", "POST messages", "POST speaker", "POST messages"]);
    expect(stub.states.get("conv_1")).toBe("bot");
  });

  test("goes out though who speaks cannot be told, says so, and tells it with the next", async () => {
    stub.failStates(500);
    expect(await channel.send(delivery({ speaker: "waiting" }))).toMatchObject({
      kind: "sent",
      why: expect.stringMatching(/botpress 500/),
    });
    stub.failStates(undefined);
    expect(await channel.send(delivery({ speaker: "waiting" }))).toEqual({ kind: "sent", providerId: expect.any(String) });
    expect(stub.states.get("conv_1")).toBe("waiting");
  });

  const refuse = (status: number, more: object = {}): BotpressBehaviour => ({ kind: "refuse", status, ...more });
  test.each<[string, BotpressBehaviour, Partial<DeliveryResult>]>([
    ["a fault of Botpress's", refuse(500), { kind: "try-later", holds: "channel" }],
    ["too many calls", refuse(429, { type: "RateLimited", retryAfter: "7" }), { kind: "try-later", holds: "channel", afterMs: 7000 }],
    ["a dead token", refuse(401, { type: "Unauthorized" }), { kind: "try-later", holds: "channel", needs: "operator" }],
    ["a bill unpaid", refuse(402, { type: "PaymentRequired" }), { kind: "try-later", holds: "channel", needs: "operator" }],
    ["a conversation that is gone", refuse(404, { type: "ResourceNotFound" }), { kind: "undeliverable" }],
    ["something of ours that is wrong", refuse(400, { type: "InvalidPayload" }), { kind: "undeliverable", needs: "operator" }],
    ["a page of a proxy's", { kind: "answer", status: 502, body: "<html>" }, { kind: "try-later" }],
    ["404 of somebody who is not Botpress", { kind: "answer", status: 404, body: "" }, { kind: "try-later", needs: "operator" }],
    ["200 with garbage", { kind: "answer", status: 200, body: "\u0000" }, { kind: "unknown" }],
    ["201 without an id", { kind: "answer", status: 201, body: "{}" }, { kind: "unknown" }],
    ["a reset", { kind: "reset" }, { kind: "unknown" }],
    ["no answer once it has the message", { kind: "accept-then-hang" }, { kind: "unknown" }],
  ])("%s", async (_what, behaviour, expected) => {
    stub.next(behaviour);
    const result = await open(stub.url, {}, 400).send(delivery());
    expect(result).toMatchObject(expected);
    expect(JSON.stringify(result)).not.toContain("conv_1");
  });
});
