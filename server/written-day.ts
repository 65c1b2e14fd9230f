import type { Day } from "../knowledge/provision.ts";

/** 2026-07-01 as people write it: 01/7/2026. */
export function writtenDay(day: Day): string {
  const [year, month, date] = day.split("-");
  return `${date}/${Number(month)}/${year}`;
}
