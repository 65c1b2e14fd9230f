import type { Ear } from "./ear.ts";
import { pairNumber } from "./postings/pair-table.ts";
import { lineEnd } from "./postings/word-numbers.ts";

/** How much of the words of the line at `from`, each time they stand there, the question says. */
export function shareSaid(ear: Ear, from: number): number {
  let said = 0;
  let all = 0;
  for (let at = from, word = wordAt(ear, at); word !== lineEnd; word = wordAt(ear, ++at)) {
    const rarity = ear.index.byWord.rarities[word] ?? 0;
    all += rarity;
    if (ear.slotOf[word] !== 0) said += rarity;
  }
  return all === 0 ? 0 : said / all;
}

/** How much of the title's words, each once, and of its pairs the question says. */
export function hearTitle(ear: Ear, from: number): { readonly words: number; readonly pairs: number } {
  const { asked, index } = ear;
  const words = { said: 0, all: 0 };
  const pairs = { said: 0, all: 0 };
  const heard = new Set<number>();
  let before = { word: -1, slot: -1 };
  for (let at = from, word = wordAt(ear, at); word !== lineEnd; word = wordAt(ear, ++at)) {
    const slot = (ear.slotOf[word] ?? 0) - 1;
    const rarity = index.byWord.rarities[word] ?? 0;
    if (!heard.has(word)) {
      heard.add(word);
      words.all += rarity;
      if (slot >= 0) words.said += rarity;
    }
    if (before.word >= 0) {
      const pairRarity = index.byPair.rarities[pairNumber(index.pairs, before.word, word)] ?? 0;
      pairs.all += pairRarity;
      if (slot >= 0 && before.slot >= 0 && asked.pairAt[before.slot * asked.words.length + slot] !== -1) pairs.said += pairRarity;
    }
    before = { word, slot };
  }
  return { words: words.said / (words.all || 1), pairs: pairs.said / (pairs.all || 1) };
}

const longestName = 14;

/**
 * How much of the question stands at the beginning of the line before "là", less half of what is said there beside it:
 * "1. Tàng vật là …" defines what "tàng vật" is.
 */
export function hearDefinition(ear: Ear, from: number): number {
  const { byWord, words } = ear.index;
  const is = words.get("la") ?? -1;
  let name = 0;
  for (let place = 0; place <= longestName; place++) {
    const word = wordAt(ear, from + place);
    if (word === lineEnd) return 0;
    if (word === is && place > 0) return Math.max(0, name);
    const slot = (ear.slotOf[word] ?? 0) - 1;
    if (slot >= 0) name += ear.asked.words[slot]?.weight ?? 0;
    // The first word may be the number of the clause.
    else if (place > 0) name -= (byWord.rarities[word] ?? 0) / 2;
  }
  return 0;
}

function wordAt({ index }: Ear, at: number): number {
  return index.sequence[at] ?? lineEnd;
}
