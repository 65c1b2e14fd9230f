import { Day } from "../provision.ts";

/** The day with that number of months (12 a year) later; the last day of a month that is too short. Negative goes back. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return written(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function addDays(day: Day, days: number): Day {
  return Day.parse(new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsADay).toISOString().slice(0, 10));
}

/** The last of the days. */
export function later(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((last, day) => (day > last ? day : last), first);
}

/** The first of the days. */
export function earlier(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((earliest, day) => (day < earliest ? day : earliest), first);
}

export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsADay;
}

/** Whole months that have passed: the most that `addMonths(from, …)` can add without going beyond `to`. Only forward. */
export function monthsBetween(from: Day, to: Day): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Whole years that have passed, as ages are counted. */
export function yearsBetween(from: Day, to: Day): number {
  return Math.floor(monthsBetween(from, to) / 12);
}

const millisecondsADay = 86_400_000;

function partsOf(day: Day) {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function written(year: number, month: number, date: number): Day {
  return Day.parse(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}
