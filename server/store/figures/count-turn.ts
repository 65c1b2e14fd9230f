import type { Transaction } from "kysely";
import { risks } from "../../escalation/escalation.ts";
import { bucketOf } from "../../hours/wait-buckets.ts";
import type { HandledTurn } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { type Counted, countKinds } from "./count-kinds.ts";
import { markCounts } from "./mark-counts.ts";
import { answeredNow, wentToPerson } from "./open-answers.ts";

/** The bot did not know, or nobody may know but a person. */
const notKnown: ReadonlySet<string> = new Set(["unknown", "risky", "failed-twice"]);

/** What a handled message adds to the figures; in its transaction, after everything else of it is written. */
export async function countTurn(base: Base, transaction: Transaction<Tables>, turn: HandledTurn): Promise<void> {
  const { at, lease, outcome } = turn;
  const { channel } = await transaction
    .selectFrom("conversations")
    .select("channel")
    .where("id", "=", lease.conversation)
    .executeTakeFirstOrThrow();
  const opened = turn.escalate === undefined ? [] : await openedBy(transaction, turn);
  const counted: Counted[] = [[countKinds.turn, channel, outcome], ...opened];
  if (outcome !== "silent") {
    const { entries } = turn;
    const nearest = turn.trace?.candidates[0]?.entry;
    const about = entries.length > 0 ? entries : outcome === "hand-over" && turn.escalate?.reason !== "asked" && nearest ? [nearest] : [];
    const topics = [...new Set(about.map(topicOf))];
    counted.push(...topics.map((topic) => [countKinds.question, topic, outcome] as const));
    counted.push(...[...new Set(entries)].map((entry) => [countKinds.entry, entry] as const));
    if (turn.escalate && notKnown.has(turn.escalate.reason))
      counted.push([countKinds.unanswered, nearest === undefined ? "" : topicOf(nearest), turn.escalate.reason]);
    if (outcome === "answer") await answeredNow(base, transaction, { conversation: lease.conversation, topics, at });
    if (turn.escalate && turn.escalate.reason !== "danger") {
      const topic = turn.escalate.reason !== "asked" && nearest ? topicOf(nearest) : undefined;
      await wentToPerson(transaction, { conversation: lease.conversation, topic, at });
    }
  }
  counted.push(...(await opinionIn(transaction, turn)));
  await markCounts(transaction, at, counted);
}

export function topicOf(entry: string): string {
  return entry.split("/")[0] ?? entry;
}

/** A case opened by this turn, and danger in a new or an open one: counted once for each case. */
async function openedBy(transaction: Transaction<Tables>, { lease, at, escalate }: HandledTurn): Promise<readonly Counted[]> {
  const open = await transaction
    .selectFrom("escalations")
    .select(["id", "state", "opened_at", "reason", "risk"])
    .where("conversation_id", "=", lease.conversation)
    .where("state", "<>", "closed")
    .executeTakeFirst();
  if (open === undefined) return [];
  const counted: Counted[] = [];
  const fresh = { escalation_id: open.id, conversation_id: lease.conversation, danger_at: null, reached_at: null, replied_at: null };
  const made = await transaction
    .insertInto("case_marks")
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n && open.opened_at === at)
    counted.push([countKinds.opened, open.reason, risks[open.risk] ?? "none"]);
  if (escalate?.risk !== "danger") return counted;
  const isHeld = open.state === "claimed";
  const first = await transaction
    .updateTable("case_marks")
    .set({ danger_at: at, ...(isHeld && { reached_at: at }) })
    .where("escalation_id", "=", open.id)
    .where("danger_at", "is", null)
    .executeTakeFirst();
  if (first.numUpdatedRows === 0n) return counted;
  counted.push([countKinds.danger]);
  // Somebody has the conversation before them already.
  if (isHeld) counted.push([countKinds.dangerReached, bucketOf(0)]);
  return counted;
}

async function opinionIn(transaction: Transaction<Tables>, { opinion, lease }: HandledTurn): Promise<readonly Counted[]> {
  if (opinion === undefined) return [];
  const given = await transaction
    .insertInto("opinions")
    .values({ conversation_id: lease.conversation, entry: opinion.entry })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return given.numInsertedOrUpdatedRows === 1n ? [[countKinds.opinion, opinion.entry, opinion.helped ? "yes" : "no"]] : [];
}
