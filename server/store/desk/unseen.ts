import { risks } from "../../escalation/escalation.ts";
import type { Base } from "../tables.ts";
import { escalationOf, escalationRows, type Reading } from "../verbs/speaker.ts";
import type { DeskStore } from "./desk-store.ts";

const danger = risks.indexOf("danger");

export function unseenVerbs({ database }: Base): Pick<DeskStore, "takeUnseen" | "untakeUnseen"> {
  return {
    async takeUnseen(at, afterMs) {
      const unseen = await unseenOf(database);
      const rows = await escalationRows(database).where("escalations.state", "<>", "closed").execute();
      const due = rows.filter(({ id, risk, opened_at }) => unseen.has(id) && (risk >= danger || opened_at <= at - afterMs));
      const taken = [];
      for (const row of due) {
        // Raised to danger it is told of once more.
        const told = await database
          .insertInto("case_alarms")
          .values({ escalation_id: row.id, danger: row.risk >= danger ? 1 : 0, at })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        if ((told.numInsertedOrUpdatedRows ?? 0n) > 0n) taken.push(escalationOf(row));
      }
      return taken;
    },
    async untakeUnseen(id) {
      await database.deleteFrom("case_alarms").where("escalation_id", "=", id).execute();
    },
  };
}

/** Waiting cases that nobody has opened since they began, and danger whose last words nobody has read. */
export async function unseenOf(database: Reading): Promise<ReadonlySet<string>> {
  const open = database.selectFrom("escalations").select("conversation_id").where("state", "<>", "closed");
  const reads = database
    .selectFrom("conversation_reads")
    .select(["conversation_id", ({ fn }) => fn.max("sequence").as("sequence"), ({ fn }) => fn.max("at").as("read_at")])
    .where("conversation_id", "in", open)
    .groupBy("conversation_id")
    .as("reads");
  const written = database
    .selectFrom("messages")
    .select(["conversation_id", ({ fn }) => fn.max("sequence").as("last")])
    .where("from_person", "=", 1)
    .where("conversation_id", "in", open)
    .groupBy("conversation_id")
    .as("written");
  const rows = await database
    .selectFrom("escalations")
    .leftJoin(reads, "reads.conversation_id", "escalations.conversation_id")
    .leftJoin(written, "written.conversation_id", "escalations.conversation_id")
    .select(["escalations.id", "escalations.state", "escalations.risk", "escalations.opened_at", "escalations.reason"])
    .select(["reads.sequence", "reads.read_at", "written.last"])
    .where("escalations.state", "<>", "closed")
    .execute();
  const isUnseen = (row: (typeof rows)[number]) =>
    row.risk >= danger
      ? (row.sequence ?? 0) < (row.last ?? 0)
      : row.state === "waiting" && row.reason !== "answered-by-page" && (row.read_at ?? 0) < row.opened_at;
  return new Set(rows.filter(isUnseen).map(({ id }) => id));
}
