import type { DangerKind } from "../knowledge/hotline.ts";
import type { Lexicon } from "../knowledge/lexicon.ts";
import { type Spoken, saysAny, withoutPhrases } from "../knowledge/words/phrases.ts";

/** The danger a message tells of, or undefined. The order of the signs in the lexicon decides where several are said. */
export function findDanger(text: Spoken, { danger }: Lexicon): DangerKind | undefined {
  const serious = withoutPhrases(text, danger.harmless);
  return danger.signs.find(({ phrases }) => saysAny(serious, phrases))?.kind;
}
