import type { Base } from "../tables.ts";
import type { EditingStore } from "./editing-store.ts";

export function approvalVerbs({ database }: Base): Pick<EditingStore, "approveRevision" | "countApprovals" | "noteTakenOver"> {
  return {
    async approveRevision(id, by, { edits }, at) {
      return await database.transaction().execute(async (transaction) => {
        // Whoever approves at the same moment waits here: numbers have no gaps for a reader to miss.
        const { number } = await transaction
          .updateTable("approvals")
          .set((of) => ({ number: of("number", "+", 1) }))
          .returning("number")
          .executeTakeFirstOrThrow();
        const approved = await transaction
          .updateTable("entry_revisions")
          .set({ state: "approved", decided_by: by.id, decided_name: by.name, decided_at: at, number })
          .where("id", "=", id)
          .where("state", "=", "submitted")
          .where("edits", "=", edits)
          .where("author_id", "<>", by.id)
          .returning("entry_id")
          .executeTakeFirst();
        if (approved === undefined) return false;
        await transaction
          .updateTable("entry_revisions")
          .set({ state: "superseded" })
          .where("entry_id", "=", approved.entry_id)
          .where("state", "=", "approved")
          .where("id", "<>", id)
          .execute();
        return true;
      });
    },
    async countApprovals() {
      return (await database.selectFrom("approvals").select("number").executeTakeFirstOrThrow()).number;
    },
    async noteTakenOver(ids, at) {
      if (ids.length === 0) return;
      await database
        .updateTable("entry_revisions")
        .set({ state: "taken-over", changed_at: at })
        .where("id", "in", [...ids])
        .where("state", "=", "approved")
        .execute();
    },
  };
}
