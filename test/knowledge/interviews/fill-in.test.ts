import { expect, test } from "vitest";
import { matches } from "../../../knowledge/interviews/facts.ts";
import { fillIn, fillLines } from "../../../knowledge/interviews/fill-in.ts";
import { MissingFact, trackFacts } from "../../../knowledge/interviews/tracked-facts.ts";
import { isTold } from "../../../knowledge/rules/told.ts";

const found = {
  lastDay: "2027-03-05",
  amount: { most: 100_000_000, asked: null },
  interest: { yearlyPercent: 6.24 },
  months: 42,
  papers: ["Giấy xong án.", "Căn cước."],
  items: [
    { what: "Trình diện ở xã.", when: "today", by: "2026-12-01" },
    { what: "Làm căn cước.", when: "this-month", by: null },
    { what: "Xem lại giấy tờ.", when: "today", by: null },
  ],
};

test("words take in days, sums, percentages and months as people write them", () => {
  expect(fillIn("Đến ngày {lastDay}, nhiều nhất {amount.most|dong}, lãi {interest.yearlyPercent|percent}, {months|months}.", found)).toBe(
    "Đến ngày 05/3/2027, nhiều nhất 100.000.000 đồng, lãi 6,24%, 3 năm 6 tháng.",
  );
  expect(fillIn("Anh/chị muốn vay {amount.asked|dong}.", found)).toBeNull();
});

test("a line with nothing to say is left out; a list gives all of its lines; a list of things gives a line for each that fits", () => {
  expect(
    fillLines(
      [
        "Cần có:",
        "{papers}",
        "Đã hỏi {amount.asked|dong}.",
        { each: "items", if: { when: "today" }, line: "{what}" },
        { each: "items", if: {}, line: "Hạn {by}: {what}" },
      ],
      found,
    ),
  ).toEqual(["Cần có:", "Giấy xong án.", "Căn cước.", "Trình diện ở xã.", "Xem lại giấy tờ.", "Hạn 01/12/2026: Trình diện ở xã."]);
});

test("a part in brackets is left out by itself where nothing was found for it, and an empty list is nothing", () => {
  const line = "{what}[ Mang theo: {bring}.][ Hạn: {by}.]";
  expect(fillIn(line, { what: "Làm căn cước.", bring: ["Tờ khai", "Ảnh"], by: null })).toBe("Làm căn cước. Mang theo: Tờ khai, Ảnh.");
  expect(fillIn(line, { what: "Đi họp.", bring: [], by: "2026-12-05" })).toBe("Đi họp. Hạn: 05/12/2026.");
  expect(fillIn(line, { what: null, bring: ["Ảnh"], by: "2026-12-05" })).toBeNull();
  expect(fillIn("Mang theo: {bring}.", { bring: [] })).toBeNull();
});

test("an empty list in a pattern fits an empty list alone", () => {
  expect(matches({ categories: [] }, { categories: [] })).toBe(true);
  expect(matches({ categories: ["child"] }, { categories: [] })).toBe(false);
  expect(matches({ categories: null }, { categories: [] })).toBe(false);
});

test("a line for what was found is there only when it was found so", () => {
  const lines = [
    { if: { months: 42 }, line: "Trả trong {months|months}." },
    { if: { amount: { asked: null } }, line: "Chưa nói muốn vay bao nhiêu." },
    { if: { lastDay: null }, line: "Không có ngày cuối." },
    { if: { months: 42 }, line: "Đã hỏi {amount.asked|dong}." },
  ];
  expect(fillLines(lines, found)).toEqual(["Trả trong 3 năm 6 tháng.", "Chưa nói muốn vay bao nhiêu."]);
});

test("the first fact nobody has answered stops the reading and says its path; what is known is read as it is", () => {
  const facts = trackFacts({ mainPenalty: { kind: "prison" }, courtRefusedOn: ["2024-01-01", "?"], early: null, frame: "?" }) as {
    readonly mainPenalty: { readonly kind: string; readonly months: number };
    readonly courtRefusedOn: readonly string[];
    readonly early: null;
    readonly frame: number;
    readonly fault: string;
  };
  const missing = (read: () => unknown) => {
    try {
      return read();
    } catch (stop) {
      return stop instanceof MissingFact ? stop.path : stop;
    }
  };
  expect(facts.mainPenalty.kind).toBe("prison");
  expect(facts.early).toBeNull();
  expect(facts.courtRefusedOn.length).toBe(2);
  expect(missing(() => facts.fault)).toBe("fault");
  expect(missing(() => facts.frame)).toBe("frame");
  expect(missing(() => facts.mainPenalty.months)).toBe("mainPenalty.months");
  expect(missing(() => [...facts.courtRefusedOn])).toBe("courtRefusedOn.1");
  expect([isTold(facts, "early"), isTold(facts, "frame"), isTold(facts, "fault")]).toEqual([true, false, false]);
  expect(() => ({ ...facts })).toThrow("instead of reading the ones it needs");
  expect(() => Object.entries(facts.mainPenalty)).toThrow("of mainPenalty");
});
