import type { Library } from "./library.ts";
import { coverageOf, likenessOf, profileOf, wordsOf } from "./likeness.ts";
import type { Entry, Passage } from "./passage.ts";
import { type Day, isInForce } from "./provision.ts";
import { type Findable, indexWords } from "./search-by-words.ts";
import { fold, normalise, syllables } from "./words/normalise.ts";
import { type Known, readQuestion } from "./words/read-question.ts";
import { openSpelling } from "./words/spelling.ts";

export interface SearchQuestion {
  readonly text: string;
  /** Only what is in force on this day is found. */
  readonly day: Day;
  readonly limit: number;
}

export type Search = (question: SearchQuestion) => readonly Passage[];

const candidates = 24;
/** How much being asked the same way counts beside sharing words. */
const likenessShare = 2;

/**
 * From a question to the entries that may answer it, best first: read the question, rank by words, keep what is in
 * force on the day, then look closer at the best few: is the question like one of the ways the entry is asked?
 */
export function openSearch(library: Library, entries: readonly Entry[] = [...library.entries.values()]): Search {
  const { vocabulary } = library;
  const index = indexWords(entries.map((entry) => findable(entry, library)));
  const words = new Set(entries.flatMap(wordsOf));
  const content = new Set([...words].filter((word) => !vocabulary.fillers.has(word)).map(fold));
  const foldedFillers = new Set([...vocabulary.fillers].map(fold).filter((word) => !content.has(word)));
  const known: Known = { vocabulary, index, foldedFillers, spelling: openSpelling(new Set([...words].map(fold))) };
  const profiles = entries.map((entry) => profileOf(entry, known));
  return ({ text, day, limit }) => {
    const asked = readQuestion(normalise(text), known);
    const found: Passage[] = [];
    for (const { item, score } of index.rank(asked.query, entries.length)) {
      const entry = entries[item];
      const profile = profiles[item];
      if (entry === undefined || profile === undefined || !isInForce(entry.inForce, day)) continue;
      const likeness = likenessOf(profile, asked);
      found.push({ entry, score: score * (1 + likenessShare * likeness), coverage: coverageOf(profile, asked), likeness });
      if (found.length === candidates) break;
    }
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  };
}

function findable(entry: Entry, library: Library): Findable {
  const documents = [...new Set(entry.basis.map(({ document }) => `${document.short} ${document.number}`))];
  const fields = [
    { text: entry.question, weight: 3 },
    { text: entry.asked.join(". "), weight: 2 },
    { text: entry.topic.replaceAll("-", " "), weight: 1 },
    { text: entry.short, weight: 1.5 },
    { text: [entry.next, ...documents].join(". "), weight: 0.5 },
    { text: Object.values(entry.sections).join("\n"), weight: 0.5 },
  ];
  return { fields: fields.map(({ text, weight }) => ({ text: writtenOut(text, library), weight })) };
}

/** Our own short forms stand in the index written out, as those of a question do. */
function writtenOut(text: string, { vocabulary }: Library): string {
  return syllables(normaliseWhole(text))
    .map((word) => vocabulary.spellings.get(word) ?? word)
    .join(" ");
}

/** `normalise` bounds what strangers send; an entry is ours and may be longer. */
function normaliseWhole(text: string): string {
  return text.split("\n").map(normalise).join("\n");
}
