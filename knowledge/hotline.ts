import { z } from "zod";
import { Confidence, Day } from "./provision.ts";

const openingHours = z.union([
  z.literal("always"),
  z.strictObject({
    /** 1 = Monday … 7 = Sunday. */
    days: z.array(z.int().min(1).max(7)).nonempty().readonly(),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
  }),
]);
export type OpeningHours = z.infer<typeof openingHours>;

export const Hotline = z
  .strictObject({
    id: z.string(),
    number: z.string().regex(/^[0-9 ]+$/),
    name: z.string().min(3),
    for: z.string().min(3),
    hours: openingHours,
    cost: z.string().min(2),
    confidence: Confidence,
    confirmed: Day,
    facts: z.array(z.string()).readonly(),
  })
  .readonly();
export type Hotline = z.infer<typeof Hotline>;

export const dangerKinds = [
  "self-harm",
  "violence",
  "overdose",
  "withdrawal",
  "threatened",
  "trafficked",
  "child-in-danger",
  "arrest-now",
  "medical",
] as const;
export type DangerKind = (typeof dangerKinds)[number];

/** The fixed words for one kind of danger (library/safety.yaml). */
export const SafetyWords = z
  .strictObject({
    kind: z.enum(dangerKinds),
    says: z.string().min(20),
    hotlines: z.array(z.string()).nonempty().readonly(),
    steps: z.array(z.string()).readonly(),
    facts: z.array(z.string()).readonly(),
  })
  .readonly();
export type SafetyWords = z.infer<typeof SafetyWords>;

/** A moment on Vietnam's clock: the weekday (1 = Monday) and "HH:MM". */
export interface LocalTime {
  readonly weekday: number;
  readonly clock: string;
}

export function isOpen(hours: OpeningHours, now: LocalTime): boolean {
  if (hours === "always") return true;
  return hours.days.includes(now.weekday) && hours.from <= now.clock && now.clock < hours.to;
}
