import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../knowledge/provision.ts";
import { isInForce } from "../../../knowledge/provision.ts";
import { type Card, madeByMachine } from "../../../server/cards/card.ts";
import { openCardPress } from "../../../server/cards/card-press.ts";
import { cardSize, drawCard } from "../../../server/cards/draw-card.ts";
import { place } from "../../../server/cards/place-lines.ts";
import { openShelf } from "../../../server/cards/shelf.ts";
import { wrapWords } from "../../../server/cards/wrap-words.ts";
import { answerCard } from "../../../server/http/sharing/card-words.ts";
import { rightCard, rightsInForce } from "../../../server/http/sharing/rights.ts";
import { realLibrary } from "../../support/library.ts";

const today = "2026-11-25" as Day;
const site = "https://con-duong-huong-thien.example.gov.vn";
const library = realLibrary();
const current = [...library.entries.values()].filter(({ inForce, replacedBy }) => replacedBy === undefined && isInForce(inForce, today));
const card: Card = {
  label: "Hỏi đáp",
  heading: "ỄỆ Ữ Ẫ Ợ gỵ?",
  says: ["Ngắn."],
  doubts: [],
  since: "Theo quy định từ 01/7/2026:",
  citations: ["Điều 1"],
  checked: "Kiểm lại ngày 23/11/2026.",
  address: "vi-du.example/a",
};

describe("a card", () => {
  test("says what it rests on, since when, when it was checked, where it is from, and what is not sure", () => {
    const entry = library.entries.get("ly-lich-tu-phap/bi-doi-phieu-so-2");
    if (entry === undefined) throw new Error("the entry is gone");
    const made = answerCard(entry, site, today);
    expect(made.says).toEqual([entry.short]);
    expect(made.since).toBe("Theo quy định từ 01/7/2026:");
    expect(made.citations).toContain("Điều 43 Luật Lý lịch tư pháp 2009 (sửa 2025)");
    expect(made.checked).toContain("chưa đọc được toàn văn");
    expect(made.doubts).toHaveLength(1);
    expect(made.address).toBe("con-duong-huong-thien.example.gov.vn/chu-de/ly-lich-tu-phap/bi-doi-phieu-so-2");
    expect(madeByMachine).toContain("máy");
  });

  test("can be drawn for every thirtieth answer, and for the longest, in at most 150 KB", async () => {
    const byLength = [...current].sort((a, b) => b.short.length + b.question.length - a.short.length - a.question.length);
    const some = [...byLength.slice(0, 3), ...current.filter((_, position) => position % 30 === 0)];
    for (const entry of some) {
      const picture = await drawCard(answerCard(entry, site, today));
      expect(picture.length, entry.id).toBeLessThanOrEqual(150_000);
    }
    for (const right of rightsInForce(library, today)) expect((await drawCard(rightCard(right, site))).length).toBeLessThanOrEqual(150_000);
  });

  test("is a picture 1080 by 1350 in which nothing touches the edges", async () => {
    const picture = await drawCard(card);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    const start = picture.indexOf("IDAT") + 4;
    const rows = inflateSync(picture.subarray(start, start + picture.readUInt32BE(start - 8)));
    const rowBytes = cardSize.width / 2 + 1;
    expect(rows.length).toBe(rowBytes * cardSize.height);
    const ground = rows[1];
    for (let y = 0; y < cardSize.height; y += 1) {
      expect(rows[y * rowBytes + 1], `row ${y}`).toBe(ground);
      expect(rows[y * rowBytes + rowBytes - 1], `row ${y}`).toBe(ground);
    }
  });

  test("keeps lines far enough apart for two stacked marks above and a dot below", () => {
    const { blocks } = place(
      { ...card, says: ["Ễ ".repeat(200)] },
      { left: 0, top: 0, width: 500, scale: 1, widthOf: (text) => text.length * 20 },
    );
    for (const { lines } of blocks)
      for (const [position, line] of lines.slice(1).entries())
        expect(line.y - (lines[position]?.y ?? 0)).toBeGreaterThanOrEqual(line.style.size * 1.4);
  });
});

describe("words are wrapped", () => {
  const widthOf = (text: string) => [...text].length;

  test("between words, and not one is lost", () => {
    const text = "Từ 01/7/2026, không cơ quan, công ty hay người nào được bắt anh/chị nộp Phiếu số 2.";
    const lines = wrapWords(text, 20, widthOf);
    expect(lines.every((line) => widthOf(line) <= 20)).toBe(true);
    expect(lines.join(" ")).toBe(text);
  });

  test("inside a word only where it is wider than the line", () => {
    expect(wrapWords("xem con-duong-huong-thien.vn nhé", 10, widthOf)).toEqual(["xem", "con-duong-", "huong-thie", "n.vn nhé"]);
  });

  test("with marks typed apart joined to their letters", () => {
    expect(wrapWords("Tiê\u0301ng Viê\u0323t", 20, widthOf)).toEqual(["Tiếng Việt".normalize("NFC")]);
  });
});

describe("the rights to refuse", () => {
  test("are law from 01/7/2026 and no card before", () => {
    expect(rightsInForce(library, "2026-06-30" as Day)).toEqual([]);
    expect(rightsInForce(library, today).map(({ name }) => name)).toEqual(["phieu-so-2", "phieu-so-1"]);
  });

  test("have on their cards the provisions' own words, and only what is sure", () => {
    for (const right of rightsInForce(library, today)) {
      const { says, citations } = rightCard(right, site);
      const sure = [right.rule, ...right.besides].filter(({ confidence }) => confidence === "cao").map((provision) => provision.says);
      expect(says).toEqual(sure);
      expect(citations.length).toBeGreaterThan(0);
    }
  });
});

describe("the press", () => {
  test("draws apart from this process: what many cards cost in memory is not here", async () => {
    const press = openCardPress();
    const before = process.memoryUsage().rss;
    const pictures = await Promise.all([1, 2, 3, 4].map((number) => press.print({ ...card, heading: `Thẻ ${number}` })));
    for (const picture of pictures) expect(String(picture).slice(1, 4)).toBe("PNG");
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(25);
  });

  test("draws the same card once, however many ask for it", async () => {
    const press = openCardPress();
    const [first, second] = await Promise.all([press.print(card), press.print(card)]);
    expect(second).toBe(first);
    expect(await press.print({ ...card })).toBe(first);
  });

  test("says it is busy rather than let a crowd wait", async () => {
    const press = openCardPress();
    const asked = Array.from({ length: 20 }, (_, number) => press.print({ ...card, heading: `Thẻ ${number}` }));
    const answers = await Promise.all(asked);
    expect(answers.filter((each) => each === "busy")).toHaveLength(8);
    expect(await press.print(card)).not.toBe("busy");
  });

  test("draws again after a card that could not be drawn", async () => {
    const press = openCardPress();
    await expect(press.print({ ...card, says: Array.from({ length: 90 }, (_, line) => `dòng ${line}`) })).rejects.toThrow(
      "too much for one card",
    );
    expect(await press.print(card)).not.toBe("busy");
  });

  test("keeps the last pictures only", () => {
    const shelf = openShelf<number>(2);
    for (const number of [1, 2]) shelf.put(String(number), number);
    shelf.take("1");
    shelf.put("3", 3);
    expect([shelf.take("1"), shelf.take("2"), shelf.take("3")]).toEqual([1, undefined, 3]);
  });
});
