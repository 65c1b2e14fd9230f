import type { Count } from "../../store/figures/figures-store.ts";
import type { Period } from "./figure-table.ts";

/** Counts by parts of their label. */
export interface Counted {
  /** How many there are whose parts satisfy this; a part that is undefined may be anything. */
  sum(what: string, ...parts: readonly (string | undefined)[]): number;
  /** The amounts by the part at this place, of those that satisfy the others. */
  by(what: string, place: number, ...parts: readonly (string | undefined)[]): ReadonlyMap<string, number>;
  /** Stretches of the period, oldest first: weeks, or months where there are many weeks. */
  readonly stretches: readonly Stretch[];
  readonly stretchKind: "tuần" | "tháng";
  within(stretch: Stretch): Counted;
}

export interface Stretch extends Period {
  readonly name: string;
}

const dayMs = 86_400_000;
const mostWeeks = 18;

export function countedIn(counts: readonly Count[], period: Period): Counted {
  const parsed = counts
    .filter(({ day }) => period.from <= day && day <= period.to)
    .map(({ what, label, amount }) => ({ what, parts: label.split("|"), amount }));
  const matching = (what: string, wanted: readonly (string | undefined)[]) =>
    parsed.filter((each) => each.what === what && wanted.every((part, at) => part === undefined || each.parts[at] === part));
  const weeks = stretchesOf(period, "tuần");
  const stretchKind = weeks.length > mostWeeks ? "tháng" : "tuần";
  return {
    sum: (what, ...parts) => matching(what, parts).reduce((sum, { amount }) => sum + amount, 0),
    by: (what, place, ...parts) => {
      const sums = new Map<string, number>();
      for (const each of matching(what, parts)) sums.set(each.parts[place] ?? "", (sums.get(each.parts[place] ?? "") ?? 0) + each.amount);
      return sums;
    },
    stretches: stretchKind === "tuần" ? weeks : stretchesOf(period, "tháng"),
    stretchKind,
    within: (stretch) => countedIn(counts, stretch),
  };
}

/** Weeks begin on Mondays; the first and the last may be cut by the period. */
function stretchesOf({ from, to }: Period, kind: "tuần" | "tháng"): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let begin = from; begin <= to; ) {
    const last = kind === "tuần" ? sundayOf(begin) : lastOfMonth(begin);
    const end = last < to ? last : to;
    const [year, month, date] = begin.split("-");
    stretches.push({ name: kind === "tuần" ? `${date}/${month}` : `${month}/${year}`, from: begin, to: end });
    begin = plusDays(end, 1);
  }
  return stretches;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function sundayOf(day: string): string {
  const weekday = new Date(day).getUTCDay() || 7;
  return plusDays(day, 7 - weekday);
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
