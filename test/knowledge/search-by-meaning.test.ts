import { expect, test } from "vitest";
import { Day } from "../../knowledge/provision.ts";
import { mergeRankings, mostSay } from "../../knowledge/ranking/merge-rankings.ts";
import type { Search } from "../../knowledge/search.ts";
import { indexMeanings, searchWithMeaning } from "../../knowledge/search-by-meaning.ts";
import { fakeEmbedder } from "../support/fake-embedder.ts";
import { realKnowledge } from "../support/library.ts";

const { library, search } = realKnowledge();
const entries = [...library.entries.values()].filter(({ topic }) => topic === "vay-von" || topic === "quan-che");
const day = Day.parse("2026-11-24");
const never = new AbortController().signal;
const found = (by: Search, text: string) => by({ text, day, limit: 6 });
const mostAlike = { same: 0.8, different: 0.2 };

test("a question in words the library does not have finds its entry by meaning, too weakly to be answered by it alone", async () => {
  const index = await indexMeanings(entries, fakeEmbedder({ xiền: "vốn", mượn: "vay", trả: "trả" }), never);
  const nothing: Search = () => [];
  const question = "người đi mượn xiền chết thì ai trả?";
  const both = await searchWithMeaning(nothing, index, (by) => found(by, question));
  const [best] = found(both, question);
  expect(best?.entry.topic).toBe("vay-von");
  expect(best?.probability).toBeGreaterThan(0);
  expect(best?.probability).toBeLessThanOrEqual(mostSay);
});

test("where words and meaning agree, the answer stays; what was not embedded is searched for by words alone", async () => {
  const index = await indexMeanings(entries, fakeEmbedder(), never);
  const text = "Quản chế là gì, bị mấy năm?";
  const both = await searchWithMeaning(search, index, (by) => found(by, text));
  expect(found(both, text)[0]?.entry.id).toBe(found(search, text)[0]?.entry.id);
  expect(found(both, text)).toHaveLength(6);
  expect(found(both, "câu khác hẳn")).toEqual(found(search, "câu khác hẳn"));
});

test("by meaning too nothing is found that is not in force on the day", async () => {
  const index = await indexMeanings(entries, fakeEmbedder(), never);
  const past = Day.parse("1990-01-01");
  const text = "Quản chế là gì?";
  const both = await searchWithMeaning(search, index, (by) => by({ text, day: past, limit: 6 }));
  expect(both({ text, day: past, limit: 6 })).toEqual([]);
});

test("a model that gives no numbers, too few, none, or the same for everything is refused", async () => {
  const good = fakeEmbedder();
  const broken = [
    { ...good, embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(256).fill(Number.NaN)) },
    { ...good, embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(256)) },
    { ...good, embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(255).fill(1)) },
    { ...good, embed: async (texts: readonly string[]) => (await good.embed(texts)).slice(1) },
    { ...good, embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(256).fill(1)) },
  ];
  for (const embedder of broken) await expect(indexMeanings(entries, embedder, never)).rejects.toThrow(/proper vectors|apart/);
});

test("a model that breaks later is a fault of that question, and stopping stops the indexing", async () => {
  const good = fakeEmbedder();
  const index = await indexMeanings(entries, good, never);
  const later = { ...index, embedder: { ...good, embed: async () => [new Float32Array(3)] } };
  await expect(searchWithMeaning(search, later, (by) => found(by, "vay vốn"))).rejects.toThrow(/proper vectors/);
  await expect(indexMeanings(entries, good, AbortSignal.abort())).rejects.toThrow();
});

test("probabilities stay probabilities, and an unlike question changes nothing", () => {
  const passages = found(search, "vay vốn làm ăn được bao nhiêu");
  const [a, b] = entries;
  if (a === undefined || b === undefined) throw new Error("no entries");
  const merged = mergeRankings(
    passages,
    [
      { entry: a, likeness: 0.9 },
      { entry: b, likeness: 0.3 },
    ],
    mostAlike,
  );
  expect(merged.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.000001);
  expect(merged.map(({ probability }) => probability)).toEqual(merged.map(({ probability }) => probability).sort((x, y) => y - x));
  for (const likeness of [0.2, 0.1, -1, Number.NaN]) expect(mergeRankings(passages, [{ entry: a, likeness }], mostAlike)).toEqual(passages);
  expect(mergeRankings(passages, [], mostAlike)).toEqual(passages);
});
