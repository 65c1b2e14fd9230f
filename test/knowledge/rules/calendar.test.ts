import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  earlier,
  later,
  monthsBetween,
  yearsBetween,
} from "../../../knowledge/rules/calendar.ts";

const day = (text: string) => Day.parse(text);
const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays(day("2000-01-01"), days));

test.each([
  ["2024-01-31", 1, "2024-02-29"],
  ["2023-01-31", 1, "2023-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-02-29", 48, "2028-02-29"],
  ["2023-02-28", 12, "2024-02-28"],
  ["2025-08-31", 1, "2025-09-30"],
  ["2025-08-31", 6, "2026-02-28"],
  ["2025-12-31", 1, "2026-01-31"],
  ["2025-11-30", 3, "2026-02-28"],
  ["2025-03-31", -1, "2025-02-28"],
  ["2025-01-15", -13, "2023-12-15"],
  ["2100-01-31", 1, "2100-02-28"],
  ["2000-01-31", 1, "2000-02-29"],
  ["2024-05-17", 0, "2024-05-17"],
])("%s and %i months: %s", (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.each([
  ["2024-02-28", 1, "2024-02-29"],
  ["2023-02-28", 1, "2023-03-01"],
  ["2025-12-31", 1, "2026-01-01"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-11-23", 30, "2026-12-23"],
])("%s and %i days: %s", (from, days, to) => {
  expect(addDays(day(from), days)).toBe(to);
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test.each([
  ["2024-01-31", "2024-02-28", 0, 0],
  ["2024-01-31", "2024-02-29", 1, 0],
  ["2024-02-29", "2025-02-27", 11, 0],
  ["2024-02-29", "2025-02-28", 12, 1],
  ["2020-06-15", "2026-06-14", 71, 5],
  ["2020-06-15", "2026-06-15", 72, 6],
])("from %s to %s: %i whole months, %i whole years", (from, to, months, years) => {
  expect(monthsBetween(day(from), day(to))).toBe(months);
  expect(yearsBetween(day(from), day(to))).toBe(years);
});

test("the later and the earlier of several days", () => {
  const days = [day("2025-01-01"), day("2026-01-01"), day("2024-12-31")] as const;
  expect(later(...days)).toBe("2026-01-01");
  expect(earlier(...days)).toBe("2024-12-31");
});

test("a later day plus the same months is never earlier, and more months never come earlier", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(2_000), fc.nat(400), fc.nat(100), (from, days, months, more) => {
      expect(addMonths(addDays(from, days), months) >= addMonths(from, months)).toBe(true);
      expect(addMonths(from, months + more) >= addMonths(from, months)).toBe(true);
      expect(addYears(from, months)).toBe(addMonths(from, months * 12));
    }),
  );
});

test("months keep the date, or take the last day of a shorter month", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, months) => {
      const to = addMonths(from, months);
      const lastDay = addDays(to, 1).slice(8) === "01";
      expect(to.slice(8) === from.slice(8) || (lastDay && to.slice(8) < from.slice(8))).toBe(true);
    }),
  );
});

test("the months between are the most that can be added", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(20_000), (from, days) => {
      const to = addDays(from, days);
      const months = monthsBetween(from, to);
      expect(addMonths(from, months) <= to && addMonths(from, months + 1) > to).toBe(true);
      expect(daysBetween(from, to)).toBe(days);
    }),
  );
});
