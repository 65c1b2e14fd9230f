import type { Period } from "../tables/figure-table.ts";

/** So many whole months, the last of them given as YYYY-MM or the one before this day's. */
export function reportPeriod(months: number, today: string, last: string | undefined): Period {
  const [year = 0, month = 0] = (last ?? today).split("-").map(Number);
  const end = last === undefined ? month - 1 : month;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, end - months, 1)), to: day(Date.UTC(year, end, 0)) };
}
