import { z } from "zod";
import type { Risk } from "../escalation/escalation.ts";
import { afterOpen, minuteMs, type OpeningHours } from "./opening-hours.ts";

const Minutes = z.int().min(1).max(20_160).nullable();

/** Within how many minutes a first answer should be there, by risk; null = no limit. */
export const ServiceLevels = z.strictObject({ danger: Minutes, freedom: Minutes, money: Minutes, none: Minutes }).readonly();
export type ServiceLevels = z.infer<typeof ServiceLevels>;

export interface Promised {
  readonly hours: OpeningHours | undefined;
  readonly levels: ServiceLevels | undefined;
}

/** By when a case should have had its first answer. Danger counts round the clock, everything else while it is open. */
export function dueAt(
  { risk, openedAt }: { readonly risk: Risk; readonly openedAt: number },
  { hours, levels }: Promised,
): number | undefined {
  const minutes = levels?.[risk] ?? undefined;
  if (minutes === undefined) return undefined;
  if (risk === "danger" || hours === undefined) return openedAt + minutes * minuteMs;
  return afterOpen(hours, openedAt, minutes * minuteMs);
}
