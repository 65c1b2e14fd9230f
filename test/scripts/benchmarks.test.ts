import { expect, test } from "vitest";
import { readBenchSet, some, whyNoBench } from "../../scripts/benchmarks/bench-set.ts";
import { qualityOf } from "../../scripts/benchmarks/quality.ts";
import { measureBench } from "../../scripts/evaluating/bench.ts";

const question = (id: string, right: readonly string[]) => ({ id, text: id, split: "test", right });

test("a right article in second place gives half a reciprocal rank and the gain of the second place", () => {
  const { recallAt1, recallAt10, reciprocalRank, gain } = qualityOf([question("q", ["b"])], [["a", "b"]]);
  expect([recallAt1, recallAt10, reciprocalRank]).toEqual([0, 1, 0.5]);
  expect(gain).toBeCloseTo(1 / Math.log2(3));
});

test("of two right articles the one that is found counts half, and nothing found counts nothing", () => {
  const quality = qualityOf([question("q", ["a", "b"]), question("p", ["c"])], [["a", "x"], []]);
  expect(quality.recallAt1).toBe(0.25);
  expect(quality.recallAt10).toBe(0.25);
  expect(quality.reciprocalRank).toBe(0.5);
});

test("some questions of a set are spread over it, and as many as asked for", () => {
  const set = { name: "alqac25", articles: [], questions: Array.from({ length: 100 }, (_, at) => question(String(at), ["a"])) } as const;
  const few = some(set, 7).questions.map(({ id }) => Number(id));
  expect(few).toHaveLength(7);
  expect(Math.max(...few)).toBeGreaterThan(80);
  expect(some(set, 0)).toBe(set);
  expect(some(set, 1000)).toBe(set);
});

test("where the sets are not there, the reason is said", () => {
  expect(whyNoBench("/nowhere")).toContain("/nowhere is not there");
});

test("on the public table the articles are found better than by the best published search, with marks and without", (context) => {
  const folder = process.env.BENCH_FOLDER;
  const missing = whyNoBench(folder);
  if (missing !== undefined) return context.skip(missing);
  const set = readBenchSet("alqac22", folder);
  expect([set.articles.length, set.questions.length]).toEqual([304, 530]);
  for (const { gain } of measureBench("alqac22", folder)) expect(gain).toBeGreaterThanOrEqual(0.974);
});
