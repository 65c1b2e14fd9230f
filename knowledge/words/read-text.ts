import { fold, normalise, syllables } from "./normalise.ts";

/** A text as words: with their marks, and folded. */
export interface ReadText {
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

export function readWords(words: readonly string[]): ReadText {
  return { words, folded: words.map(fold) };
}

/** Reads many texts of our own, every different word once; short forms are written out. */
export function openReader(spellings: ReadonlyMap<string, string>): (text: string) => ReadText {
  const known = new Map<string, ReadText>();
  const readWord = (word: string): ReadText => {
    const read = known.get(word) ?? readWords(syllables(normalise(spellings.get(word) ?? word)));
    known.set(word, read);
    return read;
  };
  return (text) => {
    const read = syllables(text).map(readWord);
    return { words: read.flatMap(({ words }) => words), folded: read.flatMap(({ folded }) => folded) };
  };
}

/** One text after the other. */
export function joined(texts: readonly ReadText[]): ReadText {
  return { words: texts.flatMap(({ words }) => words), folded: texts.flatMap(({ folded }) => folded) };
}
