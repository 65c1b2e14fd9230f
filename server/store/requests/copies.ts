import { ConversationId } from "../../../bot/message.ts";
import { noteAct } from "../rights/note-act.ts";
import type { RightsStore } from "../rights/rights-store.ts";
import type { Base } from "../tables.ts";

type Verbs = "askCopy" | "listCopies" | "approveCopy" | "takeCopy";

const takenWithinMs = 86_400_000;

/** A transcript leaves this place only when two people want it. */
export function copyVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database, newId } = base;
  return {
    async askCopy(request, by, at) {
      return await database.transaction().execute(async (transaction) => {
        const asked = await transaction
          .selectFrom("data_requests")
          .select("id")
          .where("id", "=", request)
          .where("conversation_id", "is not", null)
          .where("done_at", "is", null)
          .executeTakeFirst();
        if (asked === undefined) return undefined;
        const id = newId();
        const empty = { approved_by: null, approved_at: null, taken_at: null };
        await transaction
          .insertInto("copies")
          .values({ id, request_id: request, asked_by: by, asked_at: at, ...empty })
          .execute();
        await noteAct(base, transaction, { by, act: "copy-asked", object: ["request", request], detail: { copy: id }, at });
        return id;
      });
    },
    async listCopies(request) {
      const rows = await database.selectFrom("copies").selectAll().where("request_id", "=", request).orderBy("asked_at", "desc").execute();
      return rows.map(({ id, asked_by, asked_at, approved_by, approved_at, taken_at }) => ({
        id,
        askedBy: asked_by,
        askedAt: asked_at,
        approvedBy: approved_by ?? undefined,
        approvedAt: approved_at ?? undefined,
        takenAt: taken_at ?? undefined,
      }));
    },
    async approveCopy(copy, by, at) {
      return await database.transaction().execute(async (transaction) => {
        const approved = await transaction
          .updateTable("copies")
          .set({ approved_by: by, approved_at: at })
          .where("id", "=", copy)
          .where("asked_by", "<>", by)
          .where("approved_at", "is", null)
          .returning("request_id")
          .executeTakeFirst();
        if (approved === undefined) return false;
        await noteAct(base, transaction, { by, act: "copy-approved", object: ["request", approved.request_id], detail: { copy }, at });
        return true;
      });
    },
    async takeCopy(copy, by, at) {
      return await database.transaction().execute(async (transaction) => {
        const taken = await transaction
          .updateTable("copies")
          .set({ taken_at: at })
          .where("id", "=", copy)
          .where("asked_by", "=", by)
          .where("approved_at", ">", at - takenWithinMs)
          .where("taken_at", "is", null)
          .returning("request_id")
          .executeTakeFirst();
        if (taken === undefined) return undefined;
        const { request_id: request } = taken;
        const of = await transaction.selectFrom("data_requests").select("conversation_id").where("id", "=", request).executeTakeFirst();
        await noteAct(base, transaction, { by, act: "copy-taken", object: ["request", request], detail: { copy }, at });
        return of?.conversation_id == null ? undefined : ConversationId.parse(of.conversation_id);
      });
    },
  };
}
