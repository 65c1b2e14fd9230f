import type { Transaction } from "kysely";
import type { Tables } from "../tables.ts";
import { forgetAnswers } from "./open-answers.ts";

/** Whatever is kept of a conversation beside it goes with it; what was counted stays, for it holds nothing of it. */
export async function forgetFigures(transaction: Transaction<Tables>, conversation: string, at: number): Promise<void> {
  await forgetAnswers(transaction, conversation, at);
  for (const table of ["case_marks", "opinions", "archive_words"] as const)
    await transaction.deleteFrom(table).where("conversation_id", "=", conversation).execute();
}
