import type { Entry, Passage } from "../passage.ts";

/** An entry, and how alike the question and its likest asking are. */
export interface Near {
  readonly entry: Entry;
  readonly likeness: number;
}

interface Scale {
  readonly same: number;
  readonly different: number;
}

/** Meaning has no more say than this: alone it makes the bot ask back, never answer. */
export const mostSay = 0.25;
const sharpness = 8;
const mostNear = 20;

/**
 * One ranking of two: each entry's probability by words, mixed with its share by meaning. Meaning has the more say the nearer the
 * question is to the nearest asking, measured by how near askings of one entry usually are to one another.
 */
export function mergeRankings(passages: readonly Passage[], near: readonly Near[], { same, different }: Scale): readonly Passage[] {
  const nearest = [...near].sort((a, b) => b.likeness - a.likeness).slice(0, mostNear);
  const top = nearest[0]?.likeness ?? different;
  const say = mostSay * Math.min(1, Math.max(0, (top - different) / (same - different)));
  if (!(say > 0)) return passages;
  const weights = nearest.map(({ likeness }) => Math.exp((sharpness * (likeness - top)) / (same - different)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Map(nearest.map(({ entry }, position) => [entry, (weights[position] ?? 0) / total]));
  const byWords = new Set(passages.map(({ entry }) => entry));
  const more = nearest.filter(({ entry }) => !byWords.has(entry)).map(({ entry }): Passage => ({ entry, probability: 0, evidence: [] }));
  return [...passages, ...more]
    .map((passage) => ({ ...passage, probability: (1 - say) * passage.probability + say * (shares.get(passage.entry) ?? 0) }))
    .sort((a, b) => b.probability - a.probability);
}
