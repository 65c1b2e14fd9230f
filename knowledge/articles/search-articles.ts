import type { Ranked } from "../search-by-words.ts";
import type { ArticleIndex } from "./article-index.ts";
import { articleWeights } from "./article-weights.ts";
import { readAsked } from "./asked.ts";
import { bestArticles, scoreArticles } from "./score-articles.ts";
import { weighArticles } from "./weigh-articles.ts";

export type SearchArticles = (question: string, limit: number) => readonly Ranked[];

/** What speaks for each of the articles that may answer a question, best score first. */
export interface WeighedArticle {
  readonly item: number;
  readonly evidence: readonly number[];
}

const mostCandidates = 60;

/** From a question to the articles that may answer it, best first: rank all by words, then weigh what speaks for the best few. */
export function openArticleSearch(index: ArticleIndex, weights: readonly number[] = articleWeights): SearchArticles {
  return (question, limit) =>
    weighCandidates(index, question)
      .map(
        ({ item, evidence }): Ranked => ({ item, score: evidence.reduce((sum, amount, piece) => sum + amount * (weights[piece] ?? 0), 0) }),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
}

export function weighCandidates(index: ArticleIndex, question: string): readonly WeighedArticle[] {
  const asked = readAsked(question, index);
  const scores = scoreArticles(index, asked);
  const candidates = bestArticles(scores, mostCandidates);
  const evidence = weighArticles(index, asked, { candidates, scores });
  return candidates.map((item, place) => ({ item, evidence: evidence[place] ?? [] }));
}
