import type { Library } from "./library.ts";
import type { Entry, Passage } from "./passage.ts";
import { type Day, isInForce } from "./provision.ts";
import { type EntryWords, everyText, findable, wordsOfEntry } from "./ranking/entry-words.ts";
import { openEvidence } from "./ranking/evidence.ts";
import { rankByEvidence } from "./ranking/rank-by-evidence.ts";
import { best, indexWords } from "./search-by-words.ts";
import { openConcepts } from "./words/concepts.ts";
import { fold, normalise } from "./words/normalise.ts";
import { type Known, readQuestion } from "./words/read-question.ts";
import { openSpelling } from "./words/spelling.ts";

export interface SearchQuestion {
  readonly text: string;
  /** Only what is in force on this day is found. */
  readonly day: Day;
  readonly limit: number;
}

export type Search = (question: SearchQuestion) => readonly Passage[];

const mostCandidates = 40;

/**
 * From a question to the entries that may answer it, best first: read the question, rank by words, keep what is in force on the
 * day, then weigh what speaks for each of the best few.
 */
export function openSearch(library: Library, entries: readonly Entry[] = [...library.entries.values()]): Search {
  const words = entries.map((entry) => wordsOfEntry(entry, library.vocabulary.spellings));
  const known = know(library, words);
  const weigh = openEvidence(words, known);
  return ({ text, day, limit }) => {
    const asked = readQuestion(normalise(text), known);
    const scores = known.index.scores(asked.query);
    entries.forEach(({ inForce }, item) => {
      if (!isInForce(inForce, day)) scores[item] = 0;
    });
    const weighed = weigh(asked, best(scores, mostCandidates), known.index.highest(asked.query));
    return rankByEvidence(weighed, entries).slice(0, limit);
  };
}

function know({ vocabulary }: Library, entries: readonly EntryWords[]): Known {
  const concepts = openConcepts(vocabulary.synonyms);
  const index = indexWords(entries.map(findable), concepts);
  const words = new Set(entries.flatMap(everyText).flat());
  const content = new Set([...words].filter((word) => !vocabulary.fillers.has(word)).map(fold));
  const foldedFillers = new Set([...vocabulary.fillers].map(fold).filter((word) => !content.has(word)));
  return { vocabulary, concepts, index, foldedFillers, spelling: openSpelling(new Set([...words].map(fold))) };
}
