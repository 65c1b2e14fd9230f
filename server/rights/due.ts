import type { Day } from "../../knowledge/provision.ts";
import { addDays } from "../../knowledge/rules/calendar.ts";
import { localDay } from "../clock.ts";
import type { RequestKind } from "../store/requests/request.ts";

/** Decree 356/2025/NĐ-CP, Article 5: the first answer in two working days, the rest in so many days, longer once by as many. */
const firstAnswerWorkingDays = 2;
const daysOf: Readonly<Record<RequestKind, number>> = {
  see: 10,
  correct: 10,
  copy: 10,
  erase: 20,
  withdraw: 15,
  restrict: 15,
  object: 15,
  protect: 15,
};

export interface DueDays {
  readonly firstDue: Day;
  readonly due: Day;
}

/** The last days for a request of that kind; the day it came does not count. */
export function dueDays(kind: RequestKind, receivedAt: number, isHoliday: (day: Day) => boolean): DueDays {
  const received = localDay(receivedAt);
  return { firstDue: addWorkingDays(received, firstAnswerWorkingDays, isHoliday), due: addDays(received, daysOf[kind]) };
}

/** The new last day of an extended request. */
export function extendedDue(kind: RequestKind, due: Day): Day {
  return addDays(due, daysOf[kind]);
}

export type Urgency = "calm" | "soon" | "late";

/** `soon` from one working day before the last day on. */
export function urgencyOf(due: Day, at: number, isHoliday: (day: Day) => boolean): Urgency {
  const today = localDay(at);
  if (today > due) return "late";
  return addWorkingDays(today, 1, isHoliday) >= due ? "soon" : "calm";
}

export function addWorkingDays(from: Day, count: number, isHoliday: (day: Day) => boolean): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, isHoliday)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: Day, isHoliday: (day: Day) => boolean): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** Holidays that stand on the same day every year; the agency enters the others (server/hours/). One that it has not entered only asks for more speed. */
const everyYear = new Set(["01-01", "04-30", "05-01", "09-02"]);

export function isFixedHoliday(day: Day): boolean {
  return everyYear.has(day.slice(5));
}
