import { type TermTable, tableOf, valueIn } from "./term-table.ts";

/** Term → the documents that have it, each with what it counts there. Plain data, so that it can be kept in a file. */
export interface InvertedIndex {
  /** Number of documents. */
  readonly size: number;
  readonly numbers: TermTable;
  /** Where the run of each term begins; one more than there are terms. */
  readonly starts: Int32Array;
  readonly documents: Uint16Array | Int32Array;
  /** Absent where every term counts 1. */
  readonly impacts: Float32Array | undefined;
}

export type Weights = ReadonlyMap<string, number>;

/** In how many documents each term stands, without saying in which. */
export type TermCounts = Pick<InvertedIndex, "size" | "numbers" | "starts">;

/** `documents` give each of their terms once, with its impact. */
export function invert(documents: readonly Iterable<readonly [string, number]>[]): InvertedIndex {
  const numbers = new Map<string, number>();
  const terms: number[] = [];
  const owners: number[] = [];
  const impacts: number[] = [];
  documents.forEach((document, owner) => {
    for (const [term, impact] of document) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
      }
      terms.push(number);
      owners.push(owner);
      impacts.push(impact);
    }
  });
  const { starts, order } = gather(terms, numbers.size);
  const ownerAt = (at: number) => owners[at] ?? 0;
  return {
    size: documents.length,
    numbers: tableOf(numbers),
    starts,
    documents: documents.length <= 0x10000 ? Uint16Array.from(order, ownerAt) : Int32Array.from(order, ownerAt),
    impacts: impacts.every((impact) => impact === 1) ? undefined : Float32Array.from(order, (at) => impacts[at] ?? 0),
  };
}

/** Where each term's run begins, and the positions of `terms` run by run. */
function gather(terms: readonly number[], count: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(terms.length);
  terms.forEach((term, at) => {
    const place = next[term] ?? 0;
    order[place] = at;
    next[term] = place + 1;
  });
  return { starts, order };
}

/** Every term once, at full impact. */
export function* present(terms: Iterable<string>): Generator<readonly [string, number]> {
  for (const term of terms) yield [term, 1];
}

/** In how many documents the term stands. */
export function documentsWith({ numbers, starts }: TermCounts, term: string): number {
  const number = valueIn(numbers, term);
  return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
}

/** Adds `weight` × impact for every document that has the term. */
export function addScores(
  { numbers, starts, documents, impacts }: InvertedIndex,
  [term, weight]: readonly [string, number],
  scores: Float64Array,
): void {
  const number = valueIn(numbers, term);
  if (number === undefined) return;
  const end = starts[number + 1] ?? 0;
  for (let at = starts[number] ?? 0; at < end; at++) {
    const document = documents[at] ?? 0;
    scores[document] = (scores[document] ?? 0) + weight * (impacts === undefined ? 1 : (impacts[at] ?? 0));
  }
}

/** For each document the sum of its impacts for the terms, each times its weight. */
export function scoresOf(index: InvertedIndex, terms: Iterable<readonly [string, number]>): Float64Array {
  const scores = new Float64Array(index.size);
  for (const term of terms) addScores(index, term, scores);
  return scores;
}

/** How much of the terms' weight stands in each document. */
export function shareOf(index: InvertedIndex, terms: Weights): Float64Array {
  const mass = [...terms.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  return scoresOf(index, terms).map((score) => score / mass);
}
