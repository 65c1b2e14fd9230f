import type { Entry } from "./passage.ts";
import { fold, normalise, syllables } from "./words/normalise.ts";
import { type Known, type ReadQuestion, telling, tokens } from "./words/read-question.ts";

/** An entry's words, ready to be held against a question. */
export interface Profile {
  readonly words: ReadonlySet<string>;
  readonly askings: readonly Vector[];
}

interface Vector {
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** All words of an entry, with their marks. */
export function wordsOf(entry: Entry): readonly string[] {
  return [entry.question, ...entry.asked, entry.short, entry.next, ...Object.values(entry.sections)].flatMap(words);
}

export function profileOf(entry: Entry, known: Known): Profile {
  const askings = [entry.question, ...entry.asked].map((asking) => tokens(words(asking), known));
  return {
    words: new Set(wordsOf(entry).map(fold)),
    askings: askings.map((list) => vector(new Map(list.map((token) => [token.folded, telling(token, known)])))),
  };
}

/** Cosine between the question and the one way to ask that is most like it. */
export function likenessOf(profile: Profile, asked: ReadQuestion): number {
  const question = vector(asked.terms);
  return Math.max(0, ...profile.askings.map((asking) => cosine(question, asking)));
}

/** How much of what the question says stands anywhere in the entry. */
export function coverageOf(profile: Profile, asked: ReadQuestion): number {
  let said = 0;
  let found = 0;
  for (const [word, weight] of asked.words) {
    said += weight;
    if (profile.words.has(word)) found += weight;
  }
  return said === 0 ? 0 : found / said;
}

function words(text: string): readonly string[] {
  return syllables(normalise(text));
}

function vector(weighted: ReadonlyMap<string, number>): Vector {
  return { terms: weighted, length: Math.hypot(...weighted.values()) };
}

function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0;
  let product = 0;
  for (const [term, weight] of a.terms) product += weight * (b.terms.get(term) ?? 0);
  return product / (a.length * b.length);
}
