import { z } from "zod";

// What the console's page of notices and switches may see.

/** GET → Board ; POST NewNotice → 201 ; below it POST /:id/withdraw. */
export const noticesPath = "/api/console/notices";
/** Below it, by name: POST /off (SwitchOff), /on. */
export const switchesPath = "/api/console/switches";

export const longestNotice = 300;

export const NewNotice = z
  .strictObject({
    kind: z.enum(["notice", "stop"]),
    text: z.string().trim().min(5).max(longestNotice),
    from: z.int().positive(),
    until: z.int().positive(),
  })
  .refine(({ from, until }) => from < until);
export type NewNotice = z.infer<typeof NewNotice>;

export const SwitchOff = z.strictObject({ reason: z.string().trim().min(5).max(300) });

const Notice = z.strictObject({
  id: z.string(),
  kind: z.enum(["notice", "stop"]),
  text: z.string(),
  from: z.number(),
  until: z.number(),
  by: z.string(),
  at: z.number(),
});
const Switched = z.strictObject({
  name: z.string(),
  reason: z.string(),
  by: z.string(),
  since: z.number(),
  ended: z.strictObject({ by: z.string(), at: z.number() }).optional(),
});
export const NoticeBoard = z.strictObject({
  notices: z.array(Notice),
  /** Everything that can be switched, and what is off. */
  switches: z.array(z.strictObject({ name: z.string(), off: Switched.optional() })),
  history: z.array(Switched),
  /** The last seven days. */
  searches: z.strictObject({ found: z.number(), nothing: z.number() }),
});
export type NoticeBoard = z.infer<typeof NoticeBoard>;

/** Nghị định 224/2026/NĐ-CP, Điều 13: a planned stop is announced so many working days ahead. */
export const workingDaysNeeded = 7;
const dayMs = 86_400_000;
const vietnamMs = 7 * 3_600_000;

/** Whole working days, Monday to Friday, between the day of announcing and the day of stopping. Holidays are not known here. */
export function workingDaysAhead(announcedAt: number, stopsAt: number): number {
  const [first, last] = [announcedAt, stopsAt].map((at) => Math.floor((at + vietnamMs) / dayMs)) as [number, number];
  let count = 0;
  // Day 0, 1 January 1970, was a Thursday.
  for (let day = first + 1; day < last && count <= workingDaysNeeded; day++) if ((day + 3) % 7 < 5) count++;
  return count;
}
