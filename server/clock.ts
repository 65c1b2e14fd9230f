import type { LocalTime } from "../knowledge/hotline.ts";
import { Day } from "../knowledge/provision.ts";

/** Vietnam has been at UTC+7 without summer time since 1975. */
const vietnamOffsetMs = 7 * 3_600_000;

/** The calendar day in Vietnam at an instant. */
export function localDay(at: number): Day {
  return Day.parse(new Date(at + vietnamOffsetMs).toISOString().slice(0, 10));
}

export function localTime(at: number): LocalTime {
  const moved = new Date(at + vietnamOffsetMs);
  return { weekday: moved.getUTCDay() || 7, clock: moved.toISOString().slice(11, 16) };
}
