import { fold, normalise, syllables } from "../../words/normalise.ts";

/** Ends a line among the numbers of words. */
export const lineEnd = 0;

export interface WordNumbering {
  /** Folded word → its number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the words of a text, folded. */
  read(text: string): readonly number[];
}

/** Gives every different folded word a number, and folds every way it is written only once. */
export function openNumbering(): WordNumbering {
  const written = new Map<string, number>();
  const numbers = new Map([["\n", lineEnd]]);
  const numberOf = (word: string): number => {
    const known = written.get(word);
    if (known !== undefined) return known;
    const folded = fold(syllables(normalise(word)).join("") || word);
    const number = numbers.get(folded) ?? numbers.size;
    numbers.set(folded, number);
    written.set(word, number);
    return number;
  };
  return { numbers, read: (text) => (text.match(/\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? []).map(numberOf) };
}
