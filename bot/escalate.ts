import type { HandOverReason, ReplyPart } from "./reply.ts";
import { backAt, handOver, meanwhile, nobodyThere, somebodyThere, waitMinutes } from "./wording.ts";

/** Whether a counsellor is there, as it is now. */
export interface People {
  readonly open: boolean;
  /** "7 giờ 30 sáng mai": only when it is known. */
  readonly backAt?: string;
  readonly waitingMinutes?: number;
}

/** Puts the question in front of a person and says truthfully when somebody will read it. */
export function handOverTo(people: People, reason: HandOverReason): ReplyPart {
  return { outcome: "hand-over", reason, text: [handOver[reason], whenRead(people), meanwhile].join("\n\n"), choices: [] };
}

export function whenRead({ open, backAt: when, waitingMinutes }: People): string {
  if (open) return waitingMinutes === undefined ? somebodyThere : `${somebodyThere} ${waitMinutes(waitingMinutes)}`;
  return when === undefined ? nobodyThere : `${nobodyThere} ${backAt(when)}`;
}
