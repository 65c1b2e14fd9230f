import { sql } from "kysely";
import type { EscalationId } from "../../escalation/escalation.ts";
import type { Instant } from "../store.ts";
import type { Base } from "../tables.ts";
import { escalationOf, escalationRows, type Reading } from "../verbs/speaker.ts";
import type { DeskRow, DeskStore } from "./desk-store.ts";
import { unseenOf } from "./unseen.ts";

export function readingVerbs({ database }: Base): Pick<DeskStore, "readDesk" | "readClosed" | "readCandidate" | "noteRead"> {
  return {
    async readDesk(staff, at) {
      const [rows, unread, unseen, beside] = await Promise.all([
        openRows(database),
        unreadOf(database, staff),
        unseenOf(database),
        besideOf(database, at),
      ]);
      return rows.map((row): DeskRow => {
        const offer = beside.offers.get(row.id);
        return {
          escalation: escalationOf(row),
          unread: unread.get(row.conversation_id) ?? 0,
          unseen: unseen.has(row.id),
          snoozedUntil: beside.snoozes.get(row.id),
          offer: row.state === "waiting" ? offer : undefined,
          candidate: beside.candidates.get(row.conversation_id),
          awaitsApproval: beside.held.has(row.id),
        };
      });
    },
    async readClosed(limit) {
      const rows = await escalationRows(database)
        .where("escalations.state", "=", "closed")
        .where("conversations.erased_at", "is", null)
        .orderBy("escalations.closed_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(escalationOf);
    },
    async readCandidate(conversation) {
      const row = await nearest(database).where("messages.conversation_id", "=", conversation).executeTakeFirst();
      return firstCandidate(row?.trace);
    },
    noteRead: (...read) => noteRead(database, read),
  };
}

async function noteRead(database: Reading, [id, staff_id, sequence, at]: Parameters<DeskStore["noteRead"]>): Promise<void> {
  const row = await database.selectFrom("escalations").select("conversation_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) return;
  await database
    .insertInto("conversation_reads")
    .values({ conversation_id: row.conversation_id, staff_id, sequence, at })
    .onConflict((on) =>
      on.columns(["conversation_id", "staff_id"]).doUpdateSet({
        at,
        sequence: sql<number>`case when conversation_reads.sequence > excluded.sequence then conversation_reads.sequence else excluded.sequence end`,
      }),
    )
    .execute();
}

function openRows(database: Reading) {
  return escalationRows(database)
    .where("escalations.state", "in", ["waiting", "claimed"])
    .orderBy("escalations.state", "desc")
    .orderBy("escalations.risk", "desc")
    .orderBy("escalations.opened_at")
    .execute();
}

async function unreadOf(database: Reading, staff: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom("escalations")
    .innerJoin("messages", "messages.conversation_id", "escalations.conversation_id")
    .leftJoin("conversation_reads as mine", (join) =>
      join.onRef("mine.conversation_id", "=", "messages.conversation_id").on("mine.staff_id", "=", staff),
    )
    .select(["messages.conversation_id", ({ fn }) => fn.countAll<number>().as("count")])
    .where("escalations.state", "<>", "closed")
    .where("messages.from_person", "=", 1)
    .where(({ eb, ref, fn, val, selectFrom }) =>
      eb(
        "messages.sequence",
        ">",
        fn.coalesce(
          ref("mine.sequence"),
          selectFrom("messages as spoken")
            .select(({ fn: of }) => of.max("spoken.sequence").as("last"))
            .whereRef("spoken.conversation_id", "=", "escalations.conversation_id")
            .where("spoken.author", "=", "counsellor"),
          val(0),
        ),
      ),
    )
    .groupBy("messages.conversation_id")
    .execute();
  return new Map(rows.map(({ conversation_id, count }) => [conversation_id, Number(count)]));
}

const nothingNear = '%"candidates":[]%';

/** The last of our messages that came near to an entry. */
function nearest(database: Reading) {
  return database
    .selectFrom("messages")
    .select(["messages.conversation_id", "messages.trace"])
    .where("messages.trace", "is not", null)
    .where("messages.trace", "not like", nothingNear)
    .orderBy("messages.sequence", "desc");
}

async function nearestOfOpen(database: Reading) {
  return await nearest(database)
    .innerJoin("escalations", "escalations.conversation_id", "messages.conversation_id")
    .where("escalations.state", "<>", "closed")
    .where(({ eb, selectFrom }) =>
      eb(
        "messages.sequence",
        "=",
        selectFrom("messages as later")
          .select(({ fn }) => fn.max("later.sequence").as("last"))
          .whereRef("later.conversation_id", "=", "escalations.conversation_id")
          .where("later.trace", "is not", null)
          .where("later.trace", "not like", nothingNear),
      ),
    )
    .execute();
}

async function besideOf(database: Reading, at: Instant) {
  const [snoozes, offers, held, traces] = await Promise.all([
    database.selectFrom("case_snoozes").select(["escalation_id", "until"]).execute(),
    database
      .selectFrom("case_offers")
      .innerJoin("staff", "staff.id", "case_offers.staff_id")
      .select(["case_offers.escalation_id", "case_offers.staff_id", "staff.name", "case_offers.until"])
      .where("case_offers.until", ">", at)
      .execute(),
    database
      .selectFrom("held_answers")
      .innerJoin("escalations", (join) =>
        join.onRef("escalations.id", "=", "held_answers.escalation_id").onRef("escalations.staff_id", "=", "held_answers.staff_id"),
      )
      .select("held_answers.escalation_id")
      .where("held_answers.state", "=", "waiting")
      .where("escalations.state", "=", "claimed")
      .execute(),
    nearestOfOpen(database),
  ]);
  return {
    snoozes: new Map(snoozes.map(({ escalation_id, until }) => [escalation_id, until])),
    offers: new Map(offers.map(({ escalation_id, staff_id, name, until }) => [escalation_id, { staff: staff_id, name, until }])),
    held: new Set(held.map(({ escalation_id }) => escalation_id)),
    candidates: new Map(
      traces.flatMap(({ conversation_id, trace }) => {
        const entry = firstCandidate(trace);
        return entry === undefined ? [] : [[conversation_id, entry] as const];
      }),
    ),
  };
}

function firstCandidate(trace: string | null | undefined): string | undefined {
  if (trace == null) return undefined;
  // Written by us, as it was.
  const { candidates } = JSON.parse(trace) as { readonly candidates: readonly { readonly entry: string }[] };
  return candidates[0]?.entry;
}

/** The conversation of a case that is not erased, and its key. */
export async function sealedCase(database: Reading, id: EscalationId | string) {
  const row = await database
    .selectFrom("escalations")
    .innerJoin("conversations", "conversations.id", "escalations.conversation_id")
    .select(["conversations.id", "conversations.data_key"])
    .where("escalations.id", "=", id)
    .executeTakeFirst();
  return row?.data_key == null ? undefined : { conversation: row.id, key: row.data_key };
}
