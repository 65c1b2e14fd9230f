import { describe, expect, test } from "vitest";
import type { Received } from "../../../../server/channels/channel.ts";
import { receive } from "../../../../server/channels/messenger/receive.ts";
import { messengerConfig, page, type recorded, recordedBody, signed, webhookBody } from "../../../support/messenger.ts";

const at = 1_795_163_400_000;
const person = "7391028846152093";
const understood = (received: Received) => {
  if (received.kind !== "received") throw new Error(`refused: ${received.why}`);
  return received;
};
const receiveRecorded = (name: (typeof recorded)[number]) => understood(receive(signed(recordedBody(name)), messengerConfig));
const receiveEvents = (...events: readonly unknown[]) => understood(receive(signed(webhookBody(...events)), messengerConfig));
const from = (more: object, sender = person) => ({ sender: { id: sender }, recipient: { id: page }, timestamp: at, ...more });

describe("what people send", () => {
  test("a message written in Vietnamese arrives letter for letter, with who, when and its id", () => {
    expect(receiveRecorded("text")).toEqual({
      kind: "received",
      messages: [
        {
          account: page,
          providerId: expect.stringMatching(/^m_/),
          sender: person,
          sentAt: at,
          content: { kind: "text", text: "Tôi mới ra trại, muốn vay vốn làm ăn thì hỏi ở đâu? 🙏" },
        },
      ],
      notices: [],
      malformed: 0,
    });
  });

  test("every message of every entry arrives; those of another Page are dropped and counted", () => {
    const { messages, notices } = receiveRecorded("batch");
    expect(messages.map(({ content }) => content.kind === "text" && content.text)).toEqual([
      "cho e hoi",
      "Làm lại căn cước cần giấy tờ gì ạ",
      "vay von ngan hang chinh sach dc ko",
      "Alo",
    ]);
    expect(notices).toEqual([
      { kind: "ignored", what: "other-page" },
      { kind: "ignored", what: "other-page" },
    ]);
  });

  test("a message in our entry but for another Page is dropped and counted", () => {
    const event = { ...from({ message: { mid: "m_1", text: "a" } }), recipient: { id: "1" } };
    expect(receiveEvents(event)).toMatchObject({ messages: [], notices: [{ kind: "ignored", what: "other-page" }] });
  });

  test("quick replies and postbacks are choices, with or without an id of Meta's", () => {
    const { messages } = receiveRecorded("taps");
    expect(messages.map(({ content }) => content)).toEqual([
      { kind: "choice", value: "entry:loans/who-may-borrow", label: "1. Ai được vay" },
      { kind: "choice", value: "start", label: "Bắt đầu" },
      { kind: "choice", value: "person", label: "Gặp tư vấn viên" },
      { kind: "choice", value: "start", label: "Bắt đầu" },
    ]);
    expect(messages.map(({ providerId }) => providerId)).toEqual([
      expect.stringMatching(/^m_/),
      expect.stringMatching(/^m_/),
      expect.stringMatching(/^postback:[0-9a-f]{64}$/),
      expect.stringMatching(/^m_/),
    ]);
  });

  test("an id made for a postback without one differs by who, when and what, and names nobody", () => {
    const tap = (more: object) => ({ ...from({ postback: { title: "Gặp", payload: "person" } }), ...more });
    const events = [
      tap({}),
      tap({ timestamp: at + 1 }),
      tap({ sender: { id: "2" } }),
      tap({ postback: { title: "Gặp", payload: "other" } }),
    ];
    const ids = receiveEvents(...events, tap({})).messages.map(({ providerId }) => providerId);
    expect(new Set(ids).size).toBe(4);
    expect(ids[4]).toBe(ids[0]);
    expect(ids.join()).not.toContain(person);
  });

  test("a link with a reference counts as beginning, one without is left alone", () => {
    const { messages, notices } = receiveRecorded("referrals");
    expect(messages.map(({ content }) => content)).toEqual([{ kind: "choice", value: "poster-vay-von", label: "Bắt đầu" }]);
    expect(notices).toEqual([{ kind: "ignored", what: "referral" }]);
  });

  test("a payload that none of our buttons has counts as the words beside it", () => {
    const tap = (payload: string) => from({ message: { mid: "m_1", text: "Có", quick_reply: { payload } } });
    expect(receiveEvents(tap("x".repeat(1001)), tap("")).messages.map(({ content }) => content)).toEqual(
      Array(2).fill({ kind: "text", text: "Có" }),
    );
  });

  test("stickers and attachments are unreadable by kind, whatever Meta invents; words beside them count", () => {
    const contents = receiveRecorded("attachments").messages.map(({ content }) => content);
    expect(contents.map((content) => (content.kind === "unreadable" ? content.what : content.kind))).toEqual([
      "sticker",
      "sticker",
      "image",
      "audio",
      "video",
      "file",
      "location",
      "other",
      "other",
      "other",
      "text",
      "other",
    ]);
  });

  test("half a surrogate pair and NUL become U+FFFD, and no prototype is changed", () => {
    const { messages, malformed } = receiveRecorded("hostile");
    expect(malformed).toBe(0);
    expect(messages.map(({ content }) => content)).toEqual([
      { kind: "text", text: "xin chào" },
      { kind: "text", text: "một nửa \uFFFD, và \uFFFD ở giữa" },
      { kind: "choice", value: "__proto__", label: "constructor" },
    ]);
    expect(messages[0]?.sender).toBe("6904417283350176");
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test("an event without a time of its own has its entry's", () => {
    const event = { sender: { id: person }, recipient: { id: page }, message: { mid: "m_1", text: "a" } };
    expect(receiveEvents(event).messages[0]?.sentAt).toBe(at);
  });
});

describe("what else Meta tells", () => {
  test("our own message is known by its mark; any other answer of the Page is somebody taking over; none is a message", () => {
    expect(receiveRecorded("echoes")).toMatchObject({
      messages: [],
      notices: [
        { kind: "echo", deliveryId: "0f8b2c1e-6a55-4b8e-9f0a-2d7c51c0a911", providerId: expect.stringMatching(/^m_/) },
        { kind: "outside-answer", account: page, recipient: "8120457739462215", text: "Chào anh, em ở Fanpage đây ạ" },
        { kind: "outside-answer", account: page, recipient: "6904417283350176", text: "[không phải chữ]" },
      ],
      malformed: 0,
    });
  });

  test("in a conversation another app owns words are recorded and not to be answered; an answer there is somebody taking over", () => {
    const { messages, notices } = receiveRecorded("standby");
    expect(messages).toMatchObject([
      { held: true, content: { kind: "text", text: "Tôi đang nói với cán bộ" } },
      { held: true, content: { kind: "text", text: "Bắt đầu" } },
    ]);
    expect(notices.map((notice) => ("what" in notice ? notice.what : notice.kind))).toEqual(["outside-answer", "read"]);
  });

  test("deliveries, reads, reactions, edits, opt-ins and kinds nobody knows yet are no messages, and each is named by its kind", () => {
    const { messages, notices, malformed } = receiveRecorded("passive");
    expect([messages, malformed]).toEqual([[], 0]);
    expect(notices.map((notice) => [notice.kind, "what" in notice && notice.what])).toEqual([
      ["ignored", "delivery"],
      ["ignored", "delivery"],
      ["ignored", "read"],
      ["contact", "reaction"],
      ["changed", "edit"],
      ["contact", "optin"],
      ["ignored", "pass_thread_control"],
      ["ignored", "unknown"],
    ]);
  });

  test("an edit brings the new words of a message, taking one back brings none, in either spelling", () => {
    const edit = from({ message_edit: { mid: "m_1", text: "sửa lại", num_edit: 1 } });
    const gone = [from({ message: { mid: "m_2", is_deleted: true } }), from({ message_unsend: { mid: "m_2" } })];
    const takenBack = { kind: "changed", what: "unsend", providerId: "m_2", content: { kind: "unreadable", what: "taken-back" } };
    const changes = [
      { kind: "changed", what: "edit", providerId: "m_1", content: { kind: "text", text: "sửa lại" } },
      takenBack,
      takenBack,
    ];
    expect(receiveEvents(edit, ...gone)).toMatchObject({ messages: [], notices: changes });
  });

  test("a change tells who wrote the words and when, for when it comes first; what the Page's side changed is nobody's words", () => {
    const edit = from({ message_edit: { mid: "m_1", text: "sửa lại", num_edit: 1 } });
    const ofThePage = { ...from({ message_unsend: { mid: "m_2" } }, page), recipient: { id: person } };
    const [ofPerson, ofPage] = receiveEvents(edit, ofThePage).notices;
    expect(ofPerson).toMatchObject({ kind: "changed", words: { sender: person, sentAt: at } });
    expect(ofPage).not.toHaveProperty("words");
  });

  test("a reaction taken away, and an opt-in of nobody, keep no window open", () => {
    const nobody = { recipient: { id: page }, timestamp: at, optin: { ref: "x", user_ref: "y" } };
    const away = from({ reaction: { action: "unreact", mid: "m_1" } });
    expect(receiveEvents(away, nobody).notices).toEqual([
      { kind: "ignored", what: "reaction" },
      { kind: "ignored", what: "optin" },
    ]);
  });

  test("with the app's id known, echoes of what our app sent by other ways are no taking over, and we see when we are given back", () => {
    const config = { ...messengerConfig, appId: "481516234200001" };
    const echo = (app_id: unknown) => ({
      ...from({ message: { mid: "m_1", is_echo: true, app_id, text: "a" } }, page),
      recipient: { id: person },
    });
    const passed = (new_owner_app_id: unknown) => from({ pass_thread_control: { new_owner_app_id } });
    const body = webhookBody(echo(481516234200001), echo("481516234200001"), echo(263902037430900), passed("481516234200001"), passed(1));
    expect(understood(receive(signed(body), config)).notices.map((notice) => ("what" in notice ? notice.what : notice.kind))).toEqual([
      "own-echo",
      "own-echo",
      "outside-answer",
      "given-back",
      "pass_thread_control",
    ]);
  });

  test("a comment that begins a thread is a message for the channel of comments; what is no comment is counted", () => {
    expect(receiveRecorded("comments")).toMatchObject({
      messages: [
        {
          channel: "page-comments",
          providerId: "comment:109284417563021_1",
          sender: "109284417563021_1",
          sentAt: at,
          content: { kind: "text", text: "Cho hỏi xóa án tích" },
        },
      ],
      notices: [{ what: "change" }],
      malformed: 0,
    });
  });

  test("the Page's own comments, replies below a comment and comments without words are counted, edits and removals are heeded", () => {
    const comment = (more: object) => ({
      field: "feed",
      value: {
        item: "comment",
        verb: "add",
        comment_id: "c_1",
        post_id: "p_1",
        parent_id: "p_1",
        message: "hỏi",
        created_time: 1,
        ...more,
      },
    });
    const changes = [
      comment({ from: { id: page } }),
      comment({ parent_id: "c_0" }),
      comment({ message: "👍 !!!" }),
      comment({ message: undefined }),
      comment({ verb: "edited", message: "hỏi lại" }),
      comment({ verb: "remove" }),
      comment({ verb: "hide" }),
      comment({ from: undefined }),
    ];
    const { messages, notices } = understood(
      receive(signed({ object: "page", entry: [{ id: page, time: at, changes }] }), messengerConfig),
    );
    expect(messages).toHaveLength(1);
    expect(notices.map((notice) => "what" in notice && notice.what)).toEqual([
      "own-comment",
      "comment-reply",
      "comment-without-words",
      "comment-without-words",
      "edit",
      "unsend",
      "comment",
    ]);
    expect(notices[4]).toMatchObject({ channel: "page-comments", providerId: "comment:c_1" });
  });

  test("the Page itself as sender is never answered", () => {
    expect(receiveEvents(from({ message: { mid: "m_1", text: "a" } }, page))).toMatchObject({
      messages: [],
      notices: [{ what: "own-page" }],
    });
  });

  test("another kind of object than a Page is ignored, not refused: Meta would switch us off", () => {
    expect(receive(signed({ object: "instagram", entry: [] }), messengerConfig)).toMatchObject({
      kind: "received",
      notices: [{ what: "other-object" }],
    });
  });
});
