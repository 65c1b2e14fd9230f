import type { Transaction } from "kysely";
import { noteAct } from "../rights/note-act.ts";
import type { Base, Tables } from "../tables.ts";

export interface Forgetting {
  readonly id: string;
  /** Who erases: a member of staff, the person, or the program by its retention. */
  readonly by: string;
  readonly at: number;
}

/** Part of erasing a conversation: what was written about who asks goes too, their open requests are done, and it is noted. Called last. */
export async function forgetRequests(base: Base, transaction: Transaction<Tables>, { id, by, at }: Forgetting): Promise<void> {
  await transaction.updateTable("data_requests").set({ note: null, why_extended: null }).where("conversation_id", "=", id).execute();
  await transaction
    .updateTable("data_requests")
    .set({ done_at: at, outcome: "erased" })
    .where("conversation_id", "=", id)
    .where("done_at", "is", null)
    .execute();
  await noteAct(base, transaction, { by, act: "erase", object: ["conversation", id], at });
}
