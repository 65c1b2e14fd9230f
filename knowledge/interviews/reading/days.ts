import { Day } from "../../provision.ts";
import { addDays, addMonths } from "../../rules/calendar.ts";
import type { Precision } from "../state.ts";
import { type Found, findAll, type Reader, whole } from "./found.ts";
import { number, numberOf } from "./numbers-said.ts";

/** A day, or the first of a month or a year that alone is known; or why there is no such day. */
export type DayRead = { readonly day: Day; readonly precision: Precision } | { readonly wrong: string };

/** Every day, month or year in a calm text. */
export function findDays(text: string, asOf: Day): readonly Found<DayRead>[] {
  return findAll(text, readersOn(asOf));
}

/** Days told by the moon or by a feast: nobody should have to trust us with those. */
export function tellsByMoon(text: string): boolean {
  return /(?<![a-z])(?:tet|am lich|thang gieng|thang chap|mung|ram|giao thua|trung thu)(?![a-z])/.test(text);
}

const apart = " ?[/.-] ?| ";
const dayOf = "(\\d{1,2})";
/** Months by name; "tháng mười năm 1995" is no fifteenth month. */
const monthOf = "(\\d{1,2}|muoi (?:mot|hai)|muoi|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin)";
const yearOf = "((?:19|20|2[1-9])\\d\\d)";
const named = "nam (ngoai|nay|kia|truoc|sau)";

function readersOn(asOf: Day): readonly Reader<DayRead>[] {
  const thisYear = Number(asOf.slice(0, 4));
  const years: Readonly<Record<string, number>> = { ngoai: -1, truoc: -1, nay: 0, kia: -2, sau: 1 };
  const yearNamed = (name = "") => thisYear + (years[name] ?? 0);
  const full = (year = "") => (year.length === 4 ? Number(year) : century(Number(year), thisYear));
  return [
    [whole(`${yearOf}-(\\d{1,2})-${dayOf}`), ([, y, m, d]) => dayFrom(full(y), m, d)],
    [whole(`(?:ngay )?${dayOf}(?:${apart})(\\d{1,2})(?:${apart})(\\d{4}|\\d{2})`), ([, d, m, y]) => dayFrom(full(y), m, d)],
    [whole("(\\d{2})(\\d{2})((?:19|20)\\d{2})"), ([, d, m, y]) => dayFrom(full(y), m, d)],
    [whole(`(?:ngay )?${dayOf} ?(?:thang|th|t) ?${monthOf}(?: nam|[ ,/.-])? ?${yearOf}`), ([, d, m, y]) => dayFrom(full(y), m, d)],
    [whole(`(?:ngay )?${dayOf} ?(?:thang|th|t|/|-) ?${monthOf} ${named}`), ([, d, m, y]) => dayFrom(yearNamed(y), m, d)],
    [whole(`(?:thang|th|t)? ?${monthOf} ?[/.-] ?${yearOf}`), ([, m, y]) => monthFrom(full(y), m)],
    [whole(`(?:thang|th|t) ?${monthOf}(?: nam)? ?${yearOf}`), ([, m, y]) => monthFrom(full(y), m)],
    [whole(`(?:thang|th|t) ?${monthOf} ${named}`), ([, m, y]) => monthFrom(yearNamed(y), m)],
    [whole(`(?:nam )?${yearOf}`), ([, y]) => yearFrom(full(y))],
    [whole(named), ([, y]) => yearFrom(yearNamed(y))],
    ...relativeTo(asOf),
  ];
}

const since = "(?<![a-z])(?:ra tu|ra trai|man an|man han|xong an|dac xa)(?: da| duoc| hon| gan| cung){0,2} ";

function relativeTo(asOf: Day): readonly Reader<DayRead>[] {
  const on = (days: number): DayRead => ({ day: addDays(asOf, days), precision: "day" });
  const inMonth = (months: number): DayRead => ({ day: Day.parse(`${addMonths(asOf, months).slice(0, 7)}-01`), precision: "month" });
  const inYear = (years: number) => yearFrom(Number(asOf.slice(0, 4)) + years);
  const ago = (unit: string) => whole(`(?:cach (?:day|nay) )?(${number}) ?${unit} (?:truoc|roi)|cach (?:day|nay) (${number}) ?${unit}`);
  const count = ([, one, other]: RegExpExecArray) => Math.round(numberOf(one ?? other ?? ""));
  return [
    [whole("(?:hom|ngay|bua) nay"), () => on(0)],
    [whole("(?:hom|bua) qua"), () => on(-1)],
    [whole("(?:hom|bua) kia"), () => on(-2)],
    [whole("(?:ngay )?mai"), () => on(1)],
    [whole("thang nay"), () => inMonth(0)],
    [whole("thang (?:truoc|roi)"), () => inMonth(-1)],
    // Without marks "tháng sau" is "tháng sáu".
    [whole("thang toi"), () => inMonth(1)],
    [ago("ngay"), (match) => on(-count(match))],
    [ago("tuan"), (match) => on(-7 * count(match))],
    [ago("thang"), (match) => inMonth(-count(match))],
    [ago("nam"), (match) => inYear(-count(match))],
    // "Ra tù 2 năm", "mãn án hai năm nay": so long ago.
    [whole(`(?<=${since})(${number}) ?thang(?: nay)?`), (match) => inMonth(-count(match))],
    [
      whole(`(?<=${since})(${number}) ?nam(?: nay)?(?! ?(?:19|20)\\d\\d| tu(?![a-z])| (?:ngoai|kia|sau))`),
      (match) => inYear(-count(match)),
    ],
  ];
}

/** "23" is 2023 and "95" is 1995: what lies up to thirty years ahead is taken of this century. */
function century(year: number, thisYear: number): number {
  return year <= (thisYear % 100) + 30 ? 2000 + year : 1900 + year;
}

function dayFrom(year: number, month = "", date = ""): DayRead {
  const [m, d] = [numberOf(month), Number(date)];
  if (m < 1 || m > 12) return { wrong: `Một năm không có tháng ${m}.` };
  const day = Day.safeParse(`${year}-${two(m)}-${two(d)}`);
  return day.success ? { day: day.data, precision: "day" } : { wrong: `Tháng ${m}/${year} không có ngày ${d}.` };
}

function monthFrom(year: number, month = ""): DayRead {
  const m = numberOf(month);
  return m < 1 || m > 12 ? { wrong: `Một năm không có tháng ${m}.` } : { day: Day.parse(`${year}-${two(m)}-01`), precision: "month" };
}

function yearFrom(year: number): DayRead {
  return { day: Day.parse(`${year}-01-01`), precision: "year" };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
