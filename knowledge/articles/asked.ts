import { rarityOf } from "../search-by-words.ts";
import { fold, hasMarks, normalise, syllables } from "../words/normalise.ts";
import type { ArticleIndex } from "./article-index.ts";
import { pairNumber } from "./postings/pair-table.ts";
import type { Postings } from "./postings/postings.ts";
import { tellingOf } from "./telling.ts";

/** A term of a question: its number in the index, −1 where no article has it, and how much it counts. */
export interface AskedTerm {
  readonly number: number;
  readonly weight: number;
}

/** A question as numbers. Each different folded word has a slot; `slots` are those of the words in order. */
export interface Asked {
  readonly slots: readonly number[];
  readonly words: readonly AskedTerm[];
  /** Number of the word with its marks: `anyMarks` throughout a question typed without marks, `unknown` for one no article has. */
  readonly marked: readonly number[];
  readonly pairs: readonly AskedTerm[];
  /** `first slot × words + second slot` → position in `pairs`, −1 for no pair of neighbours. */
  readonly pairAt: Int32Array;
  /** The number of the article that is named, if one is. */
  readonly article: string | undefined;
}

export const anyMarks = -1;
const unknown = -2;
const unknownNumberShare = 0.1;

export function readAsked(question: string, index: ArticleIndex): Asked {
  const text = normalise(question);
  const written = syllables(text);
  const folded = written.map(fold);
  const distinct = [...new Set(folded)];
  const slots = folded.map((word) => distinct.indexOf(word));
  const words = distinct.map((word) => askedWord(word, index));
  const marks = hasMarks(text);
  const marked = distinct.map((_, slot) => (marks ? (index.words.marked.get(written[slots.indexOf(slot)] ?? "") ?? unknown) : anyMarks));
  const neighbours = joinSlots(slots);
  return {
    slots,
    words,
    marked,
    pairs: neighbours.pairs.map(([first, second]) => askedPair([distinct[first] ?? "", distinct[second] ?? ""], index)),
    pairAt: neighbours.at,
    article: /(?:điều|dieu)\s+(\d+\p{L}?)(?!\p{L})/iu.exec(text)?.[1]?.toLowerCase(),
  };
}

function askedWord(word: string, { words, byWord, size }: ArticleIndex): AskedTerm {
  const number = words.folded.get(word) ?? -1;
  const strange = number === -1 && /^\p{N}/u.test(word);
  return { number, weight: (strange ? unknownNumberShare : 1) * tellingOf(word) * rarityIn(byWord, number, size) };
}

function askedPair([first, second]: readonly [string, string], { words, pairs, byPair, size }: ArticleIndex): AskedTerm {
  const numbers = [words.folded.get(first) ?? -1, words.folded.get(second) ?? -1] as const;
  const number = numbers.includes(-1) ? -1 : pairNumber(pairs, ...numbers);
  return { number, weight: tellingOf(`${first} ${second}`) * rarityIn(byPair, number, size) };
}

function rarityIn({ rarities }: Postings, number: number, texts: number): number {
  return rarities[number] ?? rarityOf(0, texts);
}

/** Every different pair of neighbours. */
function joinSlots(slots: readonly number[]) {
  const width = new Set(slots).size;
  const at = new Int32Array(width * width).fill(-1);
  const pairs: (readonly [number, number])[] = [];
  slots.slice(1).forEach((second, position) => {
    const first = slots[position] ?? 0;
    if (first !== second && at[first * width + second] === -1) at[first * width + second] = pairs.push([first, second]) - 1;
  });
  return { pairs, at };
}
