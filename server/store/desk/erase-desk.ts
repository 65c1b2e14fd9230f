import type { Transaction } from "kysely";
import type { Tables } from "../tables.ts";

const ofConversation = ["case_notes", "case_drafts", "held_answers", "conversation_reads"] as const;
const ofCase = ["case_snoozes", "case_offers", "case_alarms"] as const;

/** Nothing that was written beside a conversation outlives it. */
export async function eraseDesk(transaction: Transaction<Tables>, conversation: string): Promise<void> {
  for (const table of ofConversation) await transaction.deleteFrom(table).where("conversation_id", "=", conversation).execute();
  for (const table of ofCase)
    await transaction
      .deleteFrom(table)
      .where("escalation_id", "in", (of) => of.selectFrom("escalations").select("id").where("conversation_id", "=", conversation))
      .execute();
}
