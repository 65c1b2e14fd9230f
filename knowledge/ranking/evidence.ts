import type { Ranked } from "../search-by-words.ts";
import { type Known, type ReadQuestion, type Token, telling, tokens } from "../words/read-question.ts";
import type { ReadText } from "../words/read-text.ts";
import { type AskingIndex, indexAskings, type Nearness, openNearness } from "./closest-askings.ts";
import type { EntryWords } from "./entry-words.ts";
import { type InvertedIndex, invert, present, scoresOf, shareOf, type Weights } from "./inverted-index.ts";
import { type TermTable, tableOf, valueIn } from "./term-table.ts";

/** What speaks for an entry being what is asked for; each from 0 to 1. */
export const evidenceNames = [
  /** BM25 of the whole entry, of the best there can be for this question. */
  "words",
  /** The same, of the best entry found. */
  "lead",
  /** Mean cosine with the three ways of asking that are most like the question. */
  "likeness",
  /** How much of the one most like it the question says. */
  "askingSaid",
  /** How much of the question stands anywhere in the entry. */
  "coverage",
  /** How much of the entry's own question is said. */
  "titleSaid",
  /** How many of the question's pairs of neighbours stand in the entry. */
  "pairs",
  /** How much of the ranking's weight is on this entry's topic. */
  "topic",
] as const;

export interface EvidenceOn {
  readonly item: number;
  /** In the order of `evidenceNames`. */
  readonly evidence: readonly number[];
}

/** What the evidence is read from. Plain data. */
export interface EvidenceIndex {
  readonly topics: readonly string[];
  /** How telling each term of the entries is. */
  readonly telling: TermTable;
  readonly askings: AskingIndex;
  /** The terms of the entries' own questions, by their share of it. */
  readonly titles: InvertedIndex;
  readonly anywhere: InvertedIndex;
}

/** `counted`: how telling a term is, is taken from there where it is known. */
export function indexEvidence(
  entries: readonly EntryWords[],
  known: Pick<Known, "vocabulary" | "foldedFillers" | "concepts">,
  counted?: EvidenceIndex,
): EvidenceIndex {
  const fillersOf = new Map<string, Token>();
  const read = (text: ReadText): ReadonlySet<string> => {
    const list = tokens(text, known);
    for (const token of list) if (!fillersOf.has(token.folded)) fillersOf.set(token.folded, token);
    return new Set(list.map(({ folded }) => folded));
  };
  const askings = entries.map((entry) => entry.askings.map(read));
  const others = entries.map(({ short, next, sections }) => [short, next, sections].map(read));
  const index = invert(askings.flat().map(present));
  const among = { askings: counted?.askings.counts ?? index };
  const countedFor = (term: string) => counted && valueIn(counted.telling, term);
  const weights = new Map([...fillersOf].map(([term, token]) => [term, countedFor(term) ?? telling(token, among)]));
  return {
    topics: entries.map(({ topic }) => topic),
    telling: tableOf(weights),
    askings: indexAskings(askings, { index, telling: weights }),
    titles: invert(askings.map(([title = new Set<string>()]) => sharesOf(title, weights))),
    anywhere: invert(askings.map((sets, item) => present(new Set([...sets, ...(others[item] ?? [])].flatMap((terms) => [...terms]))))),
  };
}

function sharesOf(terms: ReadonlySet<string>, weights: Weights): readonly (readonly [string, number])[] {
  const weighed = [...terms].map((term) => [term, weights.get(term) ?? 0] as const);
  const mass = weighed.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  return weighed.map(([term, weight]) => [term, weight / mass]);
}

/** Weighs candidates against a question, given the highest score they could have. Entries of a later index count on from the earlier. */
export function weighEvidence(
  { terms, words, pairs }: ReadQuestion,
  { candidates, highest }: { readonly candidates: readonly Ranked[]; readonly highest: number },
  indexes: readonly EvidenceIndex[],
): readonly EvidenceOn[] {
  const byIndex = indexes.map((index) => {
    return [shareOf(index.anywhere, words), scoresOf(index.titles, present(terms.keys())), shareOf(index.anywhere, pairs)] as const;
  });
  const byEntry = ([0, 1, 2] as const).map((kind) => oneAfterAnother(byIndex.map((scores) => scores[kind])));
  const nearnessOf = oneOfMany(
    indexes.map((index) => ({ size: index.topics.length, of: openNearness(terms, index.askings, index.telling) })),
  );
  const topicOf = indexes.flatMap(({ topics }) => topics);
  const first = candidates[0]?.score ?? 1;
  const topics = massByTopic(candidates, topicOf);
  return candidates.map(({ item, score }) => {
    const { likeness, said } = nearnessOf(item);
    const others = byEntry.map((scores) => scores[item] ?? 0);
    return {
      item,
      evidence: [score / (highest || 1), score / first, likeness, said, ...others, topics.get(topicOf[item] ?? "") ?? 0],
    };
  });
}

/** What several indexes tell of their entries, as if they were one. */
function oneOfMany(indexes: readonly { readonly size: number; readonly of: (entry: number) => Nearness }[]): (item: number) => Nearness {
  return (item) => {
    let place = item;
    for (const { size, of } of indexes) {
      if (place < size) return of(place);
      place -= size;
    }
    return { likeness: 0, said: 0 };
  };
}

/** Scores of several indexes, as if of one. */
export function oneAfterAnother(scores: readonly Float64Array[]): Float64Array {
  const [only] = scores;
  if (only !== undefined && scores.length === 1) return only;
  const all = new Float64Array(scores.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of scores) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

/** How the candidates' scores, sharpened, spread over the topics. */
function massByTopic(candidates: readonly Ranked[], topicOf: readonly string[]): Weights {
  const first = candidates[0]?.score ?? 1;
  const mass = new Map<string, number>();
  let total = 0;
  for (const { item, score } of candidates) {
    const sharpened = (score / first) ** 4;
    const topic = topicOf[item] ?? "";
    total += sharpened;
    mass.set(topic, (mass.get(topic) ?? 0) + sharpened);
  }
  return new Map([...mass].map(([topic, amount]) => [topic, amount / total]));
}
