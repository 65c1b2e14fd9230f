import type { Day } from "../provision.ts";
import { addMonths } from "./calendar.ts";

/** The 5th of this month, or of the next where it is past: the loan lists and the roll calls of a commune turn on it. */
export function nextFifth(asOf: Day): Day {
  const fifth = `${asOf.slice(0, 7)}-05` as Day;
  return asOf <= fifth ? fifth : addMonths(fifth, 1);
}
