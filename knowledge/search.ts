import type { Library } from "./library.ts";
import type { Passage } from "./passage.ts";
import { type Day, isInForce } from "./provision.ts";
import { everyText, findable, wordsOfEntry } from "./ranking/entry-words.ts";
import { type EvidenceIndex, indexEvidence, oneAfterAnother, weighEvidence } from "./ranking/evidence.ts";
import type { Layer } from "./ranking/layer.ts";
import { rankByEvidence } from "./ranking/rank-by-evidence.ts";
import { best, highestScore, indexWords, scoreWords, type WordIndex } from "./search-by-words.ts";
import { openConcepts } from "./words/concepts.ts";
import { withoutTelex } from "./words/mend.ts";
import { fold, normalise } from "./words/normalise.ts";
import { type Known, readAsMeant, readQuestion } from "./words/read-question.ts";
import { openReader, type ReadText } from "./words/read-text.ts";
import { countMarks, type MarksModel } from "./words/restore-marks.ts";
import { openSpelling } from "./words/spelling.ts";

export interface SearchQuestion {
  readonly text: string;
  /** What was said around it: counts less. */
  readonly context?: string;
  /** Only what is in force on this day is found. */
  readonly day: Day;
  readonly limit: number;
}

export type Search = (question: SearchQuestion) => readonly Passage[];

const mostCandidates = 40;
/** A word said so often is no slip; one that is near a word of ours must be said more often. */
const leastSaid = 4;
const leastSaidThoughNear = 12;

/** What a search is made over. Plain data: it can be kept in a file. */
export interface SearchIndex {
  readonly words: WordIndex;
  readonly evidence: EvidenceIndex;
  readonly foldedFillers: ReadonlySet<string>;
  /** Every folded syllable of our own texts: what is no slip of the hand. */
  readonly syllables: ReadonlySet<string>;
  readonly marks: MarksModel;
}

/** Indexes the entries of a library, in their order; `spokenTexts` are more texts to learn from how marks are written. */
export function indexLibrary(
  { vocabulary, entries, lexicon }: Pick<Library, "vocabulary" | "entries" | "lexicon">,
  spokenTexts: readonly string[],
): SearchIndex {
  const read = openReader(vocabulary.spellings);
  const texts = [...entries.values()].map((entry) => wordsOfEntry(entry, entries.get(entry.replacedBy ?? ""), read));
  const concepts = openConcepts(vocabulary.synonyms);
  const words = indexWords(texts.map(findable), concepts);
  const said = new Set(texts.flatMap(everyText).flatMap((text) => text.words));
  const content = new Set([...said].filter((word) => !vocabulary.fillers.has(word)).map(fold));
  const foldedFillers = new Set([...vocabulary.fillers].map(fold).filter((word) => !content.has(word)));
  const spokenWords = spokenTexts.map(read);
  const own = new Set([...said].map(fold));
  const { greeting, thanks, insult, agreement } = lexicon.smallTalk;
  const talked = [...greeting, ...thanks, ...insult, ...agreement].flat().flatMap((word) => (word === "~" ? [] : word.folded));
  const syllables = new Set([...own, ...talked, ...oftenSaid(spokenWords, own)]);
  const marks = countMarks(
    [...texts.flatMap(everyText), ...spokenWords.filter(({ words, folded }) => words.some((word, at) => word !== folded[at]))].map(
      (text) => text.words,
    ),
  );
  const known = { vocabulary, concepts, index: words.folded, foldedFillers, marks, spelling: openSpelling(syllables) };
  return { words, evidence: indexEvidence(texts, known), foldedFillers, syllables, marks };
}

/** Folded syllables people use that our entries do not: said too often to be slips, and no left-overs of typing. */
function oftenSaid(texts: readonly ReadText[], own: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { folded } of texts) for (const word of folded) counts.set(word, (counts.get(word) ?? 0) + 1);
  const { near } = openSpelling(own);
  return [...counts]
    .filter(([word, count]) => !own.has(withoutTelex(word)) && count >= (near(word).length === 0 ? leastSaid : leastSaidThoughNear))
    .map(([word]) => word);
}

/** How a text was meant, in our own spelling. */
export type ReadAsMeant = (text: string) => string;

export function openReadAsMeant(
  { vocabulary }: Pick<Library, "vocabulary">,
  { words, marks, syllables }: SearchIndex,
  layer?: Layer,
): ReadAsMeant {
  const known = { vocabulary, index: words.folded, marks, spelling: openSpelling(new Set([...syllables, ...(layer?.syllables ?? [])])) };
  return (text) => readAsMeant(normalise(text), known).join(" ");
}

/**
 * From a question to the entries that may answer it, best first: read the question, rank by words, keep what is in force on the
 * day, then weigh what speaks for each of the best few. `entries` are those of the index, which those of a layer come over.
 */
export function openSearch({ vocabulary, entries }: Pick<Library, "vocabulary" | "entries">, index: SearchIndex, layer?: Layer): Search {
  const { words, evidence, foldedFillers, syllables, marks } = index;
  const layers = [index, ...(layer === undefined ? [] : [layer])];
  const listed = [...[...entries.values()].map((entry) => (layer?.over.has(entry.id) ? undefined : entry)), ...(layer?.entries ?? [])];
  const concepts = openConcepts(vocabulary.synonyms);
  const spelling = openSpelling(new Set([...syllables, ...(layer?.syllables ?? [])]));
  const known: Known = { vocabulary, concepts, index: words.folded, askings: evidence.askings.counts, foldedFillers, marks, spelling };
  return ({ text, context = "", day, limit }) => {
    const asked = readQuestion({ text: normalise(text), context: normalise(context) }, known);
    const scores = oneAfterAnother(layers.map((each) => scoreWords(each.words, asked.query)));
    listed.forEach((entry, item) => {
      if (entry === undefined || !isInForce(entry.inForce, day)) scores[item] = 0;
    });
    const weighed = weighEvidence(
      asked,
      { candidates: best(scores, mostCandidates), highest: highestScore(words, asked.query) },
      layers.map((each) => each.evidence),
    );
    return rankByEvidence(weighed, listed).slice(0, limit);
  };
}
