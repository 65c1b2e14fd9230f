import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whenRead } from "../../../bot/escalate.ts";
import { Day } from "../../../knowledge/provision.ts";
import { backInWords } from "../../../server/hours/back-in-words.ts";
import { afterOpen, isHoliday, isOpenAt, nextOpening, OpeningHours, openBetween } from "../../../server/hours/opening-hours.ts";
import { dueAt } from "../../../server/hours/service-levels.ts";
import { spreadOf } from "../../../server/hours/wait-buckets.ts";

const office = [
  { from: "08:00", to: "11:30" },
  { from: "13:30", to: "17:00" },
];
const weekdays = [office, office, office, office, office, [], []];
const tet = { name: "Nghỉ Tết", from: Day.parse("2027-02-05"), to: Day.parse("2027-02-11"), shifts: [] };
const instead = { name: "Làm bù", from: Day.parse("2027-02-20"), to: Day.parse("2027-02-20"), shifts: [{ from: "08:00", to: "12:00" }] };
const hours = OpeningHours.parse({ weekdays, specialDays: [tet, instead] });
const at = (local: string) => Date.parse(`${local}:00+07:00`);
const back = (local: string) => backInWords(nextOpening(hours, at(local)) ?? 0, at(local));

describe("when people are back", () => {
  test.each([
    ["2026-11-25T07:10", "hôm nay, 8 giờ"],
    ["2026-11-25T12:00", "hôm nay, 13 giờ 30"],
    ["2026-11-25T17:00", "ngày mai (thứ Năm), 8 giờ"],
    ["2026-11-27T17:30", "thứ Hai, 8 giờ"],
    ["2026-11-29T23:59", "ngày mai (thứ Hai), 8 giờ"],
    ["2027-02-04T20:00", "thứ Sáu ngày 12/2, 8 giờ"],
    ["2027-02-19T18:00", "ngày mai (thứ Bảy), 8 giờ"],
  ])("at %s they are back: %s", (now, words) => {
    expect(isOpenAt(hours, at(now))).toBe(false);
    expect(back(now)).toBe(words);
  });

  test("is said to the person instead of a promise", () => {
    expect(whenRead({ open: false, backAt: back("2026-11-27T17:30") })).toContain("trực lại: thứ Hai, 8 giờ.");
  });

  test("where nobody is ever there nothing is said of it", () => {
    expect(nextOpening(OpeningHours.parse({ weekdays: weekdays.map(() => []), specialDays: [] }), at("2026-11-25T07:10"))).toBeUndefined();
  });
});

const clock = fc.integer({ min: 0, max: 1439 });
const written = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const shifts = fc.uniqueArray(clock, { maxLength: 6 }).map((all) => {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted.flatMap((from, index) =>
    index % 2 === 0 && sorted[index + 1] ? [{ from: written(from), to: written(sorted[index + 1] ?? 0) }] : [],
  );
});
const dayOf = (number: number) => new Date(Date.parse("2026-12-01") + number * 86_400_000).toISOString().slice(0, 10);
/** Special days that do not touch one another, some closed, some worked. */
const specialDays = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 9 }), length: fc.integer({ min: 0, max: 11 }), shifts: fc.oneof(fc.constant([]), shifts) }),
    { maxLength: 5 },
  )
  .map((all) => {
    let next = 0;
    return all.map(({ gap, length, shifts: own }) => {
      const from = next + gap;
      next = from + length;
      return { name: "Ngày riêng", from: dayOf(from), to: dayOf(next), shifts: own };
    });
  });
const anyHours = fc
  .record({ weekdays: fc.array(shifts, { minLength: 7, maxLength: 7 }), specialDays })
  .map((all) => OpeningHours.parse(all));
const anyMoment = fc.integer({ min: at("2026-11-30T00:00"), max: at("2027-02-01T00:00") });

test("the next opening is open, and every minute before it is not, across weekends and holidays", () => {
  fc.assert(
    fc.property(anyHours, anyMoment, (some, now) => {
      const next = nextOpening(some, now);
      const end = Math.min(next ?? now + 60 * 86_400_000, now + 20 * 86_400_000);
      if (next !== undefined) expect(isOpenAt(some, next)).toBe(true);
      for (let minute = Math.ceil(now / 60_000) * 60_000; minute < end; minute += 17 * 60_000)
        if (isOpenAt(some, minute)) throw new Error(new Date(minute).toISOString());
      if (next !== undefined && next > now) expect(isOpenAt(some, now)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("a holiday is a day the agency has set apart without a shift; a day worked instead is none", () => {
  const shifts = [{ from: "08:00", to: "12:00" }];
  const hours = OpeningHours.parse({
    weekdays: Array(7).fill([]),
    specialDays: [
      { name: "Tết", from: "2027-02-05", to: "2027-02-11", shifts: [] },
      { name: "Làm bù", from: "2027-02-13", to: "2027-02-13", shifts },
    ],
  });
  const holidays = ["2027-02-04", "2027-02-05", "2027-02-11", "2027-02-12", "2027-02-13"].map((day) => isHoliday(hours, Day.parse(day)));
  expect(holidays).toEqual([false, true, true, false, false]);
  expect(isHoliday(undefined, Day.parse("2027-02-05"))).toBe(false);
});

test("what must be done within so many open minutes is due when exactly so many have passed", () => {
  fc.assert(
    fc.property(anyHours, anyMoment, fc.integer({ min: 1, max: 3000 }), (some, now, minutes) => {
      const due = afterOpen(some, now, minutes * 60_000);
      if (due !== undefined) expect(openBetween(some, now, due)).toBe(minutes * 60_000);
    }),
    { numRuns: 200 },
  );
});

test("a case of a Friday evening is due on Monday, one of danger at once", () => {
  const levels = { danger: 10, freedom: 60, money: 60, none: null };
  const openedAt = at("2026-11-27T16:30");
  expect(dueAt({ risk: "money", openedAt }, { hours, levels })).toBe(at("2026-11-30T08:30"));
  expect(dueAt({ risk: "danger", openedAt }, { hours, levels })).toBe(at("2026-11-27T16:40"));
  expect(dueAt({ risk: "none", openedAt }, { hours, levels })).toBeUndefined();
});

test("hours that contradict themselves are refused with what is wrong", () => {
  const twice = OpeningHours.safeParse({ weekdays, specialDays: [tet, { ...tet, name: "Nghỉ nữa" }] });
  expect(twice.error?.issues[0]?.message).toBe("hai dòng có ngày trùng nhau");
  expect(OpeningHours.safeParse({ weekdays: [[{ from: "10:00", to: "09:00" }], ...weekdays.slice(1)], specialDays: [] }).success).toBe(
    false,
  );
});

test("of many waits the half and nine of ten are said by the upper end, and those never answered count as the longest", () => {
  expect(
    spreadOf(
      new Map([
        ["5", 10],
        ["30", 8],
        ["120", 2],
      ]),
    ),
  ).toEqual({ count: 20, half: 5, ninth: 30 });
  expect(
    spreadOf(
      new Map([
        ["5", 10],
        ["chưa", 8],
      ]),
    ),
  ).toEqual({ count: 18, half: 5, ninth: undefined });
  expect(spreadOf(new Map())).toEqual({ count: 0, half: undefined, ninth: undefined });
});
