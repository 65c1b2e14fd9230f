import type { Library } from "../library.ts";
import type { Entry } from "../passage.ts";
import { indexWords, type WordIndex } from "../search-by-words.ts";
import { openConcepts } from "../words/concepts.ts";
import { openReader } from "../words/read-text.ts";
import { everyText, findable, wordsOfEntry } from "./entry-words.ts";
import { type EvidenceIndex, indexEvidence } from "./evidence.ts";

/** Entries that came after an index was made, indexed by themselves: a few milliseconds, and the great index stays as it is. */
export interface Layer {
  readonly entries: readonly Entry[];
  /** Ids of entries of the index that say something else now, or are gone. */
  readonly over: ReadonlySet<string>;
  readonly words: WordIndex;
  readonly evidence: EvidenceIndex;
  /** Folded syllables of their texts. */
  readonly syllables: ReadonlySet<string>;
}

interface Counted {
  readonly words: WordIndex;
  readonly evidence: EvidenceIndex;
  readonly foldedFillers: ReadonlySet<string>;
}

/** `changed` of the entries say something else than when `index` was made; how rare a word is stays as counted then. */
export function layerOver(
  { words, evidence, foldedFillers }: Counted,
  { vocabulary, entries }: Pick<Library, "vocabulary" | "entries">,
  changed: ReadonlySet<string>,
): Layer {
  // Who asks about a past day asks as people ask the entry that answers today.
  const fresh = [...entries.values()].filter(({ id, replacedBy }) => changed.has(id) || changed.has(replacedBy ?? ""));
  const read = openReader(vocabulary.spellings);
  const concepts = openConcepts(vocabulary.synonyms);
  const texts = fresh.map((entry) => wordsOfEntry(entry, entries.get(entry.replacedBy ?? ""), read));
  return {
    entries: fresh,
    over: new Set([...changed, ...fresh.map(({ id }) => id)]),
    words: indexWords(texts.map(findable), concepts, words),
    evidence: indexEvidence(texts, { vocabulary, concepts, foldedFillers }, evidence),
    syllables: new Set(texts.flatMap(everyText).flatMap(({ folded }) => folded)),
  };
}
