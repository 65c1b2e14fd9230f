import type { Base } from "../tables.ts";

/** What is counted: messages, deliveries, hand-overs by kind; never a word of people. */
export async function readFigures({ database }: Base): Promise<Readonly<Record<string, number>>> {
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
}
