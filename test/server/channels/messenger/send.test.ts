import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Channel, Delivery, DeliveryResult } from "../../../../server/channels/channel.ts";
import { messengerChannel } from "../../../../server/channels/messenger/messenger.ts";
import { receive } from "../../../../server/channels/messenger/receive.ts";
import { openEgress } from "../../../../server/egress.ts";
import type { OutgoingMessage } from "../../../../server/outgoing.ts";
import { type Behaviour, type GraphStub, startGraphStub } from "../../../support/graph-stub.ts";
import { messengerConfig, page, signed, webhookBody } from "../../../support/messenger.ts";

const person = "7391028846152093";
const says = (text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  from: "bot",
  parts: [{ outcome: "answer", text, citations: [], hotlines: [] }],
  choices: [],
  ...more,
});
const at = 1_795_163_400_000;
const delivery = (piece = says("Chào anh/chị"), more: Partial<Delivery> = {}): Delivery => ({
  id: "delivery-7",
  account: page,
  recipient: person,
  piece,
  speaker: "bot",
  attempt: 1,
  lastIncomingAt: at,
  at: at + 1000,
  since: at + 1000,
  ...more,
});

let stub: GraphStub;
let channel: Channel;
const patience = (deadlineMs: number) => {
  const config = { ...messengerConfig, graphUrl: stub.url };
  return messengerChannel(config, openEgress({ allowedOrigins: [stub.url], deadlineMs }));
};
beforeAll(async () => {
  stub = await startGraphStub();
});
beforeEach(() => {
  stub.delivered.length = 0;
  stub.requests.length = 0;
  channel = patience(5000);
});
afterAll(() => stub.close());

describe("a piece that is sent", () => {
  test("goes to the Page's own address as a response, and what Meta calls it is kept", async () => {
    expect(await channel.send(delivery())).toEqual({ kind: "sent", providerId: "m_1" });
    expect(stub.delivered).toEqual([
      {
        recipient: { id: person },
        messaging_type: "RESPONSE",
        message: { text: "Chào anh/chị", metadata: "huong-thien:delivery-7" },
        appsecret_proof: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test("carries the token in a header, never in the address", async () => {
    await channel.send(delivery());
    expect(stub.requests[0]).toMatchObject({
      url: `/v26.0/${page}/messages`,
      headers: { authorization: `Bearer ${messengerConfig.pageToken}` },
    });
    expect(stub.requests[0]?.body).not.toContain(messengerConfig.pageToken);
  });

  test("comes back in its echo as this delivery", async () => {
    await channel.send(delivery());
    const [sent] = stub.delivered;
    const echo = {
      sender: { id: page },
      recipient: { id: person },
      timestamp: 1,
      message: { mid: "m_1", is_echo: true, app_id: 1, metadata: sent?.message.metadata },
    };
    expect(receive(signed(webhookBody(echo)), messengerConfig)).toMatchObject({
      notices: [{ kind: "echo", deliveryId: "delivery-7", providerId: "m_1" }],
    });
  });

  test("has citations with their links, the day they are in force from, hotlines and the counsellor's name in its text", async () => {
    const citation = { label: "Điều 3 Quyết định 22/2023/QĐ-TTg", page: "/van-ban/22-2023-qd-ttg/3", inForceFrom: "2023-10-10" };
    const hotline = { number: "111", name: "Tổng đài bảo vệ trẻ em", hours: "24/24" };
    const part = { outcome: "answer", text: "Anh/chị được vay.", inForceFrom: "2023-10-10", citations: [citation], hotlines: [hotline] };
    await channel.send(delivery({ from: "counsellor", name: "Lan", parts: [part], choices: [] }));
    expect(stub.delivered[0]?.message.text).toBe(
      [
        "Lan (tư vấn viên):",
        "Anh/chị được vay.",
        "☎ 111 – Tổng đài bảo vệ trẻ em (24/24)",
        "Theo quy định từ 10/10/2023:\nĐiều 3 Quyết định 22/2023/QĐ-TTg – https://huongthien.example.vn/van-ban/22-2023-qd-ttg/3",
      ].join("\n\n"),
    );
  });

  test("has a button for each choice, cut at a word and numbered where the words do not fit", async () => {
    await channel.send(
      delivery(
        says("Chọn", {
          choices: [
            { label: "Có", value: "yes" },
            { label: "Không", value: "no" },
          ],
        }),
      ),
    );
    await channel.send(
      delivery(
        says("Chọn", {
          choices: [
            { label: "Muốn vay thì cần những giấy tờ gì?", value: "papers" },
            { label: "Không", value: "no" },
          ],
        }),
      ),
    );
    expect(stub.delivered.map(({ message }) => message.quick_replies?.map(({ title, payload }) => [title, payload]))).toEqual([
      [
        ["Có", "yes"],
        ["Không", "no"],
      ],
      [
        ["1. Muốn vay thì cần…", "papers"],
        ["2. Không", "no"],
      ],
    ]);
  });

  test("has no half letters and no NUL in it", async () => {
    await channel.send(delivery(says("một\ud83d hai\0")));
    expect(stub.delivered[0]?.message.text).toBe("một\uFFFD hai\uFFFD");
  });

  test("that says nothing is not sent", async () => {
    expect(await channel.send(delivery(says(" ")))).toMatchObject({ kind: "undeliverable" });
    expect(stub.requests).toEqual([]);
  });
});

describe("the window", () => {
  const day = 24 * 3_600_000;
  const late = { at: at + 2 * day };
  const granted = () =>
    messengerChannel(
      { ...messengerConfig, graphUrl: stub.url, humanAgent: true },
      openEgress({ allowedOrigins: [stub.url], deadlineMs: 5000 }),
    );

  test("after a day what a counsellor typed goes under the tag for people, where Meta has granted it", async () => {
    expect(await granted().send(delivery(says("Chào", { from: "counsellor", name: "Lan" }), late))).toMatchObject({ kind: "sent" });
    expect(stub.delivered).toMatchObject([{ messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }]);
  });

  test("what the bot or the service says never goes under it, and without the grant nothing does", async () => {
    for (const from of ["bot", "notice"] as const)
      expect(await granted().send(delivery(says("Chào", { from }), late))).toEqual({ kind: "undeliverable", why: "window closed" });
    expect(await channel.send(delivery(says("Chào", { from: "counsellor" }), late))).toEqual({
      kind: "undeliverable",
      why: "window closed",
    });
    expect(stub.requests).toEqual([]);
  });

  test("inside the day a counsellor's words are an answer like any other", async () => {
    await granted().send(delivery(says("Chào", { from: "counsellor" })));
    expect(stub.delivered).toMatchObject([{ messaging_type: "RESPONSE" }]);
    expect(stub.delivered[0]).not.toHaveProperty("tag");
  });
});

const later = { kind: "try-later", holds: "channel" } as const;
const minute = 60_000;

describe("when Meta refuses", () => {
  const error = (code: number, more: Partial<Extract<Behaviour, { kind: "error" }>> = {}): Behaviour => ({ kind: "error", code, ...more });
  const why = expect.stringMatching(/^graph \d+/);

  test.each<[string, Behaviour, Partial<DeliveryResult>]>([
    ["a passing fault (1)", error(1, { status: 500 }), { ...later, why }],
    ["a passing fault (2) with status 400", error(2), { ...later, why }],
    ["too many calls (4)", error(4, { status: 403 }), { ...later, why }],
    ["too many calls (17)", error(17), { ...later, why }],
    ["too many calls (32)", error(32), { ...later, why }],
    ["too many calls (613)", error(613), { ...later, why }],
    ["too many calls of a business (80006)", error(80_006), { ...later, why }],
    ["429 with Retry-After", error(4, { status: 429, headers: { "retry-after": "7" } }), { ...later, why, afterMs: 7000 }],
    [
      "429 without a word of Meta's",
      { kind: "answer", status: 429, body: "slow down", headers: { "retry-after": "3" } },
      { ...later, afterMs: 3000 },
    ],
    [
      "usage over the limit",
      error(4, { headers: { "x-app-usage": '{"call_count":101,"total_time":20}' } }),
      { ...later, why, afterMs: 5 * minute },
    ],
    [
      "usage of the business over the limit",
      error(80_006, {
        headers: { "x-business-use-case-usage": '{"109":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":12}]}' },
      }),
      { ...later, why, afterMs: 12 * minute },
    ],
    [
      "headers of nonsense",
      error(4, { headers: { "x-app-usage": "{", "x-business-use-case-usage": "[1]", "retry-after": "soon" } }),
      { ...later, why },
    ],
    ["a dead token (190)", error(190, { subcode: 463, status: 401 }), { ...later, why, needs: "operator", afterMs: 5 * minute }],
    ["abuse (368)", error(368), { ...later, why, needs: "operator", afterMs: 60 * minute }],
    ["a closed window (10/2018278)", error(10, { subcode: 2018278, status: 403 }), { kind: "undeliverable", why }],
    ["a person who cannot be reached (551/1545041)", error(551, { subcode: 1545041 }), { kind: "undeliverable", why }],
    ["a person who cannot be reached (200/1545041)", error(200, { subcode: 1545041 }), { kind: "undeliverable", why }],
    ["a person who blocked us (10/2018108)", error(10, { subcode: 2018108 }), { kind: "undeliverable", why }],
    ["nobody of that id (100/2018001)", error(100, { subcode: 2018001 }), { kind: "undeliverable", why }],
    ["a comment answered before (10900)", error(10900), { kind: "undeliverable", why }],
    ["a missing permission (10)", error(10), { kind: "undeliverable", why, needs: "operator" }],
    ["a missing permission (200)", error(200), { kind: "undeliverable", why, needs: "operator" }],
    ["a wrong parameter (100)", error(100), { kind: "undeliverable", why, needs: "operator" }],
    ["a code of tomorrow", error(424_242), { kind: "undeliverable", why, needs: "operator" }],
  ])("%s", async (_what, behaviour, expected) => {
    stub.next(behaviour);
    const result = await channel.send(delivery());
    expect(result).toEqual({ why: expect.any(String), ...expected });
    expect(stub.delivered).toEqual([]);
  });

  test("the reason names codes and trace, never Meta's words nor the person", async () => {
    stub.next(error(10, { subcode: 2018278 }));
    expect(await channel.send(delivery())).toEqual({ kind: "undeliverable", why: "graph 10/2018278, trace AbCdEf123" });
  });
});

describe("when the line is bad", () => {
  const html = "<html><body>502 Bad Gateway</body></html>";

  test.each<[string, Behaviour, DeliveryResult["kind"]]>([
    ["502 with a page of a proxy's", { kind: "answer", status: 502, body: html }, "try-later"],
    ["503 with nothing", { kind: "answer", status: 503, body: "" }, "try-later"],
    ["404 of somebody who is not Meta", { kind: "answer", status: 404, body: html }, "try-later"],
    ["a redirect", { kind: "answer", status: 302, body: "", headers: { location: "http://169.254.169.254/" } }, "try-later"],
    ["200 with garbage", { kind: "answer", status: 200, body: "\u0000\u0001{" }, "unknown"],
    ["200 with a page", { kind: "answer", status: 200, body: html }, "unknown"],
    ["200 with JSON that says nothing", { kind: "answer", status: 200, body: "{}" }, "unknown"],
    ["200 without end", { kind: "huge" }, "unknown"],
    ["a reset once it has the request", { kind: "reset" }, "unknown"],
    ["a reset once it has taken the message", { kind: "accept-then-reset" }, "unknown"],
    ["half an answer", { kind: "accept-then-half-an-answer" }, "unknown"],
    ["no answer", { kind: "hang" }, "unknown"],
    ["no answer once it has taken the message", { kind: "accept-then-hang" }, "unknown"],
  ])("%s", async (_what, behaviour, expected) => {
    stub.next(behaviour);
    const result = await patience(500).send(delivery());
    expect(result.kind).toBe(expected);
    if (result.kind === "try-later") expect(result.holds).toBe("channel");
    expect(stub.requests).toHaveLength(1);
  });

  test("a name that cannot be resolved and a port where nobody listens mean try later", async () => {
    for (const graphUrl of ["http://nobody.invalid", "http://127.0.0.1:1"]) {
      const egress = openEgress({ allowedOrigins: [graphUrl], deadlineMs: 5000 });
      expect(await messengerChannel({ ...messengerConfig, graphUrl }, egress).send(delivery())).toMatchObject(later);
    }
  });
});
