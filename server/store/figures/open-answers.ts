import type { Transaction } from "kysely";
import { localDay } from "../../clock.ts";
import type { Base, Tables } from "../tables.ts";
import { countKinds } from "./count-kinds.ts";
import { markCounts } from "./mark-counts.ts";

/** An answer that nobody came back to for so long has sufficed. */
const sufficesAfterMs = 7 * 86_400_000;

export type Settling = "alone" | "again" | "person" | "unknown";

interface Answered {
  readonly conversation: string;
  readonly topics: readonly string[];
  readonly at: number;
}

/** An answer waits to be judged; one on the same topic before it was asked again. */
export async function answeredNow(
  { newId }: Base,
  transaction: Transaction<Tables>,
  { conversation, topics, at }: Answered,
): Promise<void> {
  for (const topic of topics) {
    await settle(transaction, "again", { at, conversation, topic });
    await transaction
      .insertInto("open_answers")
      .values({ id: newId(), conversation_id: conversation, topic, day: localDay(at), at })
      .execute();
  }
}

/** A person is asked: what the bot had answered here, on this topic or on any, did not suffice. */
export function wentToPerson(transaction: Transaction<Tables>, asked: Settled): Promise<void> {
  return settle(transaction, "person", asked);
}

/** Answers of a conversation that is erased: nobody will know. */
export function forgetAnswers(transaction: Transaction<Tables>, conversation: string, at: number): Promise<void> {
  return settle(transaction, "unknown", { at, conversation });
}

/** What nobody came back to. */
export function settleOld(transaction: Transaction<Tables>, at: number): Promise<void> {
  return settle(transaction, "alone", { at });
}

interface Settled {
  readonly at: number;
  readonly conversation?: string;
  readonly topic?: string | undefined;
}

/** Takes the answers away and counts them for the day they were given, together. Those older than seven days have sufficed, whatever came then. */
async function settle(transaction: Transaction<Tables>, how: Settling, { at, conversation, topic }: Settled): Promise<void> {
  const limit = at - sufficesAfterMs;
  let taken = transaction.deleteFrom("open_answers");
  if (conversation !== undefined) taken = taken.where("conversation_id", "=", conversation);
  else taken = taken.where("at", "<=", limit);
  if (topic !== undefined) taken = taken.where("topic", "=", topic);
  for (const row of await taken.returning(["topic", "day", "at"]).execute())
    await markCounts(
      transaction,
      at,
      [[countKinds.settled, row.topic, row.at <= limit ? "alone" : how]],
      row.day as ReturnType<typeof localDay>,
    );
}
