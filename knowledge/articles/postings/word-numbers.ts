import { fold, normalise, syllables } from "../../words/normalise.ts";

/** Words as numbers: with marks as written, and folded. 0 ends a line. Plain data. */
export interface WordNumbers {
  readonly marked: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, number>;
  /** Number of a marked word → number of the folded one. */
  readonly foldedOf: Int32Array;
}

export const lineEnd = 0;

export interface WordNumbering {
  /** Numbers of the words of a text, as written. */
  read(text: string): readonly number[];
  foldedOf(marked: number): number;
  finish(): WordNumbers;
}

/** Gives every different word a number, and normalises it only once. */
export function openNumbering(): WordNumbering {
  const written = new Map<string, number>();
  const marked = new Map([["\n", lineEnd]]);
  const folded = new Map([["\n", lineEnd]]);
  const foldedOf: number[] = [lineEnd];
  const numberOf = (word: string): number => {
    const known = written.get(word) ?? numberIn(marked, syllables(normalise(word)).join("") || word);
    written.set(word, known);
    if (known === foldedOf.length) foldedOf.push(numberIn(folded, fold(syllables(normalise(word)).join("") || word)));
    return known;
  };
  return {
    read: (text) => (text.match(/\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? []).map(numberOf),
    foldedOf: (number) => foldedOf[number] ?? lineEnd,
    finish: () => ({ marked, folded, foldedOf: Int32Array.from(foldedOf) }),
  };
}

function numberIn(numbers: Map<string, number>, word: string): number {
  const number = numbers.get(word) ?? numbers.size;
  numbers.set(word, number);
  return number;
}
