import type { Kysely } from "kysely";
import type { Base, Tables } from "../tables.ts";
import type { Count, FiguresStore } from "./figures-store.ts";
import { settleOld } from "./open-answers.ts";

type Verbs = "readCounts" | "settleFigures";

export function countVerbs({ database }: Base): Pick<FiguresStore, Verbs> {
  return {
    async readCounts(from, to, what) {
      const asked = { from, to, what };
      // One statement: what is being added up at this moment is seen in one place or the other.
      return summed(
        await rowsOf(database, "daily_counts", asked)
          .unionAll(rowsOf(database, "count_marks", asked))
          .execute(),
      );
    },
    async settleFigures(at) {
      await database.transaction().execute(async (transaction) => {
        await settleOld(transaction, at);
        // Taken and added together: what is counted meanwhile stays for the next time, and of two who do this each has other rows.
        const taken = await transaction.deleteFrom("count_marks").returning(["day", "what", "label", "amount"]).execute();
        for (const count of summed(taken)) {
          await transaction
            .insertInto("daily_counts")
            .values(count)
            .onConflict((conflict) =>
              conflict
                .columns(["day", "what", "label"])
                .doUpdateSet((of) => ({ amount: of("daily_counts.amount", "+", of.ref("excluded.amount")) })),
            )
            .execute();
        }
      });
    },
  };
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly what: readonly string[] | undefined;
}

function rowsOf(database: Kysely<Tables>, table: "daily_counts" | "count_marks", { from, to, what }: Asked) {
  const all = database.selectFrom(table).select(["day", "what", "label", "amount"]).where("day", ">=", from).where("day", "<=", to);
  return what === undefined ? all : all.where("what", "in", what);
}

/** One row each, in one order for everybody: two who write them at once wait for one another in the same order. */
function summed(rows: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const { day, what, label, amount } of rows) {
    const key = `${day}\n${what}\n${label}`;
    sums.set(key, { day, what, label, amount: Number(amount) + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
