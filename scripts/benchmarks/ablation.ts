import { type ArticleIndex, indexArticles } from "../../knowledge/articles/article-index.ts";
import { weighCandidates } from "../../knowledge/articles/search-articles.ts";
import { articleEvidence } from "../../knowledge/articles/weigh-articles.ts";
import type { Judged } from "../../knowledge/ranking/fit.ts";
import { type BenchQuestion, readBenchSet } from "./bench-set.ts";
import { fitWeights } from "./fit-articles.ts";
import { qualityOf } from "./quality.ts";
import { judge, readTraining } from "./training.ts";

type Evidence = (typeof articleEvidence)[number];

/** Pieces of evidence that belong together, for leaving them out. */
const groups: Readonly<Record<string, readonly Evidence[]>> = {
  nothing: [],
  "everything but the score": articleEvidence.filter((name) => name !== "lead"),
  "longest piece word for word": ["run", "titleRun"],
  title: ["titleSaid", "titlePairsSaid"],
  "best line, with title and document": ["lineWords", "linePairs", "lineSaid"],
  "definitions, numbers of articles": ["defines", "named"],
  "the document the others stand in": ["document"],
  length: ["length"],
};

interface Weighed {
  readonly questions: readonly BenchQuestion[];
  readonly candidates: readonly (readonly { readonly id: string; readonly evidence: readonly number[] }[])[];
}

/** nDCG@10 on questions nothing was fitted on, each group left out and the rest fitted anew. */
export function ablate(folder: string): readonly { readonly without: string; readonly gains: Readonly<Record<string, number>> }[] {
  const judged = judge(readTraining(folder));
  const held = {
    "alqac25 test": weighAll(folder, "alqac25", "test"),
    "zalo-pd dev": weighAll(folder, "zalo-pd", "dev"),
    alqac22: weighAll(folder, "alqac22", "test"),
  };
  return Object.entries(groups).map(([without, left]) => {
    const kept = articleEvidence.map((name) => !left.includes(name));
    const weights = fitWeights(judged.map(mask(kept)), articleEvidence.length);
    const gains = Object.entries(held).map(([name, set]) => [name, gainOf(set, mask(kept), weights)] as const);
    return { without, gains: Object.fromEntries(gains) };
  });
}

function weighAll(folder: string, name: "alqac22" | "alqac25" | "zalo-pd", wanted: string): Weighed {
  const { articles, questions: all } = readBenchSet(name, folder);
  const index: ArticleIndex = indexArticles(articles);
  const questions = all.filter(({ split }) => split === wanted);
  const candidates = questions.map(({ text }) =>
    weighCandidates(index, text).map(({ item, evidence }) => ({ id: articles[item]?.id ?? "", evidence })),
  );
  return { questions, candidates };
}

function mask(kept: readonly boolean[]) {
  const of = (evidence: readonly number[]) => evidence.map((amount, piece) => (kept[piece] ? amount : 0));
  return ({ evidence, right }: Judged): Judged => ({ evidence: evidence.map(of), right });
}

function gainOf({ questions, candidates }: Weighed, masked: (judged: Judged) => Judged, weights: readonly number[]): number {
  const found = candidates.map((list) => {
    const { evidence } = masked({ evidence: list.map((each) => each.evidence), right: [] });
    const score = (at: number) => (evidence[at] ?? []).reduce((sum, amount, piece) => sum + amount * (weights[piece] ?? 0), 0);
    return list
      .map(({ id }, at) => ({ id, score: score(at) }))
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  });
  return qualityOf(questions, found).gain;
}
