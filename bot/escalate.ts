import type { HandOverReason, ReplyPart } from "./reply.ts";
import { backAt, handOver, meanwhile, nobodyThere, somebodyThere, waited } from "./wording.ts";

/** Whether a counsellor is there, as it is now. */
export interface People {
  readonly open: boolean;
  /** "ngày mai (thứ Năm), 8 giờ": only outside the opening hours, when they are known. */
  readonly backAt?: string;
  /** How long people waited of late, half of them and nine of ten; only from enough cases. */
  readonly waiting?: { readonly usualMinutes: number; readonly slowMinutes: number };
}

/** Puts the question in front of a person and says truthfully when somebody will read it. */
export function handOverTo(people: People, reason: HandOverReason): ReplyPart {
  return { outcome: "hand-over", reason, text: [handOver[reason], whenRead(people), meanwhile].join("\n\n"), choices: [] };
}

export function whenRead({ open, backAt: when, waiting }: People): string {
  if (open) return waiting === undefined ? somebodyThere : `${somebodyThere} ${waited(waiting)}`;
  return when === undefined ? nobodyThere : backAt(when);
}
