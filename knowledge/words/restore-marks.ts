import { type TermTable, tableOf, valueIn } from "../ranking/term-table.ts";
import { fold } from "./normalise.ts";

/** How the syllables of our own texts are written with marks, and what stands beside what. Plain data. */
export interface MarksModel {
  /** Folded syllable → its ways to be written, each with how often. */
  readonly ways: ReadonlyMap<string, readonly (readonly [marked: string, count: number])[]>;
  /** "được không" → how often the two stand side by side. */
  readonly pairs: TermTable;
}

const mostWays = 6;
/** A pair never seen is not impossible. */
const unseen = 0.05;

/** Counts the syllables and pairs of texts written with their marks. */
export function countMarks(texts: readonly (readonly string[])[]): MarksModel {
  const ways = new Map<string, Map<string, number>>();
  const pairs = new Map<string, number>();
  for (const words of texts) {
    words.forEach((word, at) => {
      const folded = fold(word);
      const counts = ways.get(folded) ?? new Map<string, number>();
      ways.set(folded, counts.set(word, (counts.get(word) ?? 0) + 1));
      const next = words[at + 1];
      if (next !== undefined) pairs.set(`${word} ${next}`, (pairs.get(`${word} ${next}`) ?? 0) + 1);
    });
  }
  const listed = [...ways].map(([folded, counts]) => [folded, [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostWays)] as const);
  return { ways: new Map(listed), pairs: tableOf(pairs) };
}

interface Path {
  readonly word: string;
  readonly score: number;
  readonly before: Path | undefined;
}

/** The likeliest marks for words typed without them (Viterbi over pairs); a word typed with marks, or unknown, stays as it is. */
export function restoreMarks(words: readonly string[], { ways, pairs }: MarksModel): readonly string[] {
  let paths: readonly Path[] = [];
  for (const typed of words) {
    const candidates = typed === fold(typed) ? (ways.get(typed) ?? [[typed, 1] as const]) : [[typed, 1] as const];
    const total = candidates.reduce((sum, [, count]) => sum + count, 0);
    paths = candidates.map(([word, count]) => bestInto(word, Math.log(count / total), { paths, pairs }));
  }
  const restored: string[] = [];
  for (let path = best(paths); path !== undefined; path = path.before) restored.push(path.word);
  return restored.reverse();
}

function bestInto(
  word: string,
  own: number,
  { paths, pairs }: { readonly paths: readonly Path[]; readonly pairs: MarksModel["pairs"] },
): Path {
  let chosen: Path = { word, score: own, before: undefined };
  let most = Number.NEGATIVE_INFINITY;
  for (const before of paths) {
    const score = before.score + own + Math.log((valueIn(pairs, `${before.word} ${word}`) ?? 0) + unseen);
    if (score > most) {
      most = score;
      chosen = { word, score, before };
    }
  }
  return chosen;
}

function best(paths: readonly Path[]): Path | undefined {
  return paths.reduce<Path | undefined>((most, path) => (most === undefined || path.score > most.score ? path : most), undefined);
}
