import type { ArticleIndex } from "./article-index.ts";
import type { Asked, AskedTerm } from "./asked.ts";
import type { Postings } from "./postings/postings.ts";

/** BM25; chosen on the training questions. */
const saturation = 0.9;
const lengthPenalty = 0.7;

/** BM25 over folded words and pairs of neighbours: one score for each article. */
export function scoreArticles(index: ArticleIndex, { words, pairs }: Asked): Float32Array {
  const scores = new Float32Array(index.size);
  const penalties = { fixed: 2 * saturation * (1 - lengthPenalty), perWord: (2 * saturation * lengthPenalty) / index.meanLength };
  for (const term of words) addScores(index.byWord, term, { scores, lengths: index.lengths, ...penalties });
  for (const term of pairs) addScores(index.byPair, term, { scores, lengths: index.lengths, ...penalties });
  return scores;
}

interface Scoring {
  readonly scores: Float32Array;
  readonly lengths: Float32Array;
  /** In halves, as the counts are. */
  readonly fixed: number;
  readonly perWord: number;
}

function addScores({ starts, texts, counts }: Postings, { number, weight }: AskedTerm, { scores, lengths, fixed, perWord }: Scoring): void {
  if (number < 0) return;
  const end = starts[number + 1] ?? 0;
  for (let at = starts[number] ?? 0; at < end; at++) {
    const text = texts[at] ?? 0;
    const count = counts[at] ?? 0;
    scores[text] = (scores[text] ?? 0) + (weight * count) / (count + fixed + perWord * (lengths[text] ?? 0));
  }
}

/** The best few, best first; equal ones in their order. */
export function bestArticles(scores: Float32Array, limit: number): readonly number[] {
  const better = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  let found: number[] = [];
  let least = 0;
  for (let item = 0; item < scores.length; item++) {
    if ((scores[item] ?? 0) <= least) continue;
    found.push(item);
    if (found.length < limit * 4) continue;
    found = found.sort(better).slice(0, limit);
    least = scores[found.at(-1) ?? 0] ?? 0;
  }
  return found.sort(better).slice(0, limit);
}
