import type { Transaction } from "kysely";
import type { Base, Tables } from "../tables.ts";
import { approvalVerbs } from "./approvals.ts";
import type { EditingStore } from "./editing-store.ts";
import { noticeVerbs } from "./notices.ts";
import { questionVerbs } from "./questions.ts";
import { revisionVerbs } from "./revisions.ts";

export function editingVerbs(base: Base): EditingStore {
  return { ...revisionVerbs(base), ...approvalVerbs(base), ...questionVerbs(base), ...noticeVerbs(base) };
}

/** What was begun from a conversation goes with it; what a second person has approved is ours and says nobody's words. */
export async function forgetInEditing(transaction: Transaction<Tables>, conversation: string): Promise<void> {
  await transaction
    .deleteFrom("entry_revisions")
    .where("conversation_id", "=", conversation)
    .where("state", "in", ["draft", "submitted"])
    .execute();
  await transaction
    .updateTable("entry_revisions")
    .set({ conversation_id: null, material: null })
    .where("conversation_id", "=", conversation)
    .execute();
  await transaction.deleteFrom("notice_receipts").where("conversation_id", "=", conversation).execute();
}
