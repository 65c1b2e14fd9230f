import { z } from "zod";
import { Day } from "../../knowledge/provision.ts";
import { localDay, localTime } from "../clock.ts";

const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const Shift = z
  .strictObject({ from: Clock, to: Clock })
  .refine(({ from, to }) => from < to, "giờ bắt đầu phải trước giờ kết thúc")
  .readonly();
export type Shift = z.infer<typeof Shift>;
const Shifts = z
  .array(Shift)
  .max(4)
  .refine((shifts) => shifts.every(({ from }, at) => at === 0 || (shifts[at - 1]?.to ?? "") <= from), "các ca phải nối tiếp nhau")
  .readonly();
const SpecialDays = z
  .strictObject({ name: z.string().trim().min(2).max(80), from: Day, to: Day, shifts: Shifts })
  .refine(({ from, to }) => from <= to, "ngày đầu phải trước ngày cuối")
  .readonly();

/** When counsellors are there, as the agency has set it; every year's holidays are entered by people. */
export const OpeningHours = z
  .strictObject({
    /** Monday first; no shift = closed. */
    weekdays: z.array(Shifts).length(7).readonly(),
    /** Whatever the weekday: holidays have no shift, days worked instead have some. */
    specialDays: z
      .array(SpecialDays)
      .max(100)
      .refine(
        (all) => !all.some((one, at) => all.slice(at + 1).some((other) => one.from <= other.to && other.from <= one.to)),
        "hai dòng có ngày trùng nhau",
      )
      .readonly(),
  })
  .readonly();
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A day that the agency has set apart and on which nobody works. */
export function isHoliday(hours: OpeningHours | undefined, day: Day): boolean {
  return hours?.specialDays.some(({ from, to, shifts }) => shifts.length === 0 && from <= day && day <= to) ?? false;
}

export const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Nobody closes for longer; beyond it we say nothing of when people are back. */
const furthestDays = 60;

export function isOpenAt(hours: OpeningHours, at: number): boolean {
  return shiftsOn(hours, at).some(({ from, to }) => from <= at && at < to);
}

/** The first moment from `at` on when it is open; undefined when none is near. */
export function nextOpening(hours: OpeningHours, at: number): number | undefined {
  for (let ahead = 0; ahead <= furthestDays; ahead++) {
    const shift = shiftsOn(hours, at + ahead * dayMs).find(({ to }) => to > at);
    if (shift) return Math.max(shift.from, at);
  }
  return undefined;
}

/** How long it was open between two moments. */
export function openBetween(hours: OpeningHours, from: number, to: number): number {
  let sum = 0;
  for (let at = from; startOf(localDay(at)) < to; at += dayMs)
    for (const shift of shiftsOn(hours, at)) sum += Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from));
  return sum;
}

/** When it will have been open for so long, from a moment on; undefined when that is not near. */
export function afterOpen(hours: OpeningHours, from: number, ms: number): number | undefined {
  let left = ms;
  for (let ahead = 0; ahead <= furthestDays; ahead++) {
    for (const shift of shiftsOn(hours, from + ahead * dayMs)) {
      const begin = Math.max(shift.from, from);
      if (shift.to <= begin) continue;
      if (shift.to - begin >= left) return begin + left;
      left -= shift.to - begin;
    }
  }
  return undefined;
}

interface Open {
  readonly from: number;
  readonly to: number;
}

function shiftsOn({ weekdays, specialDays }: OpeningHours, at: number): readonly Open[] {
  const day = localDay(at);
  const special = specialDays.find(({ from, to }) => from <= day && day <= to);
  const shifts = special ? special.shifts : (weekdays[localTime(at).weekday - 1] ?? []);
  return shifts.map(({ from, to }) => ({ from: startOf(day) + sinceMidnight(from), to: startOf(day) + sinceMidnight(to) }));
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

function sinceMidnight(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return (hour * 60 + minute) * minuteMs;
}
