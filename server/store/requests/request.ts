import type { Day } from "../../../knowledge/provision.ts";

/** What a person may ask about their data; each has its days (server/rights/due.ts). */
export const requestKinds = ["see", "correct", "copy", "erase", "withdraw", "restrict", "object", "protect"] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestOutcomes = ["done", "refused", "withdrawn", "erased"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];
export const cameBy = ["chat", "console", "phone", "paper", "visit"] as const;
export type CameBy = (typeof cameBy)[number];

export interface NewRequest {
  readonly kind: RequestKind;
  readonly conversation: string | undefined;
  readonly cameBy: CameBy;
  readonly note: string;
  readonly at: number;
  readonly firstDue: Day;
  readonly due: Day;
}

export interface DataRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly conversation: string | undefined;
  readonly cameBy: CameBy;
  readonly note: string;
  readonly receivedAt: number;
  readonly firstDue: string;
  readonly due: string;
  readonly answeredAt: number | undefined;
  readonly extendedAt: number | undefined;
  readonly whyExtended: string;
  readonly doneAt: number | undefined;
  readonly outcome: RequestOutcome | undefined;
}

export type RequestChange =
  | { readonly kind: "answer"; readonly at: number }
  | { readonly kind: "extend"; readonly at: number; readonly due: Day; readonly why: string }
  | { readonly kind: "finish"; readonly at: number; readonly outcome: RequestOutcome };

/** A copy of a conversation to hand to the person: asked by one, allowed by another. */
export interface Copy {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly approvedBy: string | undefined;
  readonly approvedAt: number | undefined;
  readonly takenAt: number | undefined;
}
