import { fold, hasMarks, syllables } from "./words/normalise.ts";

/** A text to be found, in parts that weigh differently: a title counts for more than its body. */
export interface Findable {
  readonly fields: readonly { readonly text: string; readonly weight: number }[];
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
  /** Best first; only texts that share a term with the question. */
  rank(query: WordQuery, limit: number): readonly Ranked[];
  /** How telling a folded term is: near 0 for one that stands everywhere, greatest for one that stands nowhere. */
  rarity(term: string): number;
  /** Whether any text has this folded term. */
  knows(term: string): boolean;
}

/** BM25 over syllables and pairs of syllables, in both views; parameters as measured in the benchmark. */
export function indexWords(texts: readonly Findable[]): WordIndex {
  const marked = buildView(texts, (text) => terms(syllables(text)));
  const folded = buildView(texts, (text) => terms(syllables(fold(text))));
  return {
    rarity: folded.rarity,
    knows: (term) => folded.postings.has(term),
    rank(query, limit) {
      const scores = new Map<number, number>();
      addScores(marked, query.marked, scores);
      addScores(folded, query.folded, scores);
      return [...scores]
        .map(([item, score]) => ({ item, score }))
        .sort((a, b) => b.score - a.score || a.item - b.item)
        .slice(0, limit);
    },
  };
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
  readonly postings: ReadonlyMap<string, { readonly items: readonly number[]; readonly impacts: readonly number[] }>;
  rarity(term: string): number;
}

const saturation = 1.2;
const lengthPenalty = 0.75;

function buildView(texts: readonly Findable[], termsOf: (text: string) => readonly string[]): View {
  const counts = texts.map((text) => countTerms(text, termsOf));
  const meanLength = counts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counts.length) || 1;
  const postings = new Map<string, { items: number[]; impacts: number[] }>();
  counts.forEach(({ frequencies, length }, item) => {
    const penalty = saturation * (1 - lengthPenalty + (lengthPenalty * length) / meanLength);
    for (const [term, frequency] of frequencies) {
      const posting = postings.get(term) ?? { items: [], impacts: [] };
      posting.items.push(item);
      posting.impacts.push((frequency * (saturation + 1)) / (frequency + penalty));
      postings.set(term, posting);
    }
  });
  const rarityOf = (found: number) => Math.log(1 + (texts.length - found + 0.5) / (found + 0.5));
  for (const posting of postings.values()) {
    const rarity = rarityOf(posting.items.length);
    posting.impacts = posting.impacts.map((impact) => impact * rarity);
  }
  return { postings, rarity: (term) => rarityOf(postings.get(term)?.items.length ?? 0) };
}

function countTerms(text: Findable, termsOf: (text: string) => readonly string[]) {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const field of text.fields) {
    for (const term of termsOf(field.text)) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + field.weight);
      length += field.weight;
    }
  }
  return { frequencies, length };
}

function addScores(view: View, asked: readonly WeightedTerm[], scores: Map<number, number>): void {
  for (const { term, weight } of asked) {
    const posting = view.postings.get(term);
    if (posting === undefined) continue;
    posting.items.forEach((item, position) => {
      scores.set(item, (scores.get(item) ?? 0) + weight * (posting.impacts[position] ?? 0));
    });
  }
}
