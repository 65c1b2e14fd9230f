import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { addWorkingDays, dueDays, extendedDue, isFixedHoliday, urgencyOf } from "../../../server/rights/due.ts";
import { requestKinds } from "../../../server/store/requests/request.ts";

const at = (day: string, clock = "09:00") => Date.parse(`${day}T${clock}:00+07:00`);

describe("the days of a request", () => {
  test.each([
    // 25 November 2026 is a Wednesday.
    ["see", "2026-11-25", "2026-11-27", "2026-12-05"],
    ["copy", "2026-11-26", "2026-11-30", "2026-12-06"],
    ["erase", "2026-11-27", "2026-12-01", "2026-12-17"],
    ["withdraw", "2026-11-28", "2026-12-01", "2026-12-13"],
    ["protect", "2026-11-29", "2026-12-01", "2026-12-14"],
    // New Year's Day is a Friday.
    ["see", "2026-12-31", "2027-01-05", "2027-01-10"],
    // 30 April and 1 May 2026 are Thursday and Friday.
    ["object", "2026-04-29", "2026-05-05", "2026-05-14"],
  ] as const)("%s, received on %s: first answer by %s, done by %s", (kind, received, firstDue, due) => {
    expect(dueDays(kind, at(received), isFixedHoliday)).toEqual({ firstDue, due });
  });

  test("the day is the day in Vietnam", () => {
    expect(dueDays("see", at("2026-11-26", "00:30"), isFixedHoliday).due).toBe("2026-12-06");
    expect(dueDays("see", at("2026-11-25", "23:30"), isFixedHoliday).due).toBe("2026-12-05");
  });

  test("an extension adds as many days as there were", () => {
    expect(extendedDue("erase", Day.parse("2026-12-17"))).toBe("2027-01-06");
    expect(extendedDue("see", Day.parse("2026-12-05"))).toBe("2026-12-15");
  });

  test.each([
    ["2026-12-01", "calm"],
    ["2026-12-02", "calm"],
    ["2026-12-03", "calm"],
    // The working day before Saturday 5 December is Friday; before that it is warned of from the working day that leads there.
    ["2026-12-04", "soon"],
    ["2026-12-05", "soon"],
    ["2026-12-06", "late"],
  ] as const)("due on Saturday 5 December 2026, it is on %s %s", (today, urgency) => {
    expect(urgencyOf(Day.parse("2026-12-05"), at(today), isFixedHoliday)).toBe(urgency);
  });

  test("whatever the day: the first answer falls on a working day at least two days later, and warnings only grow", () => {
    const days = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...requestKinds), (date, kind) => {
        const { firstDue, due } = dueDays(kind, date.getTime(), isFixedHoliday);
        expect([0, 6]).not.toContain(new Date(`${firstDue}T00:00:00Z`).getUTCDay());
        expect(isFixedHoliday(firstDue)).toBe(false);
        const order = ["calm", "soon", "late"];
        const seen = Array.from({ length: 60 }, (_, number) =>
          order.indexOf(urgencyOf(due, date.getTime() + number * 86_400_000, isFixedHoliday)),
        );
        expect(seen).toEqual([...seen].sort());
        expect(seen[0]).toBe(0);
        expect(seen.at(-1)).toBe(2);
      }),
    );
  });

  test("working days leave out weekends and holidays", () => {
    expect(addWorkingDays(Day.parse("2026-11-27"), 1, () => false)).toBe("2026-11-30");
    expect(addWorkingDays(Day.parse("2026-11-27"), 1, (day) => day === "2026-11-30")).toBe("2026-12-01");
  });
});
