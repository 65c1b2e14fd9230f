import { fold } from "./normalise.ts";
import type { Spelling } from "./spelling.ts";

/** How often a word, or a pair of neighbours, stands in our own texts; folded. */
export type Frequency = (term: string) => number;

/**
 * Words as they were meant: letters held down let go, left-overs of typing without a Vietnamese keyboard read, runs taken apart,
 * slips mended by the neighbour they fit best. A word that is known, or that nothing fits, stays as it is.
 */
export function mend(words: readonly string[], spelling: Spelling, frequency: Frequency): readonly string[] {
  const mended: string[] = [];
  words.forEach((written, at) => {
    const word = written.replace(/(\p{L})\1{2,}/gu, "$1");
    const folded = fold(word);
    if (spelling.knows(folded)) mended.push(word);
    else {
      const typed = withoutTelex(folded);
      const parts = spelling.knows(typed) ? [typed] : spelling.split(folded);
      if (parts !== undefined) mended.push(...parts);
      else
        mended.push(
          fitting(spelling.near(folded), { before: fold(mended.at(-1) ?? ""), after: fold(words[at + 1] ?? "") }, frequency) ?? word,
        );
    }
  });
  return mended;
}

/** "vayj" and "voons" as a keyboard without Vietnamese leaves them: the tone letter at the end, doubled letters, w. */
export function withoutTelex(word: string): string {
  return word
    .replace(/[sfrxj]$/, "")
    .replace(/([aeod])\1/g, "$1")
    .replace(/w/g, "");
}

/** The candidate that our own texts have most beside one of its neighbours, then the most frequent. */
function fitting(
  candidates: readonly string[],
  { before, after }: { readonly before: string; readonly after: string },
  frequency: Frequency,
): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const candidate of candidates) {
    const beside = frequency(`${before} ${candidate}`) + frequency(`${candidate} ${after}`);
    const score = 1000 * beside + frequency(candidate);
    if (score > most) {
      most = score;
      best = candidate;
    }
  }
  return best;
}
