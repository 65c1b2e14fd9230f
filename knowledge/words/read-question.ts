import { terms, type WeightedTerm, type WordIndex, type WordQuery } from "../search-by-words.ts";
import { fold, hasMarks, syllables } from "./normalise.ts";
import type { Spelling } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question as the search understands it. */
export interface ReadQuestion {
  readonly query: WordQuery;
  /** Its folded words and pairs, mended where mistyped, synonyms beside them; each with how telling it is. */
  readonly terms: ReadonlyMap<string, number>;
  /** The folded words alone, as said. */
  readonly words: ReadonlyMap<string, number>;
}

export interface Known {
  readonly vocabulary: Vocabulary;
  readonly index: WordIndex;
  readonly spelling: Spelling;
  /** Folded fillers that are no other word of ours. */
  readonly foldedFillers: ReadonlySet<string>;
}

/** A word or pair: as typed, folded, and how much of it is more than filling. */
interface Token {
  readonly marked: string;
  readonly folded: string;
  readonly weight: number;
}

const longestPhrase = 5;
const fillerWeight = 0.15;
const synonymWeight = 0.5;
const unknownNumberWeight = 0.1;

/** Short forms written out, slips mended, synonyms added beside what was said. */
export function readQuestion(text: string, known: Known): ReadQuestion {
  const { vocabulary, spelling } = known;
  const words = writeOut(syllables(text), vocabulary.spellings).flatMap((word) => mend(word, spelling));
  const said = tokens(words, known);
  const others = synonymsIn(words.map(fold), vocabulary.synonyms)
    .flatMap((synonym) => tokens(syllables(synonym), known))
    .map((token) => ({ ...token, weight: token.weight * synonymWeight }));
  const all = [...others, ...said];
  const marked = hasMarks(text) ? all.map(({ marked: term, weight }): WeightedTerm => ({ term, weight })) : [];
  return {
    query: { marked, folded: all.map(({ folded: term, weight }): WeightedTerm => ({ term, weight })) },
    terms: new Map(all.map((token) => [token.folded, telling(token, known)])),
    words: new Map(said.slice(0, words.length).map((token) => [token.folded, telling(token, known)])),
  };
}

/** The words of a text, then its pairs of neighbours. */
export function tokens(
  words: readonly string[],
  { vocabulary, foldedFillers }: Pick<Known, "vocabulary" | "foldedFillers">,
): readonly Token[] {
  const withMarks = words.some(hasMarks);
  const isFiller = (word: string) => (withMarks ? vocabulary.fillers.has(word) : foldedFillers.has(word));
  return terms(words).map((term) => ({ marked: term, folded: fold(term), weight: term.split(" ").every(isFiller) ? fillerWeight : 1 }));
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

/** The other members of every group of which one member was said. */
function synonymsIn(folded: readonly string[], groups: readonly (readonly string[])[]): readonly string[] {
  const said = ` ${folded.join(" ")} `;
  return groups.flatMap((group) => {
    const present = group.filter((member) => said.includes(` ${fold(member)} `));
    return present.length === 0 ? [] : group.filter((member) => !present.includes(member));
  });
}
