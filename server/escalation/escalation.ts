import { z } from "zod";
import type { ConversationId } from "../../bot/message.ts";
import type { HandOverReason } from "../../bot/reply.ts";

export const EscalationId = z.string().min(8).max(64).brand<"EscalationId">();
export type EscalationId = z.infer<typeof EscalationId>;

/** What a wrong or late answer would cost; `danger` goes before all else. */
export const risks = ["none", "money", "freedom", "danger"] as const;
export type Risk = (typeof risks)[number];

/** Why a case is before a person: the bot's own reasons, somebody answers outside our console, or the machine is switched off. */
export type EscalationReason = HandOverReason | "answered-by-page" | "switched-off";

export const closeReasons = ["answered", "referred", "no-reply", "withdrawn", "not-for-us"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Whoever answers from the Page's own inbox; we are not told who it is. */
export const pageStaff = "Người phụ trách Trang";

interface Case {
  readonly id: EscalationId;
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly reason: EscalationReason;
  readonly risk: Risk;
  readonly openedAt: number;
  /** When the person last wrote. */
  readonly lastIncomingAt: number;
  /** Somebody answers outside our console; the bot is silent until then. */
  readonly pausedUntil: number | undefined;
}

/** One hand-over; each state holds only what it has. */
export type Escalation =
  | (Case & { readonly state: "waiting" })
  | (Case & {
      readonly state: "claimed";
      readonly by: string;
      readonly name: string;
      readonly claimedAt: number;
      readonly leaseUntil: number;
    })
  | (Case & { readonly state: "closed"; readonly by: string | undefined; readonly closedAt: number; readonly why: CloseReason });
