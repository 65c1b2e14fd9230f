import { type InvertedIndex, invert } from "./ranking/inverted-index.ts";
import { fold, hasMarks, syllables } from "./words/normalise.ts";

/** A text to be found, as words, in parts that weigh differently: a title counts for more than its body. */
export interface Findable {
  readonly fields: readonly { readonly words: readonly string[]; readonly weight: number }[];
}

/** One word or pair of a question, and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What is asked, as two views: with marks as written, and folded. `marked` is empty for a question typed without marks. */
export interface WordQuery {
  readonly marked: readonly WeightedTerm[];
  readonly folded: readonly WeightedTerm[];
}

export interface Ranked {
  /** Position in the list the index was made from. */
  readonly item: number;
  readonly score: number;
}

export interface WordIndex {
  /** One score for each text: 0 where it shares no term with the question. */
  scores(query: WordQuery): Float64Array;
  /** The score of a text that would have every term of the question as often as one can be said to matter. */
  highest(query: WordQuery): number;
  /** Best first; only texts that share a term with the question. */
  rank(query: WordQuery, limit: number): readonly Ranked[];
  /** How telling a folded term is: near 0 for one that stands everywhere, greatest for one that stands nowhere. */
  rarity(term: string): number;
  /** Whether any text has this folded term. */
  knows(term: string): boolean;
}

/**
 * BM25 over syllables and pairs of syllables, in both views; parameters as measured in the benchmark. `more` gives a text further
 * terms, which are found as folded ones.
 */
export function indexWords(texts: readonly Findable[], more: (words: readonly string[]) => readonly string[] = () => []): WordIndex {
  const marked = buildView(texts, terms);
  const folded = buildView(texts, (words) => [...terms(words.map(fold)), ...more(words)]);
  const scores = (query: WordQuery) => {
    const all = new Float64Array(texts.length);
    for (const { term, weight } of query.marked) marked.index.addScores(term, weight, all);
    for (const { term, weight } of query.folded) folded.index.addScores(term, weight, all);
    return all;
  };
  return {
    scores,
    highest: (query) => (saturation + 1) * (massOf(query.marked, marked.rarity) + massOf(query.folded, folded.rarity)),
    rank: (query, limit) => best(scores(query), limit),
    rarity: folded.rarity,
    knows: (term) => folded.index.documentsWith(term) > 0,
  };
}

/** The highest scores above 0, best first. */
export function best(scores: Float64Array, limit: number): readonly Ranked[] {
  const found: Ranked[] = [];
  scores.forEach((score, item) => {
    if (score > 0) found.push({ item, score });
  });
  return found.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, limit);
}

/** Both views of a question, every term at full weight. */
export function plainQuery(question: string): WordQuery {
  const weigh = (words: readonly string[]) => terms(words).map((term) => ({ term, weight: 1 }));
  return { marked: hasMarks(question) ? weigh(syllables(question)) : [], folded: weigh(syllables(fold(question))) };
}

/** Syllables and pairs of neighbours. */
export function terms(words: readonly string[]): readonly string[] {
  return [...words, ...words.slice(1).map((word, position) => `${words[position] ?? ""} ${word}`)];
}

interface View {
  readonly index: InvertedIndex;
  rarity(term: string): number;
}

const saturation = 1.2;
const lengthPenalty = 0.75;

function buildView(texts: readonly Findable[], termsOf: (words: readonly string[]) => readonly string[]): View {
  const counts = texts.map((text) => countTerms(text, termsOf));
  const meanLength = counts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counts.length) || 1;
  const found = new Map<string, number>();
  for (const { frequencies } of counts) for (const term of frequencies.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  const rarity = (term: string) => {
    const among = found.get(term) ?? 0;
    return Math.log(1 + (texts.length - among + 0.5) / (among + 0.5));
  };
  const index = invert(
    counts.map(({ frequencies, length }) => {
      const penalty = saturation * (1 - lengthPenalty + (lengthPenalty * length) / meanLength);
      const impacts = new Map<string, number>();
      for (const [term, frequency] of frequencies)
        impacts.set(term, ((frequency * (saturation + 1)) / (frequency + penalty)) * rarity(term));
      return impacts;
    }),
  );
  return { index, rarity };
}

function massOf(query: readonly WeightedTerm[], rarity: (term: string) => number): number {
  return query.reduce((sum, { term, weight }) => sum + weight * rarity(term), 0);
}

function countTerms(text: Findable, termsOf: (words: readonly string[]) => readonly string[]) {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const field of text.fields) {
    for (const term of termsOf(field.words)) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + field.weight);
      length += field.weight;
    }
  }
  return { frequencies, length };
}
