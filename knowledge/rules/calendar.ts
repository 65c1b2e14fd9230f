import type { Day } from "../provision.ts";

/** The same date so many months on; a month that is too short ends on its last day (31/1 + 1 month = 28/2 or 29/2). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const at = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return dayOf(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)));
}

export function addDays(day: Day, days: number): Day {
  const [year, month, date] = partsOf(day);
  const moved = new Date(Date.UTC(year, month - 1, date + days));
  return dayOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

export function later(one: Day, other: Day): Day {
  return one < other ? other : one;
}

export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayOf(year: number, month: number, date: number): Day {
  // The numbers come out of a calendar, so the text is a day.
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}` as Day;
}
