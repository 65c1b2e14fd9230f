import { sql } from "kysely";
import { migrate } from "./migrate.ts";
import type { OpenDatabase } from "./open-sqlite.ts";
import type { Store } from "./store.ts";
import type { Base } from "./tables.ts";
import { conversationVerbs } from "./verbs/conversations.ts";
import { deliveryVerbs } from "./verbs/deliveries.ts";
import { escalationVerbs } from "./verbs/escalations.ts";
import { rememberVerbs } from "./verbs/remember.ts";
import { staffVerbs } from "./verbs/staff.ts";
import { turnVerbs } from "./verbs/turns.ts";

/** The store on an opened database: migrated, its verbs put together. Knows no database by name. */
export async function kyselyStore({ scrub, ...base }: OpenDatabase & Base): Promise<Store> {
  const { database } = base;
  await migrate(database);
  return {
    ...rememberVerbs(base),
    ...turnVerbs(base),
    ...deliveryVerbs(base),
    ...conversationVerbs({ ...base, scrub }),
    ...escalationVerbs(base),
    ...staffVerbs(base),
    async ping() {
      await sql`select 1`.execute(database);
    },
    async readFigures() {
      const messages = await database
        .selectFrom("messages")
        .select(["outcome", "from_person", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy(["outcome", "from_person"])
        .execute();
      const waiting = await database
        .selectFrom("messages")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("handled_at", "is", null)
        .executeTakeFirstOrThrow();
      const deliveries = await database
        .selectFrom("deliveries")
        .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      const escalations = await database
        .selectFrom("escalations")
        .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      return {
        messages_unhandled: Number(waiting.count),
        ...Object.fromEntries(
          messages.map(({ outcome, from_person, count }) => [
            `messages{from="${from_person ? "person" : "us"}",outcome="${outcome ?? "none"}"}`,
            Number(count),
          ]),
        ),
        ...Object.fromEntries(deliveries.map(({ state, count }) => [`deliveries{state="${state}"}`, Number(count)])),
        ...Object.fromEntries(escalations.map(({ state, count }) => [`escalations{state="${state}"}`, Number(count)])),
      };
    },
    close: () => database.destroy(),
  };
}
