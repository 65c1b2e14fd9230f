import type { Transaction } from "kysely";
import { type Risk, risks } from "../../escalation/escalation.ts";
import { isOpenAt, OpeningHours } from "../../hours/opening-hours.ts";
import { partOfDay } from "../../hours/part-of-day.ts";
import { dueAt, type Promised, ServiceLevels } from "../../hours/service-levels.ts";
import { bucketOf, never } from "../../hours/wait-buckets.ts";
import type { Tables } from "../tables.ts";
import { type Counted, countKinds } from "./count-kinds.ts";
import { markCounts } from "./mark-counts.ts";

type CaseRow = Pick<Tables["escalations"], "id" | "conversation_id" | "opened_at" | "risk" | "why">;

/** Somebody has taken a case: with a danger in it, how long that took. */
export async function countClaim(transaction: Transaction<Tables>, id: string, at: number): Promise<void> {
  const reached = await transaction
    .updateTable("case_marks")
    .set({ reached_at: at })
    .where("escalation_id", "=", id)
    .where("danger_at", "is not", null)
    .where("reached_at", "is", null)
    .returning("danger_at")
    .executeTakeFirst();
  if (reached?.danger_at != null) await markCounts(transaction, at, [[countKinds.dangerReached, bucketOf(at - reached.danger_at)]]);
}

/** A person has answered: how long the first answer took. */
export async function countAnswer(transaction: Transaction<Tables>, id: string, at: number): Promise<void> {
  const found = await firstAnswer(transaction, id, at);
  if (found) await markCounts(transaction, at, await replyCounts(transaction, found, { at, bucket: bucketOf(at - found.opened_at) }));
}

/** A counsellor has closed a case: how long it was open, and whether anybody ever answered. */
export async function countClosing(transaction: Transaction<Tables>, id: string, at: number): Promise<void> {
  const unanswered = await firstAnswer(transaction, id, at);
  const row = unanswered ?? (await caseOf(transaction, id));
  if (row === undefined) return;
  const counted: Counted[] = [[countKinds.closed, row.why ?? "answered", bucketOf(at - row.opened_at)]];
  if (unanswered) counted.push(...(await replyCounts(transaction, unanswered, { at, bucket: never })));
  await markCounts(transaction, at, counted);
}

/** The case, only if this is the first time somebody answers it. */
async function firstAnswer(transaction: Transaction<Tables>, id: string, at: number): Promise<CaseRow | undefined> {
  const first = await transaction
    .updateTable("case_marks")
    .set({ replied_at: at })
    .where("escalation_id", "=", id)
    .where("replied_at", "is", null)
    .executeTakeFirst();
  return first.numUpdatedRows === 1n ? await caseOf(transaction, id) : undefined;
}

function caseOf(transaction: Transaction<Tables>, id: string): Promise<CaseRow | undefined> {
  return transaction
    .selectFrom("escalations")
    .select(["id", "conversation_id", "opened_at", "risk", "why"])
    .where("id", "=", id)
    .executeTakeFirst();
}

async function replyCounts(
  transaction: Transaction<Tables>,
  { opened_at: openedAt, risk: number }: CaseRow,
  { at, bucket }: { readonly at: number; readonly bucket: string },
): Promise<readonly Counted[]> {
  const risk: Risk = risks[number] ?? "none";
  const promised = await promisedIn(transaction);
  const open = promised.hours === undefined || isOpenAt(promised.hours, openedAt) ? "open" : "shut";
  const due = dueAt({ risk, openedAt }, promised);
  const level: readonly Counted[] = due === undefined ? [] : [[countKinds.level, risk, at <= due && bucket !== never ? "kept" : "broken"]];
  return [[countKinds.firstReply, risk, partOfDay(openedAt), open, bucket], ...level];
}

async function promisedIn(transaction: Transaction<Tables>): Promise<Promised> {
  const rows = await transaction.selectFrom("office_settings").select(["name", "body"]).where("name", "in", ["hours", "levels"]).execute();
  const body = (name: string): unknown => JSON.parse(rows.find((row) => row.name === name)?.body ?? "null");
  return { hours: OpeningHours.safeParse(body("hours")).data, levels: ServiceLevels.safeParse(body("levels")).data };
}
