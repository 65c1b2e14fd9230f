import { addScores, documentsWith, type InvertedIndex, invert, type TermCounts, type Weights } from "./ranking/inverted-index.ts";
import { fold, hasMarks, syllables } from "./words/normalise.ts";
import type { ReadText } from "./words/read-text.ts";

/** A text to be found, as words, in parts that weigh differently: a title counts for more than its body. */
export interface Findable {
  readonly fields: readonly { readonly text: ReadText; readonly weight: number }[];
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

/** Texts in two views: with marks as written, and folded. Plain data. */
export interface WordIndex {
  readonly marked: InvertedIndex;
  readonly folded: InvertedIndex;
  /** Of a text with its marks, and folded: longer ones count for less. */
  readonly meanLengths: readonly [marked: number, folded: number];
}

/**
 * BM25 over syllables and pairs of syllables, in both views; parameters as measured in the benchmark. `more` gives a text further
 * terms, which are found as folded ones. `counted`: how rare a term is and how long a text usually is, is taken from there.
 */
export function indexWords(
  texts: readonly Findable[],
  more: (text: ReadText) => readonly string[] = () => [],
  counted?: WordIndex,
): WordIndex {
  const [markedLength, foldedLength] = counted?.meanLengths ?? [];
  const marked = indexView(texts, ({ words }) => terms(words), counted && { view: counted.marked, meanLength: markedLength ?? 1 });
  const folded = indexView(
    texts,
    (text) => [...terms(text.folded), ...more(text)],
    counted && { view: counted.folded, meanLength: foldedLength ?? 1 },
  );
  return { marked: marked.view, folded: folded.view, meanLengths: [marked.meanLength, folded.meanLength] };
}

/** One score for each text: 0 where it shares no term with the question. */
export function scoreWords({ marked, folded }: WordIndex, query: WordQuery): Float64Array {
  const scores = new Float64Array(folded.size);
  for (const { term, weight } of query.marked) addScores(marked, [term, weight], scores);
  for (const { term, weight } of query.folded) addScores(folded, [term, weight], scores);
  return scores;
}

/** The score of a text that would have every term of the question as often as one can be said to matter. */
export function highestScore({ marked, folded }: WordIndex, query: WordQuery): number {
  const mass = (view: InvertedIndex, asked: readonly WeightedTerm[]) =>
    asked.reduce((sum, { term, weight }) => sum + weight * rarity(view, term), 0);
  return (saturation + 1) * (mass(marked, query.marked) + mass(folded, query.folded));
}

/** How telling a term is: near 0 for one that stands everywhere, greatest for one that stands nowhere. */
export function rarity(view: TermCounts, term: string): number {
  return rarityOf(documentsWith(view, term), view.size);
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

const saturation = 1.2;
const lengthPenalty = 0.75;

interface View {
  readonly view: InvertedIndex;
  readonly meanLength: number;
}

function indexView(texts: readonly Findable[], termsOf: (text: ReadText) => readonly string[], counted?: View): View {
  const counts = texts.map((text) => countTerms(text, termsOf));
  const meanLength = counted?.meanLength ?? (counts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counts.length) || 1);
  const rarities = counted ? undefined : raritiesOf(counts.map(({ frequencies }) => frequencies));
  const rarityHere = (term: string) => (counted ? rarity(counted.view, term) : (rarities?.get(term) ?? 0));
  const view = invert(
    counts.map(({ frequencies, length }) => {
      const penalty = saturation * (1 - lengthPenalty + (lengthPenalty * length) / meanLength);
      const impact = (term: string, frequency: number) => ((frequency * (saturation + 1)) / (frequency + penalty)) * rarityHere(term);
      return [...frequencies].map(([term, frequency]) => [term, impact(term, frequency)] as const);
    }),
  );
  return { view, meanLength };
}

function raritiesOf(texts: readonly Weights[]): Weights {
  const found = new Map<string, number>();
  for (const text of texts) for (const term of text.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  return new Map([...found].map(([term, among]) => [term, rarityOf(among, texts.length)]));
}

/** The same, of a term that stands in `among` of so many texts. */
export function rarityOf(among: number, texts: number): number {
  return Math.log(1 + (texts - among + 0.5) / (among + 0.5));
}

function countTerms(text: Findable, termsOf: (text: ReadText) => readonly string[]) {
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
