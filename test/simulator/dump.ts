import type { Kysely } from "kysely";
import type { Tables } from "../../server/store/tables.ts";

/** What stands in the database, as the checker reads it. */
export interface Dump {
  readonly conversations: readonly Tables["conversations"][];
  readonly messages: readonly Tables["messages"][];
  readonly deliveries: readonly Tables["deliveries"][];
  readonly escalations: readonly Tables["escalations"][];
}

export async function dumpOf(database: Kysely<Tables>): Promise<Dump> {
  return {
    conversations: await database.selectFrom("conversations").selectAll().execute(),
    messages: await database.selectFrom("messages").selectAll().orderBy("conversation_id").orderBy("sequence").execute(),
    deliveries: await database.selectFrom("deliveries").selectAll().orderBy("conversation_id").orderBy("sequence").execute(),
    escalations: await database.selectFrom("escalations").selectAll().execute(),
  };
}

/** The id a message has outside: the provider's, the page's. */
export function keyOf({ provider_id, from_person }: Tables["messages"]): string {
  const whole = (provider_id ?? "").split("#")[0] ?? "";
  return from_person === 1 ? (whole.split(":").at(-1) ?? "") : whole;
}
