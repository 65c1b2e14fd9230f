import { ConversationId } from "../../../bot/message.ts";
import type { ActName } from "../rights/acts.ts";
import { noteAct } from "../rights/note-act.ts";
import type { RightsStore } from "../rights/rights-store.ts";
import type { Base, Tables } from "../tables.ts";
import { cameBy, type DataRequest, type RequestChange, requestKinds, requestOutcomes } from "./request.ts";

type Verbs = "addDataRequest" | "readDataRequest" | "listDataRequests" | "changeDataRequest" | "findByCode";

/** What people ask about their data. What was written about who asks is sealed, and goes with their conversation. */
export function requestVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database, seal, newId } = base;
  const rows = () => database.selectFrom("data_requests").selectAll();
  return {
    addDataRequest: ({ kind, conversation, cameBy: came_by, note, at, firstDue, due }, by) =>
      database.transaction().execute(async (transaction) => {
        const id = newId();
        const open = { answered_at: null, extended_at: null, why_extended: null, done_at: null, outcome: null };
        const asked = { id, kind, conversation_id: conversation ?? null, came_by, received_at: at, first_due: firstDue, due };
        await transaction
          .insertInto("data_requests")
          .values({ ...asked, ...open, note: note === "" ? null : seal.lockOwn(note) })
          .execute();
        await noteAct(base, transaction, { by, act: "request-registered", object: ["request", id], detail: { kind }, at });
        return id;
      }),
    async readDataRequest(id) {
      const row = await rows().where("id", "=", id).executeTakeFirst();
      return row && requestOf(base, row);
    },
    async listDataRequests(limit) {
      const open = await rows().where("done_at", "is", null).orderBy("due").orderBy("received_at").limit(limit).execute();
      const done = await rows().where("done_at", "is not", null).orderBy("done_at", "desc").limit(limit).execute();
      return [...open, ...done].slice(0, limit).map((row) => requestOf(base, row));
    },
    changeDataRequest: (id, change, by) => changeRequest(base, { id, change, by }),
    async findByCode(code) {
      if (!/^[0-9a-f]{12}$/.test(code)) return undefined;
      const found = await database
        .selectFrom("conversations")
        .select("id")
        .where("id", "like", `${code.slice(0, 8)}-${code.slice(8)}-%`)
        .where("erased_at", "is", null)
        .limit(2)
        .execute();
      return found.length === 1 ? ConversationId.parse(found[0]?.id) : undefined;
    },
  };
}

const actOf = { answer: "request-answered", extend: "request-extended", finish: "request-done" } as const satisfies Record<string, ActName>;

interface Changing {
  readonly id: string;
  readonly change: RequestChange;
  readonly by: string;
}

async function changeRequest(base: Base, { id, change, by }: Changing): Promise<boolean> {
  return await base.database.transaction().execute(async (transaction) => {
    const open = transaction.updateTable("data_requests").set(setOf(base, change)).where("id", "=", id).where("done_at", "is", null);
    const allowed = change.kind === "extend" ? open.where("extended_at", "is", null) : open;
    const changed = await allowed.executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    const detail = change.kind === "finish" ? { outcome: change.outcome } : change.kind === "extend" ? { due: change.due } : {};
    await noteAct(base, transaction, { by, act: actOf[change.kind], object: ["request", id], detail, at: change.at });
    return true;
  });
}

function setOf({ seal }: Base, change: RequestChange): Partial<Tables["data_requests"]> {
  switch (change.kind) {
    case "answer":
      return { answered_at: change.at };
    case "extend":
      return { extended_at: change.at, due: change.due, why_extended: seal.lockOwn(change.why) };
    case "finish":
      return { done_at: change.at, outcome: change.outcome };
  }
}

function requestOf({ seal }: Base, row: Tables["data_requests"]): DataRequest {
  return {
    id: row.id,
    kind: requestKinds.find((kind) => kind === row.kind) ?? "see",
    conversation: row.conversation_id ?? undefined,
    cameBy: cameBy.find((way) => way === row.came_by) ?? "console",
    note: row.note === null ? "" : seal.openOwn(row.note),
    receivedAt: row.received_at,
    firstDue: row.first_due,
    due: row.due,
    answeredAt: row.answered_at ?? undefined,
    extendedAt: row.extended_at ?? undefined,
    whyExtended: row.why_extended === null ? "" : seal.openOwn(row.why_extended),
    doneAt: row.done_at ?? undefined,
    outcome: requestOutcomes.find((outcome) => outcome === row.outcome),
  };
}
