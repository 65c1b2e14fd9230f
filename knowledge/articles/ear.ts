import type { ArticleIndex } from "./article-index.ts";
import type { Asked } from "./asked.ts";
import { lineEnd } from "./postings/word-numbers.ts";

/** What of a question has been heard in some part of an article: each word and pair once. */
export interface Tally {
  readonly slots: Int32Array;
  readonly pairs: Int32Array;
  /** What is heard there counts nothing here. */
  readonly besides: Tally | undefined;
  round: number;
  words: number;
  neighbours: number;
}

/** Listens for one question in one article after the other. */
export interface Ear {
  readonly index: ArticleIndex;
  readonly asked: Asked;
  /** Number of a word → its slot + 1, 0 where it is not asked. */
  readonly slotOf: Int32Array;
  /** Places of each slot in the question, last first. */
  readonly places: readonly (readonly number[])[];
  /** For each place of the question, where its word was last heard and the weight of the run that ended there. */
  readonly heardAt: Int32Array;
  readonly runs: Float64Array;
  longestRun: number;
}

export function openEar(index: ArticleIndex, asked: Asked): Ear {
  const slotOf = new Int32Array(index.byWord.rarities.length);
  asked.words.forEach(({ number }, slot) => {
    if (number >= 0) slotOf[number] = slot + 1;
  });
  const places = asked.words.map((_, slot) => asked.slots.flatMap((each, place) => (each === slot ? [place] : [])).reverse());
  const heardAt = new Int32Array(asked.slots.length).fill(-2);
  const runs = new Float64Array(asked.slots.length);
  return { index, asked, slotOf, places, heardAt, runs, longestRun: 0 };
}

export function openTally({ words, pairs }: Asked, besides?: Tally): Tally {
  return { slots: new Int32Array(words.length), pairs: new Int32Array(pairs.length), besides, round: 0, words: 0, neighbours: 0 };
}

export function clear(tally: Tally): void {
  tally.round++;
  tally.words = 0;
  tally.neighbours = 0;
}

/** Hears the words from `from` up to the end of the line, for the given tallies; says where the line ends. */
export function hearLine(ear: Ear, from: number, tallies: readonly Tally[]): number {
  const { slotOf, index } = ear;
  const { sequence } = index;
  let before = -1;
  for (let at = from; ; at++) {
    const word = sequence[at] ?? lineEnd;
    if (word === lineEnd) return at;
    const slot = (slotOf[word] ?? 0) - 1;
    if (slot >= 0) hear(ear, { at, slot, before }, tallies);
    before = slot;
  }
}

/** A word of the question, and which of its words stands before it. */
interface Heard {
  readonly at: number;
  readonly slot: number;
  readonly before: number;
}

function hear(ear: Ear, { at, slot, before }: Heard, tallies: readonly Tally[]): void {
  const { asked } = ear;
  const width = asked.words.length;
  const weight = asked.words[slot]?.weight ?? 0;
  const pair = before < 0 ? -1 : (asked.pairAt[before * width + slot] ?? -1);
  const pairWeight = pair < 0 ? 0 : (asked.pairs[pair]?.weight ?? 0);
  for (const tally of tallies) {
    countWord(tally, slot, weight);
    if (pair >= 0) countPair(tally, pair, pairWeight);
  }
  extendRun(ear, at, slot);
}

/** The longest piece of the question that stands there word for word. */
function extendRun(ear: Ear, at: number, slot: number): void {
  const { asked, places, heardAt, runs } = ear;
  for (const place of places[slot] ?? []) {
    const run = (heardAt[place - 1] === at - 1 ? (runs[place - 1] ?? 0) : 0) + (asked.words[slot]?.weight ?? 0);
    heardAt[place] = at;
    runs[place] = run;
    if (run > ear.longestRun) ear.longestRun = run;
  }
}

function countWord(tally: Tally, slot: number, weight: number): void {
  if (tally.slots[slot] === tally.round || (tally.besides !== undefined && tally.besides.slots[slot] === tally.besides.round)) return;
  tally.slots[slot] = tally.round;
  tally.words += weight;
}

function countPair(tally: Tally, pair: number, weight: number): void {
  if (tally.pairs[pair] === tally.round || (tally.besides !== undefined && tally.besides.pairs[pair] === tally.besides.round)) return;
  tally.pairs[pair] = tally.round;
  tally.neighbours += weight;
}
