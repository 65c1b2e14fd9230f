import { performance } from "node:perf_hooks";
import { z } from "zod";
import { fold } from "../../knowledge/words/normalise.ts";
import type { BenchQuestion, BenchSet } from "./bench-set.ts";
import type { Find, Peer } from "./peer.ts";
import { qualityOf } from "./quality.ts";

const Asked = z.object({
  recallAt1: z.number(),
  recallAt10: z.number(),
  reciprocalRank: z.number(),
  gain: z.number(),
  /** Milliseconds by the clock, of a question in the middle and of one in a hundred; the fastest of three times each is asked. */
  median: z.number(),
  slowest: z.number(),
  /** Milliseconds of processor time, the mean: not what other programs on the machine take. */
  work: z.number(),
});

/** Speed, memory and quality of one search on one set. */
export const Measured = z.object({
  peer: z.string(),
  set: z.string(),
  articles: z.number(),
  questions: z.number(),
  /** By the clock, and of processor time. */
  indexSeconds: z.number(),
  indexWorkSeconds: z.number(),
  /** What the process has grown by while indexing: what the index holds, and what was needed to make it. */
  megabytes: z.number(),
  marked: Asked,
  unmarked: Asked,
});
export type Measured = z.output<typeof Measured>;

export async function measurePeer(peer: Peer, { name, articles, questions }: BenchSet): Promise<Measured> {
  const before = memory();
  const startedAt = performance.now();
  const work = process.cpuUsage();
  const find = await peer.open(articles);
  const { user, system } = process.cpuUsage(work);
  const indexSeconds = (performance.now() - startedAt) / 1000;
  const megabytes = memory() - before;
  for (const { text } of questions.slice(0, 50)) await find(text, 10);
  return {
    peer: peer.name,
    set: name,
    articles: articles.length,
    questions: questions.length,
    indexSeconds,
    indexWorkSeconds: (user + system) / 1e6,
    megabytes,
    marked: await ask(find, questions),
    unmarked: await ask(
      find,
      questions.map((question) => ({ ...question, text: fold(question.text) })),
    ),
  };
}

/** Asked more often where an answer is quick, so that the fastest shows what is the search's own. */
const repeats = 3;
const quick = 20;

async function ask(find: Find, questions: readonly BenchQuestion[]): Promise<z.output<typeof Asked>> {
  const found: (readonly string[])[] = [];
  const times: number[] = [];
  let asked = 0;
  const work = process.cpuUsage();
  for (const { text } of questions) {
    const each: number[] = [];
    for (let time = 0; time < repeats && (each[0] ?? 0) < quick; time++) {
      const startedAt = performance.now();
      const ids = await find(text, 10);
      each.push(performance.now() - startedAt);
      if (time === 0) found.push(ids);
    }
    times.push(Math.min(...each));
    asked += each.length;
  }
  const { user, system } = process.cpuUsage(work);
  const sorted = times.toSorted((a, b) => a - b);
  const of = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  return { ...qualityOf(questions, found), median: of(0.5), slowest: of(0.99), work: (user + system) / 1000 / asked };
}

/** Megabytes of the process, after what is no longer needed has been let go. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
