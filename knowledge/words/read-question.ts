import type { WeightedTerm, WordIndex, WordQuery } from "../search-by-words.ts";
import type { Concepts } from "./concepts.ts";
import { fold, hasMarks, syllables } from "./normalise.ts";
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
  readonly index: WordIndex;
  readonly spelling: Spelling;
  /** Folded fillers that are no other word of ours. */
  readonly foldedFillers: ReadonlySet<string>;
}

/** A word, a pair or a concept: as typed, folded, and how much of it is more than filling. */
interface Token {
  readonly marked: string;
  readonly folded: string;
  readonly weight: number;
}

const longestPhrase = 5;
const fillerWeight = 0.15;
const unknownNumberWeight = 0.1;

/** Short forms written out, slips mended, concepts named beside what was said. */
export function readQuestion(text: string, known: Known): ReadQuestion {
  const { vocabulary, spelling } = known;
  const words = writeOut(syllables(text), vocabulary.spellings).flatMap((word) => mend(word, spelling));
  const said = tokens(words, known);
  const weighed = (list: readonly Token[]) => new Map(list.map((token) => [token.folded, telling(token, known)]));
  const marked = hasMarks(text) ? said.map(({ marked: term, weight }): WeightedTerm => ({ term, weight })) : [];
  return {
    query: { marked, folded: said.map(({ folded: term, weight }): WeightedTerm => ({ term, weight })) },
    terms: weighed(said),
    words: weighed(said.slice(0, words.length)),
    pairs: weighed(said.slice(words.length, 2 * words.length - 1)),
  };
}

/** The words of a text, then its pairs of neighbours, then its concepts. */
export function tokens(
  words: readonly string[],
  { vocabulary, foldedFillers, concepts }: Pick<Known, "vocabulary" | "foldedFillers" | "concepts">,
): readonly Token[] {
  const withMarks = words.some(hasMarks);
  const folded = words.map(fold);
  const fillers = withMarks ? words.map((word) => vocabulary.fillers.has(word)) : folded.map((word) => foldedFillers.has(word));
  return [
    ...words.map((marked, at) => ({ marked, folded: folded[at] ?? "", weight: fillers[at] ? fillerWeight : 1 })),
    ...words.slice(1).map((second, at) => ({
      marked: `${words[at] ?? ""} ${second}`,
      folded: `${folded[at] ?? ""} ${folded[at + 1] ?? ""}`,
      weight: fillers[at] && fillers[at + 1] ? fillerWeight : 1,
    })),
    ...concepts(words).map((concept) => ({ marked: concept, folded: concept, weight: 1 })),
  ];
}

/** How much a token counts: rare ones more, words that only hold a sentence together hardly. */
export function telling({ folded, weight }: Token, { index }: Pick<Known, "index">): number {
  const strange = /^\p{N}/u.test(folded) && !index.knows(folded);
  return weight * (strange ? unknownNumberWeight : 1) * index.rarity(folded);
}

/** Replaces short forms by the words they stand for, longest first. */
export function writeOut(words: readonly string[], spellings: ReadonlyMap<string, string>): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, words: meant } = longestMatch(words, at, spellings);
    out.push(...meant);
    at += length;
  }
  return out;
}

function longestMatch(words: readonly string[], at: number, spellings: ReadonlyMap<string, string>) {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const said = words.slice(at, at + length).join(" ");
    // What is typed with marks is what it says: only its own spelling may stand for something else.
    const meant = spellings.get(said) ?? (hasMarks(said) ? undefined : spellings.get(fold(said)));
    if (meant !== undefined) return { length, words: syllables(meant) };
  }
  return { length: 1, words: words.slice(at, at + 1) };
}

function mend(word: string, spelling: Spelling): readonly string[] {
  const folded = fold(word);
  return spelling.split(folded) ?? [spelling.near(folded)[0] ?? word];
}
