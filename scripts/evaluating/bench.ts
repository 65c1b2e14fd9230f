import { indexArticles } from "../../knowledge/articles/article-index.ts";
import { openArticleSearch } from "../../knowledge/articles/search-articles.ts";
import { fold } from "../../knowledge/words/normalise.ts";
import { readBenchSet, type SetName } from "../benchmarks/bench-set.ts";
import { type Quality, qualityOf } from "../benchmarks/quality.ts";

export interface BenchRow extends Quality {
  readonly set: SetName;
  readonly of: string;
  readonly count: number;
}

/** What has been published on the 530 questions and 304 articles of `alqac22` (ViRE, EACL 2026). */
export const published: readonly BenchRow[] = (
  [
    ["BM25", 0.8925, 0.9792, 0.922, 0.9359],
    ["bkai vietnamese-bi-encoder", 0.8075, 0.9566, 0.8621, 0.8852],
    ["multilingual-e5-large", 0.8906, 0.9925, 0.9291, 0.9448],
    ["OpenAI text-embedding-3-large", 0.8453, 0.9868, 0.9013, 0.9226],
    ["bge-m3", 0.9038, 0.9943, 0.9414, 0.9547],
    ["bge-m3 + BM25", 0.9472, 0.9962, 0.9666, 0.974],
  ] as const
).map(([of, recallAt1, recallAt10, reciprocalRank, gain]) => ({
  set: "alqac22",
  of,
  count: 530,
  recallAt1,
  recallAt10,
  reciprocalRank,
  gain,
}));

/** Our search over articles on one set: all questions as typed and without marks, then those that nothing was fitted on. */
export function measureBench(name: SetName, folder?: string): readonly BenchRow[] {
  const { articles, questions } = readBenchSet(name, folder);
  const search = openArticleSearch(indexArticles(articles));
  const measure = (of: string, asked: typeof questions, type: (text: string) => string): BenchRow => {
    const found = asked.map(({ text }) => search(type(text), 10).flatMap(({ item }) => articles[item]?.id ?? []));
    return { set: name, of, count: asked.length, ...qualityOf(asked, found) };
  };
  const unseen = questions.filter(({ split }) => !fittedOn[name].includes(split));
  return [
    measure("ours", questions, (text) => text),
    measure("ours, no marks", questions, fold),
    ...(unseen.length === questions.length
      ? []
      : [measure("ours, unseen", unseen, (text) => text), measure("ours, unseen, no marks", unseen, fold)]),
  ];
}

const fittedOn: Readonly<Record<SetName, readonly string[]>> = { alqac22: [], "alqac22-all": [], alqac25: ["dev"], "zalo-pd": ["train"] };
