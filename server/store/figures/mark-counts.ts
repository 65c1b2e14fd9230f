import type { Transaction } from "kysely";
import { localDay } from "../../clock.ts";
import type { Tables } from "../tables.ts";
import type { Counted } from "./count-kinds.ts";

/** Counts in the transaction of what is counted. Rows of their own, added up later: nobody waits for a row that others count in. */
export async function markCounts(
  transaction: Transaction<Tables>,
  at: number,
  counted: readonly Counted[],
  day = localDay(at),
): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(([what, ...label]) => ({ day, what, label: label.join("|"), amount: 1 }));
  await transaction.insertInto("count_marks").values(rows).execute();
}
