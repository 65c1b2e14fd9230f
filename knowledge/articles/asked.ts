import { rarityOf } from "../search-by-words.ts";
import { fold, normalise, syllables } from "../words/normalise.ts";
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
  readonly pairs: readonly AskedTerm[];
  /** `first slot × words + second slot` → position in `pairs`, −1 for no pair of neighbours. */
  readonly pairAt: Int32Array;
  /** The number of the article that is named, if one is. */
  readonly article: string | undefined;
}

const unknownNumberShare = 0.1;

export function readAsked(question: string, index: ArticleIndex): Asked {
  const text = fold(normalise(question));
  const folded = syllables(text);
  const distinct = [...new Set(folded)];
  const slots = folded.map((word) => distinct.indexOf(word));
  const words = distinct.map((word) => askedWord(word, index));
  const neighbours = joinSlots(slots);
  return {
    slots,
    words,
    pairs: neighbours.pairs.map(([first, second]) => askedPair([distinct[first] ?? "", distinct[second] ?? ""], index)),
    pairAt: neighbours.at,
    article: /\bdieu (\d+[a-z]?)\b/.exec(text)?.[1],
  };
}

function askedWord(word: string, { words, byWord, size }: ArticleIndex): AskedTerm {
  const number = words.get(word) ?? -1;
  const strange = number === -1 && /^\p{N}/u.test(word);
  return { number, weight: (strange ? unknownNumberShare : 1) * tellingOf(word) * rarityIn(byWord, number, size) };
}

function askedPair([first, second]: readonly [string, string], { words, pairs, byPair, size }: ArticleIndex): AskedTerm {
  const numbers = [words.get(first) ?? -1, words.get(second) ?? -1] as const;
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
