import fc from "fast-check";
import { expect, test } from "vitest";
import { figuresCsv } from "../../../server/figures/figures-csv.ts";
import { reportPeriod } from "../../../server/figures/report/report-period.ts";
import { countedIn } from "../../../server/figures/tables/counted.ts";
import { figuresOf } from "../../../server/figures/tables/figures-of.ts";
import { keptBack, shownParts, shownShare, tooFew } from "../../../server/figures/tables/small-numbers.ts";
import type { Count } from "../../../server/store/figures/figures-store.ts";
import { realKnowledge } from "../../support/library.ts";

const { library } = realKnowledge();
const period = { from: "2026-11-02", to: "2026-11-29" };
const count = (day: string, what: string, label: string, amount: number): Count => ({ day, what, label, amount });
const counts: readonly Count[] = [
  count("2026-11-03", "turn", "web|answer", 40),
  count("2026-11-12", "turn", "messenger|answer", 20),
  count("2026-11-12", "turn", "messenger|hand-over", 12),
  count("2026-11-13", "turn", "web|safety", 3),
  count("2026-10-01", "turn", "web|answer", 1000),
  count("2026-11-03", "question", "vay-von|answer", 30),
  count("2026-11-12", "question", "vay-von|hand-over", 7),
  count("2026-11-12", "question", "bau-cu|answer", 2),
  count("2026-11-05", "settled", "vay-von|alone", 18),
  count("2026-11-05", "settled", "vay-von|again", 6),
  count("2026-11-05", "first-reply", "money|sáng|open|10", 12),
  count("2026-11-05", "first-reply", "money|sáng|open|120", 8),
];
const table = (name: string) => figuresOf(counts, period, library).find((each) => each.name === name);

test("figures count only their period, name topics as people do, and say what they rest on", () => {
  expect(table("outcomes")?.rows.at(-1)).toEqual(["Tất cả", 75, ""]);
  expect(table("topics")?.rows).toEqual([
    ["Vay vốn theo Quyết định 22", 37, 30, 7],
    [library.topics.get("bau-cu")?.title, tooFew, tooFew, 0],
  ]);
  expect(table("over-time")?.rows.map(([week]) => week)).toEqual(["02/11", "09/11", "16/11", "23/11"]);
  expect(table("alone")?.rows[1]).toEqual(["Vay vốn theo Quyết định 22", 18, 6, 0, 0, "75%"]);
  expect(table("first-reply")?.rows[2]).toEqual(["Liên quan tiền", 20, "trong 10 phút", "trong 2 giờ", 0]);
  expect(table("topics")?.basis).toContain("từ 02/11/2026 đến 29/11/2026");
});

test("a small number can be reckoned neither from the total nor from a share", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 8 }), (parts) => {
      const cells = shownParts(parts);
      const hidden = parts.filter((_, at) => typeof cells[at] === "string");
      cells.forEach((cell, at) => {
        if (typeof cell === "number") expect(cell === 0 || cell >= 5).toBe(true);
        else expect([tooFew, keptBack]).toContain(cell);
        expect(cell === keptBack && (parts[at] ?? 0) < 5).toBe(false);
      });
      // The total less what is shown is what is hidden: one alone, or a few together, would be told by it.
      const sum = hidden.reduce((all, part) => all + part, 0);
      if (hidden.length === 1 || (hidden.length > 0 && sum < 5))
        expect(cells.every((cell) => cell === 0 || typeof cell === "string")).toBe(true);
      const [part = 0, rest = 0] = parts;
      if (shownShare(part, part + rest) !== "") for (const each of [part, rest]) expect(each === 0 || each >= 5).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("long periods are shown by months, and every day of them is in one stretch", () => {
  fc.assert(
    fc.property(fc.nat({ max: 700 }), fc.nat({ max: 700 }), (start, length) => {
      const day = (number: number) => new Date(Date.parse("2026-01-01") + number * 86_400_000).toISOString().slice(0, 10);
      const some = { from: day(start), to: day(start + length) };
      const all = Array.from({ length: length + 1 }, (_, at) => count(day(start + at), "turn", "web|answer", 1));
      const counted = countedIn(all, some);
      expect(counted.stretches.length).toBeLessThanOrEqual(25);
      expect(counted.stretches.reduce((sum, stretch) => sum + counted.within(stretch).sum("turn"), 0)).toBe(length + 1);
    }),
    { numRuns: 60 },
  );
});

test("a report is of whole months", () => {
  expect(reportPeriod(6, "2026-11-25", undefined)).toEqual({ from: "2026-05-01", to: "2026-10-31" });
  expect(reportPeriod(12, "2026-01-05", undefined)).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  expect(reportPeriod(6, "2026-11-25", "2026-02")).toEqual({ from: "2025-09-01", to: "2026-02-28" });
});

test("what looks like a formula stays text in a file", () => {
  const csv = figuresCsv([{ name: "x", title: '=HYPERLINK("http://x")', columns: ["+1", "b"], rows: [["@cmd", 7]], basis: "-1" }]);
  expect(csv).toBe('\uFEFF"\'=HYPERLINK(""http://x"")"\r\n"\'+1","b"\r\n"\'@cmd",7\r\n"\'-1"\r\n\r\n');
});
