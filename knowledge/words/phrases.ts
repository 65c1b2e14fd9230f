import { fold, hasMarks, syllables } from "./normalise.ts";

/** A text ready to be searched for phrases: its syllables as typed and folded. */
export interface Spoken {
  readonly words: readonly Word[];
  /** The folded words it has. */
  readonly has: ReadonlySet<string>;
}

/** Words as said; `~` in the lexicon stands for up to three words that may come between. */
export type Phrase = readonly (Word | "~")[];

interface Word {
  readonly marked: string;
  readonly folded: string;
  readonly hasMarks: boolean;
}

const widestGap = 3;
const taken: Word = { marked: "·", folded: "·", hasMarks: false };

export function readPhrase(written: string): Phrase {
  return written
    .normalize("NFC")
    .split(/\s+/)
    .flatMap((part): Phrase => (part === "~" ? ["~"] : syllables(part).map(readWord)));
}

export function spoken(words: readonly string[]): Spoken {
  return said(words.map(readWord));
}

/**
 * Whether one of the phrases is said. A word typed with marks only matches itself; one without, any that folds to it, unless it is
 * all of the phrase: alone it says too little ("boi" is "bói" and "bởi").
 */
export function saysAny(text: Spoken, phrases: readonly Phrase[]): boolean {
  return phrases.some((phrase) => (isOneMarkedWord(phrase) ? saysExactly(text, phrase) : matchFrom(text, phrase, 0) !== undefined));
}

/** The text without what the phrases say; what is left on the two sides does not meet. */
export function withoutPhrases(text: Spoken, phrases: readonly Phrase[]): Spoken {
  const words = [...text.words];
  for (const phrase of phrases) {
    for (let match = matchFrom(text, phrase, 0); match !== undefined; match = matchFrom(text, phrase, match.end)) {
      words.fill(taken, match.start, match.end);
    }
  }
  return said(words);
}

/** True when the phrases leave at most `rest` words unsaid: the text is little else. */
export function isMostly(text: Spoken, phrases: readonly Phrase[], rest: number): boolean {
  return (
    phrases.some((phrase) => matchFrom(text, phrase, 0) !== undefined) &&
    withoutPhrases(text, phrases).words.filter((word) => word !== taken).length <= rest
  );
}

function isOneMarkedWord([first, ...others]: Phrase): boolean {
  return others.length === 0 && first !== undefined && first !== "~" && first.hasMarks;
}

function saysExactly({ words }: Spoken, [only]: Phrase): boolean {
  return only !== undefined && only !== "~" && words.some(({ marked }) => marked === only.marked);
}

/** Letters held down ("cheeeet") and letters written twice ("hello") count once, in what is said and in what is looked for. */
function readWord(written: string): Word {
  const marked = written.toLowerCase().replace(/(\p{L})\1+/gu, "$1");
  return { marked, folded: fold(marked), hasMarks: hasMarks(marked) };
}

function said(words: readonly Word[]): Spoken {
  return { words, has: new Set(words.map(({ folded }) => folded)) };
}

function matchFrom(text: Spoken, phrase: Phrase, from: number): { readonly start: number; readonly end: number } | undefined {
  if (phrase.some((word) => word !== "~" && !text.has.has(word.folded))) return undefined;
  for (let start = from; start < text.words.length; start++) {
    const end = endOfMatch(text, phrase, start);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function endOfMatch({ words }: Spoken, phrase: Phrase, start: number): number | undefined {
  let at = start;
  for (const [position, word] of phrase.entries()) {
    if (word === "~") {
      const next = phrase[position + 1];
      const gap = [0, 1, 2, 3].slice(0, widestGap + 1).find((skip) => next !== undefined && next !== "~" && isSame(words[at + skip], next));
      if (gap === undefined) return undefined;
      at += gap;
    } else if (isSame(words[at], word)) at += 1;
    else return undefined;
  }
  return at;
}

function isSame(typed: Word | undefined, word: Word): boolean {
  if (typed === undefined) return false;
  return typed.hasMarks ? typed.marked === word.marked : typed.folded === word.folded;
}
