import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shorten } from "../../../server/channels/cut-text.ts";
import { fit } from "../../../server/channels/fit.ts";
import { buttons } from "../../../server/channels/listed-choices.ts";
import { plainText } from "../../../server/channels/plain-text.ts";
import { OutgoingMessage } from "../../../server/outgoing.ts";

const publicUrl = "https://huongthien.example.vn";
const limits = { textLength: 1999, choices: 13, choiceLength: 20 };
const says = (
  text: string,
  more: Partial<OutgoingMessage["parts"][0]> = {},
  choices: OutgoingMessage["choices"] = [],
): OutgoingMessage => ({
  from: "bot",
  parts: [{ outcome: "answer", text, citations: [], hotlines: [], ...more }],
  choices,
});
const citation = (article: number) => ({
  label: `Điều ${article} Luật Thi hành án hình sự 2025`,
  page: `/van-ban/lthahs/${article}`,
  inForceFrom: "2026-07-01",
});
const citationLine = (article: number) => `Điều ${article} Luật Thi hành án hình sự 2025 – ${publicUrl}/van-ban/lthahs/${article}`;
const texts = (message: OutgoingMessage, textLength = limits.textLength) =>
  fit(message, { limits: { ...limits, textLength }, publicUrl }).map((piece) => plainText(piece, publicUrl));

describe("a message cut to a channel's limits", () => {
  test("stays as it is when it fits, and on a channel without limits", () => {
    const message = says("Chào anh/chị", { citations: [citation(1)], inForceFrom: "2026-07-01" }, [{ label: "Có", value: "yes" }]);
    expect(fit(message, { limits, publicUrl })).toEqual([message]);
    const endless = says("dài ".repeat(5000));
    expect(fit(endless, { limits: undefined, publicUrl })).toEqual([endless]);
    expect(fit(endless, { limits: { textLength: Infinity, choices: Infinity, choiceLength: Infinity }, publicUrl })).toEqual([endless]);
  });

  test("is cut between paragraphs first, and the pieces are numbered", () => {
    expect(texts(says("Một hai ba bốn năm.\n\nSáu bảy tám chín mười.\n\nHết."), 40)).toEqual([
      "(1/2) Một hai ba bốn năm.",
      "(2/2) Sáu bảy tám chín mười.\n\nHết.",
    ]);
  });

  test("is cut between lines, then sentences, then words, then letters, never inside one", () => {
    expect(texts(says("1. Đến công an xã.\n2. Nộp đơn ở đó."), 28)).toEqual(["(1/2) 1. Đến công an xã.", "(2/2) 2. Nộp đơn ở đó."]);
    expect(texts(says("Đến công an xã. Nộp đơn ở đó."), 28)).toEqual(["(1/2) Đến công an xã.", "(2/2) Nộp đơn ở đó."]);
    expect(texts(says("đến công an xã nộp đơn ở đó"), 26)).toEqual(["(1/2) đến công an xã nộp", "(2/2) đơn ở đó"]);
    expect(texts(says("👨‍👩‍👧‍👦".repeat(4)), 32)).toEqual(["(1/2) 👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "(2/2) 👨‍👩‍👧‍👦👨‍👩‍👧‍👦"]);
  });

  test("a number at the beginning of a step does not end a sentence", () => {
    expect(texts(says("Việc đầu. 1. Đến công an xã"), 25)).toEqual(["(1/2) Việc đầu.", "(2/2) 1. Đến công an xã"]);
  });

  test("citations and hotlines stay whole, each piece with citations says since when", () => {
    const articles = [1, 2, 3, 4];
    const message = says("Luật nói vậy.", {
      citations: articles.map(citation),
      inForceFrom: "2026-07-01",
      hotlines: [{ number: "111", name: "Trẻ em", hours: "24/24" }],
    });
    const pieces = texts(message, 240);
    expect(pieces.length).toBeGreaterThan(1);
    for (const article of articles) expect(pieces.filter((piece) => piece.split("\n").includes(citationLine(article)))).toHaveLength(1);
    expect(pieces.filter((piece) => piece.includes("Điều")).every((piece) => piece.includes("Theo quy định từ 01/7/2026:"))).toBe(true);
  });

  test("choices go with the last piece, with their words in full", () => {
    const choices = [{ label: "Có", value: "yes" }];
    const pieces = fit(says("từ ".repeat(1000), {}, choices), { limits, publicUrl });
    expect(pieces.map((piece) => piece.choices)).toEqual([[], choices]);
  });

  test("choices that no button can carry in full are numbered in the text, and keep their words for who types them", () => {
    const choices = [
      { label: "Muốn vay thì cần những giấy tờ gì?", value: "papers" },
      { label: "Không", value: "no" },
    ];
    const [piece] = fit(says("Chọn nhé:", {}, choices), { limits, publicUrl });
    expect(plainText(piece, publicUrl)).toBe("Chọn nhé:\n\n1. Muốn vay thì cần những giấy tờ gì?\n2. Không");
    expect(piece.choices).toEqual(choices);
    expect(buttons(piece.choices, limits).map(({ label }) => label)).toEqual(["1. Muốn vay thì cần…", "2. Không"]);
  });

  test("choices beyond the number of buttons stand in the text", () => {
    const choices = Array.from({ length: 15 }, (_, position) => ({ label: `Tháng ${position}`, value: String(position) }));
    const [piece] = fit(says("Chọn:", {}, choices), { limits, publicUrl });
    expect(buttons(piece.choices, limits)).toHaveLength(13);
    expect(plainText(piece, publicUrl)).toContain("15. Tháng 14");
  });

  test("a counsellor is named in every piece", () => {
    const pieces = texts({
      from: "counsellor",
      name: "Lan",
      parts: [{ outcome: "counsellor", text: "từ ".repeat(1000), citations: [], hotlines: [] }],
      choices: [],
    });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.startsWith("Lan (tư vấn viên):\n\n("))).toBe(true);
  });
});

const words = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom("quy định.", "vay vốn", "1.", "\n\n", "\n", "👩🏽‍🚒", "ế".normalize("NFD")),
  ),
  { maxLength: 120 },
);
const text = words.map((all) => all.join(" "));
const anyCitation = fc.nat({ max: 400 }).map(citation);
const anyHotline = fc.record({
  number: fc.stringMatching(/^[0-9]{3,8}$/),
  name: fc.constantFrom("Tổng đài bảo vệ trẻ em", "Cấp cứu"),
  hours: fc.constant("24/24"),
});
const anyPart = fc.record({
  outcome: fc.constantFrom("answer", "ask-back"),
  text,
  inForceFrom: fc.constantFrom("2023-10-10", "2026-07-01"),
  citations: fc.array(anyCitation, { maxLength: 8 }),
  hotlines: fc.array(anyHotline, { maxLength: 4 }),
});
const anyMessage: fc.Arbitrary<OutgoingMessage> = fc.record({
  from: fc.constantFrom("bot", "counsellor", "notice"),
  name: fc.constant("Lan"),
  parts: fc.tuple(anyPart, anyPart).map(([first, second]) => [first, second] as const),
  choices: fc.array(fc.record({ label: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), value: fc.string() }), {
    maxLength: 20,
  }),
});
const squeezed = (whole: string) => whole.replace(/\s+/g, "");
const saidIn = (message: OutgoingMessage) => squeezed(message.parts.map((part) => part.text).join(""));

describe("whatever is said", () => {
  const everyLength = fc.integer({ min: 250, max: 2500 });

  test("no piece is longer than the channel carries, and each can be stored", () => {
    fc.assert(
      fc.property(anyMessage, everyLength, (message, textLength) => {
        for (const piece of fit(message, { limits: { ...limits, textLength }, publicUrl })) {
          expect(plainText(piece, publicUrl).length).toBeLessThanOrEqual(textLength);
          expect(OutgoingMessage.safeParse(piece).success).toBe(true);
        }
      }),
    );
  });

  test("nothing is lost, doubled or moved but white space", () => {
    fc.assert(
      fc.property(anyMessage, everyLength, (message, textLength) => {
        const pieces = fit(message, { limits: { ...limits, textLength }, publicUrl });
        const list = message.choices.length > 13 || message.choices.some(({ label }) => label.length > 20);
        const expected =
          saidIn(message) + (list ? squeezed(message.choices.map(({ label }, position) => `${position + 1}. ${label}`).join("\n")) : "");
        const unnumbered = pieces.map((piece) => saidIn(piece).replace(/^\(\d+\/\d+\)/, pieces.length > 1 ? "" : "$&"));
        expect(unnumbered.join("")).toBe(expected);
        const kept = (of: "citations" | "hotlines") => pieces.flatMap(({ parts }) => parts.flatMap((part) => [...part[of]]));
        expect(kept("citations")).toEqual(message.parts.flatMap(({ citations }) => citations));
        expect(kept("hotlines")).toEqual(message.parts.flatMap(({ hotlines }) => hotlines));
        expect(pieces.flatMap(({ choices }) => choices)).toEqual(message.choices);
      }),
    );
  });

  test("a citation is a whole line of one piece", () => {
    fc.assert(
      fc.property(anyMessage, everyLength, (message, textLength) => {
        const lines = fit(message, { limits: { ...limits, textLength }, publicUrl }).flatMap((piece) =>
          plainText(piece, publicUrl).split("\n"),
        );
        for (const { label, page } of message.parts.flatMap(({ citations }) => citations))
          expect(lines).toContain(`${label} – ${publicUrl}${page}`);
      }),
    );
  });

  test("a button's words are never longer than it carries, and what is cut ends in …", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (label, length) => {
        const short = shorten(label, length);
        expect(short.length).toBeLessThanOrEqual(length);
        expect(short === label || short.endsWith("…")).toBe(true);
        expect(label.startsWith(short.replace(/…$/, ""))).toBe(true);
        expect(short.isWellFormed()).toBe(label.isWellFormed());
      }),
    );
  });
});
