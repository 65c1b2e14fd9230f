import type { Base, Tables } from "../tables.ts";
import type { ActName } from "./acts.ts";
import { linkOf, noteAct } from "./note-act.ts";
import type { AuditCheck, AuditFilter, NotedAct, RightsStore } from "./rights-store.ts";

type Verbs = "noteAct" | "noteReading" | "listAudit" | "verifyAudit" | "readAuditHash";

const oneReadingMs = 10 * 60_000;
const atOnce = 1_000;

/** The log of who did what; the database itself refuses to change or remove a line. */
export function auditVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database } = base;
  return {
    noteAct: (act) => database.transaction().execute((transaction) => noteAct(base, transaction, act)),
    async noteReading(by, escalation, at) {
      const recent = await database
        .selectFrom("audit")
        .select("sequence")
        .where("object_id", "=", escalation)
        .where("at", ">", at - oneReadingMs)
        .where("actor", "=", by)
        .where("act", "=", "read-case")
        .executeTakeFirst();
      if (recent === undefined)
        await database
          .transaction()
          .execute((transaction) => noteAct(base, transaction, { by, act: "read-case", object: ["case", escalation], at }));
    },
    listAudit: (filter) => listAudit(base, filter),
    verifyAudit: () => verify(base),
    async readAuditHash(sequence) {
      return (await database.selectFrom("audit").select("hash").where("sequence", "=", sequence).executeTakeFirst())?.hash;
    },
  };
}

async function listAudit({ database }: Base, { act, by, objectId, from, until, before, limit }: AuditFilter) {
  let rows = database.selectFrom("audit").selectAll().orderBy("sequence", "desc").limit(limit);
  if (act !== undefined) rows = rows.where("act", "=", act);
  if (by !== undefined) rows = rows.where("actor", "=", by);
  if (objectId !== undefined) rows = rows.where("object_id", "=", objectId);
  if (from !== undefined) rows = rows.where("at", ">=", from);
  if (until !== undefined) rows = rows.where("at", "<", until);
  if (before !== undefined) rows = rows.where("sequence", "<", before);
  return (await rows.execute()).map(noted);
}

function noted({ sequence, at, actor, act, object, object_id, detail }: Tables["audit"]): NotedAct {
  // Written by noteAct, which knows the names and the shape.
  return { sequence, at, by: actor, act: act as ActName, object: [object, object_id], detail: JSON.parse(detail) };
}

async function verify({ database, seal }: Base): Promise<AuditCheck> {
  let [sequence, hash] = [0, ""];
  for (;;) {
    const rows = await database
      .selectFrom("audit")
      .selectAll()
      .where("sequence", ">", sequence)
      .orderBy("sequence")
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      if (row.sequence !== sequence + 1) return { kind: "broken", sequence: sequence + 1, why: "missing" };
      if (row.hash !== linkOf(seal, row, hash)) return { kind: "broken", sequence: row.sequence, why: "changed" };
      ({ sequence, hash } = row);
    }
    if (rows.length < atOnce) break;
  }
  const head = await database.selectFrom("audit_head").selectAll().executeTakeFirst();
  // Somebody may have noted more while we looked; less is a cut.
  if (head === undefined || head.sequence < sequence) return { kind: "broken", sequence, why: "cut-off" };
  if (head.sequence > sequence && (await missing(database, sequence + 1)))
    return { kind: "broken", sequence: sequence + 1, why: "cut-off" };
  return { kind: "whole", count: sequence, hash };
}

async function missing(database: Base["database"], sequence: number): Promise<boolean> {
  return (await database.selectFrom("audit").select("sequence").where("sequence", "=", sequence).executeTakeFirst()) === undefined;
}
