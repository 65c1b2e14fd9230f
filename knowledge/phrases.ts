import { fold, hasMarks, syllables } from "./normalise.ts";

/** A text ready to be searched for phrases: its syllables as typed and folded. */
export interface Spoken {
  readonly marked: readonly string[];
  readonly folded: readonly string[];
}

const widestGap = 3;

/** Letters held down ("cheeeet") count once. */
export function spoken(words: readonly string[]): Spoken {
  const calm = words.map((word) => word.toLowerCase().replace(/(\p{L})\1+/gu, "$1"));
  return { marked: calm, folded: calm.map(fold) };
}

/** The first of the phrases that is said, or undefined. A word typed with marks only matches itself; one without, any that folds to it. */
export function findPhrase(text: Spoken, phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => matchAt(text, wordsOf(phrase)) !== undefined);
}

/** The text without what the phrases say; a gap keeps words on its two sides from meeting. */
export function withoutPhrases(text: Spoken, phrases: readonly string[]): Spoken {
  const taken = new Set<number>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    for (let start = 0; ; ) {
      const match = matchAt(text, words, start);
      if (match === undefined) break;
      for (let at = match.start; at < match.end; at++) taken.add(at);
      start = match.start + 1;
    }
  }
  const keep = (list: readonly string[]) => list.map((word, at) => (taken.has(at) ? "·" : word));
  return { marked: keep(text.marked), folded: keep(text.folded) };
}

/** True when the phrases leave at most `rest` words unsaid: the text is little else. */
export function isMostly(text: Spoken, phrases: readonly string[], rest: number): boolean {
  if (findPhrase(text, phrases) === undefined) return false;
  return withoutPhrases(text, phrases).folded.filter((word) => word !== "·").length <= rest;
}

function wordsOf(phrase: string): readonly string[] {
  return phrase.split(/\s+/).flatMap((word) => (word === "~" ? ["~"] : syllables(word.normalize("NFC"))));
}

function matchAt(text: Spoken, words: readonly string[], from = 0): { readonly start: number; readonly end: number } | undefined {
  for (let start = from; start < text.folded.length; start++) {
    const end = endOfMatch(text, words, start);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function endOfMatch(text: Spoken, words: readonly string[], start: number): number | undefined {
  let at = start;
  for (let position = 0; position < words.length; position++) {
    const word = words[position] ?? "";
    if (word !== "~") {
      if (!says(text, at, word)) return undefined;
      at += 1;
      continue;
    }
    const next = words[position + 1] ?? "";
    const found = [0, 1, 2, 3].slice(0, widestGap + 1).find((gap) => says(text, at + gap, next));
    if (found === undefined) return undefined;
    at += found;
  }
  return at;
}

function says(text: Spoken, at: number, word: string): boolean {
  const typed = text.marked[at];
  if (typed === undefined) return false;
  return hasMarks(typed) ? typed === word : text.folded[at] === fold(word);
}
