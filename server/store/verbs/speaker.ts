import type { Kysely, Transaction } from "kysely";
import type { Speaker } from "../../../bot/conversation.ts";
import { KeptInterview } from "../../../bot/interview/kept-interview.ts";
import { ConversationId } from "../../../bot/message.ts";
import { type CloseReason, type Escalation, EscalationId, type EscalationReason, pageStaff, risks } from "../../escalation/escalation.ts";
import type { Seal } from "../seal.ts";
import type { Instant } from "../store.ts";
import type { Tables } from "../tables.ts";

export type Reading = Kysely<Tables> | Transaction<Tables>;

/** The open escalation of a conversation. */
export async function openEscalation(database: Reading, conversation: string): Promise<Escalation | undefined> {
  const row = await escalationRows(database)
    .where("escalations.conversation_id", "=", conversation)
    .where("escalations.state", "<>", "closed")
    .executeTakeFirst();
  return row && escalationOf(row);
}

export function escalationRows(database: Reading) {
  return database
    .selectFrom("escalations")
    .innerJoin("conversations", "conversations.id", "escalations.conversation_id")
    .selectAll("escalations")
    .select(["conversations.last_incoming_at", "conversations.paused_until"]);
}

export type EscalationRow = Tables["escalations"] & { readonly last_incoming_at: number; readonly paused_until: number };

export function escalationOf(row: EscalationRow): Escalation {
  const common = {
    id: EscalationId.parse(row.id),
    conversation: ConversationId.parse(row.conversation_id),
    channel: row.channel,
    // Written by us from the same closed lists.
    reason: row.reason as EscalationReason,
    risk: risks[row.risk] ?? "none",
    openedAt: row.opened_at,
    lastIncomingAt: row.last_incoming_at,
    pausedUntil: row.paused_until > 0 ? row.paused_until : undefined,
  };
  if (row.state === "waiting") return { ...common, state: "waiting" };
  if (row.state === "claimed") {
    return {
      ...common,
      state: "claimed",
      by: row.staff_id ?? "",
      name: row.staff_name ?? "",
      claimedAt: row.claimed_at ?? row.opened_at,
      leaseUntil: row.lease_until,
    };
  }
  return {
    ...common,
    state: "closed",
    by: row.staff_id ?? undefined,
    closedAt: row.closed_at ?? row.opened_at,
    why: (row.why ?? "answered") as CloseReason,
  };
}

/** Who speaks now, from the hand-over and from answers given outside our console. */
export function speakerOf(escalation: Escalation | undefined, pausedUntil: Instant, at: Instant): Speaker {
  if (escalation?.state === "claimed") return { kind: "counsellor", name: escalation.name };
  if (pausedUntil > at) return { kind: "counsellor", name: pageStaff };
  return escalation === undefined ? { kind: "bot" } : { kind: "waiting" };
}

/** A turn that was thought out for the one who spoke before is not written any more; its message is handled anew. */
export async function anotherSpeaks(transaction: Transaction<Tables>, conversation: string): Promise<void> {
  await transaction
    .updateTable("conversations")
    .set((of) => ({ lease_epoch: of("lease_epoch", "+", 1), lease_until: 0 }))
    .where("id", "=", conversation)
    .execute();
}

/** The guided interview of a conversation; one that an older program kept in another form is as good as none. */
export function keptInterview(
  seal: Seal,
  { data_key, interview }: Pick<Tables["conversations"], "data_key" | "interview">,
): KeptInterview | undefined {
  if (data_key === null || interview === null) return undefined;
  const kept = KeptInterview.safeParse(JSON.parse(seal.open(data_key, interview)));
  return kept.success ? kept.data : undefined;
}
