import type { Lexicon } from "../knowledge/lexicon.ts";
import { type Spoken, saysAny } from "../knowledge/words/phrases.ts";

/** The warning entry for the lure a message tells of, or undefined. */
export function findLure(text: Spoken, { fraud }: Lexicon): string | undefined {
  return fraud.lures.find(({ phrases }) => saysAny(text, phrases))?.entry;
}
