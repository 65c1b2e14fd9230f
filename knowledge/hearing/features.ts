import { fold, syllables } from "../words/normalise.ts";

/** How many places a feature may fall on. */
export const places = 1 << 16;

/**
 * What a message is made of, as places of a table: its syllables, pairs of neighbours and pairs around one word, with marks and
 * without, and the letters inside words, for what stayed misspelt. It is given as it was meant: short forms written out, slips mended,
 * marks restored. Two features that share a place are told apart by the others.
 */
export function featuresOf(meant: string): Int32Array {
  const words = syllables(meant);
  const folded = words.map(fold);
  const found = new Set<number>();
  addTerms("f", folded, found);
  addTerms("m", words, found);
  for (const word of folded) {
    const inside = `^${word}$`;
    for (const length of [3, 4, 5])
      for (let at = 0; at + length <= inside.length; at++) found.add(place(`c${inside.slice(at, at + length)}`));
  }
  found.add(place(`length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`));
  return Int32Array.from(found);
}

function addTerms(view: string, words: readonly string[], found: Set<number>): void {
  const framed = ["<", ...words, ">"];
  framed.forEach((word, at) => {
    found.add(place(`${view}1${word}`));
    const next = framed[at + 1];
    const afterNext = framed[at + 2];
    if (next !== undefined) found.add(place(`${view}2${word} ${next}`));
    if (afterNext !== undefined) found.add(place(`${view}3${word} ${afterNext}`));
  });
}

/** FNV-1a, folded to the table. */
function place(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (places - 1);
}
