import type { OpenKnowledge } from "../../knowledge/compiled.ts";
import { realKnowledge } from "../support/library.ts";
import { postgresDatabase, sqliteDatabase } from "./database.ts";
import type { Plant } from "./planted.ts";
import { type Outcome, simulate } from "./simulate.ts";

export interface SeedRun {
  readonly plant?: Plant;
  /** On this PostgreSQL server instead of a SQLite file. */
  readonly postgresUrl?: string;
}

let knowledge: OpenKnowledge | undefined;

/** One seed on a database of its own, which is gone afterwards. */
export async function runSeed(seed: number, { plant, postgresUrl }: SeedRun = {}): Promise<Outcome> {
  knowledge ??= remembering(realKnowledge());
  const shared = postgresUrl === undefined ? await sqliteDatabase() : await postgresDatabase(postgresUrl);
  try {
    return await simulate({ seed, shared, knowledge, plant });
  } finally {
    await shared.remove();
  }
}

/** The same few things are said again and again: found once, they are remembered. */
function remembering({ library, search, hear, readAsMeant }: OpenKnowledge): OpenKnowledge {
  return { library, search: once(search), hear: once(hear), readAsMeant: once(readAsMeant) };
}

function once<Question, Answer>(ask: (question: Question) => Answer): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = known.get(key) ?? ask(question);
    known.set(key, answer);
    return answer;
  };
}
