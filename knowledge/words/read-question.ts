import { documentsWith, type InvertedIndex, type TermCounts } from "../ranking/inverted-index.ts";
import { rarity, type WeightedTerm, type WordQuery } from "../search-by-words.ts";
import type { Concepts } from "./concepts.ts";
import { mend } from "./mend.ts";
import { fold, hasMarks, syllables } from "./normalise.ts";
import { type ReadText, readWords } from "./read-text.ts";
import { type MarksModel, restoreMarks } from "./restore-marks.ts";
import type { Spelling } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question as the search understands it: folded terms, each with how telling it is. */
export interface ReadQuestion {
  readonly query: WordQuery;
  /** Words, pairs of neighbours and concepts, mended where mistyped. */
  readonly terms: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
}

export interface Known {
  readonly vocabulary: Vocabulary;
  readonly concepts: Concepts;
  /** The folded words of the entries, for how rare each is. */
  readonly index: InvertedIndex;
  /** The ways of asking, for how telling a term is: rare among them, not among the entries, each of which is asked in many. */
  readonly askings: TermCounts;
  readonly spelling: Spelling;
  readonly marks: MarksModel;
  /** Folded fillers that are no other word of ours. */
  readonly foldedFillers: ReadonlySet<string>;
}

/** A word, a pair or a concept: as typed, folded, and how much of it is more than filling. */
export interface Token {
  readonly marked: string;
  readonly folded: string;
  readonly weight: number;
}

const longestPhrase = 5;
const fillerWeight = 0.15;
const unknownNumberWeight = 0.1;

/** Of a longer story the beginning and the end are read. */
const mostWords = 160;

/** How much being written with the same marks counts beside being the same word: enough to win a tie. */
const markedWeight = 0.3;

/** How much a word of the context counts beside one of the question. */
const contextWeight = 0.4;

/** Short forms written out, slips mended, concepts named beside what was said; the same for what was said around it, at less weight. */
export function readQuestion({ text, context }: { readonly text: string; readonly context: string }, known: Known): ReadQuestion {
  const asked = readPart(text, 1, known);
  const around = context === "" ? undefined : readPart(context, contextWeight, known);
  const both = (list: (part: Part) => readonly Token[]) => [...(around === undefined ? [] : list(around)), ...list(asked)];
  const weighed = (list: readonly Token[]) => new Map(list.map((token) => [token.folded, telling(token, known)]));
  const all = both(({ all: tokensOfPart }) => tokensOfPart);
  const distinct = [...new Map(all.map((token) => [token.folded, token])).values()];
  const marked = distinct.map(({ marked: term, weight }): WeightedTerm => ({ term, weight: weight * markedWeight }));
  return {
    query: { marked, folded: distinct.map(({ folded: term, weight }): WeightedTerm => ({ term, weight })) },
    terms: weighed(all),
    words: weighed(both(({ words }) => words)),
    pairs: weighed(both(({ pairs }) => pairs)),
  };
}

/** The words of a text as they were meant: short forms written out, slips mended, marks restored. */
export function readAsMeant(
  text: string,
  { vocabulary, spelling, index, marks }: Omit<Known, "foldedFillers" | "concepts" | "askings">,
): readonly string[] {
  const words = beginningAndEnd(syllables(text), mostWords);
  return restoreMarks(
    mend(writeOut(words, vocabulary.spellings), spelling, (term) => documentsWith(index, term)),
    marks,
  );
}

/** The first and the last of more words than can be read. */
export function beginningAndEnd(words: readonly string[], most: number): readonly string[] {
  return words.length <= most ? words : [...words.slice(0, most / 2), ...words.slice(-most / 2)];
}

interface Part {
  readonly all: readonly Token[];
  readonly words: readonly Token[];
  readonly pairs: readonly Token[];
}

function readPart(text: string, share: number, known: Known): Part {
  const words = readAsMeant(text, known);
  const read = readWords(words);
  // Wrongly restored marks must not hide a concept.
  const concepts = known
    .concepts({ words: read.folded, folded: read.folded })
    .map((concept) => ({ marked: concept, folded: concept, weight: 1 }));
  const named = tokens(read, known);
  const all = [...named, ...concepts.filter(({ folded }) => !named.some((token) => token.folded === folded))].map((token) =>
    share === 1 ? token : { ...token, weight: token.weight * share },
  );
  return { all, words: all.slice(0, words.length), pairs: all.slice(words.length, Math.max(words.length, 2 * words.length - 1)) };
}

/** The words of a text, then its pairs of neighbours, then its concepts. */
export function tokens(
  text: ReadText,
  { vocabulary, foldedFillers, concepts }: Pick<Known, "vocabulary" | "foldedFillers" | "concepts">,
): readonly Token[] {
  const { words, folded } = text;
  const withMarks = words.some((word, at) => word !== folded[at]);
  const fillers = withMarks ? words.map((word) => vocabulary.fillers.has(word)) : folded.map((word) => foldedFillers.has(word));
  return [
    ...words.map((marked, at) => ({ marked, folded: folded[at] ?? "", weight: fillers[at] ? fillerWeight : 1 })),
    ...words.slice(1).map((second, at) => ({
      marked: `${words[at] ?? ""} ${second}`,
      folded: `${folded[at] ?? ""} ${folded[at + 1] ?? ""}`,
      weight: fillers[at] && fillers[at + 1] ? fillerWeight : 1,
    })),
    ...concepts(text).map((concept) => ({ marked: concept, folded: concept, weight: 1 })),
  ];
}

/** How much a token counts: rare ones more, words that only hold a sentence together hardly. */
export function telling({ folded, weight }: Token, { askings }: Pick<Known, "askings">): number {
  const strange = /^\p{N}/u.test(folded) && documentsWith(askings, folded) === 0;
  return weight * (strange ? unknownNumberWeight : 1) * rarity(askings, folded);
}

/** Replaces short forms by the words they stand for, longest first. */
export function writeOut(words: readonly string[], spellings: ReadonlyMap<string, string>): readonly string[] {
  const folded = words.map((word) => (hasMarks(word) ? undefined : fold(word)));
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, words: meant } = longestMatch({ words, folded }, at, spellings);
    out.push(...meant);
    at += length;
  }
  return out;
}

/** What is typed with marks is what it says: only its own spelling may stand for something else. */
interface Typed {
  readonly words: readonly string[];
  /** Undefined for a word with marks. */
  readonly folded: readonly (string | undefined)[];
}

function longestMatch({ words, folded }: Typed, at: number, spellings: ReadonlyMap<string, string>) {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const end = at + length;
    const foldedHere = folded.slice(at, end);
    const meant =
      spellings.get(words.slice(at, end).join(" ")) ?? (foldedHere.includes(undefined) ? undefined : spellings.get(foldedHere.join(" ")));
    if (meant !== undefined) return { length, words: syllables(meant) };
  }
  return { length: 1, words: words.slice(at, at + 1) };
}
