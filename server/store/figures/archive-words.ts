import { fold, syllables } from "../../../knowledge/words/normalise.ts";

/** What a word is found by: written with marks it has two forms, itself and the one without. */
export function archiveForms(text: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const word of syllables(text)) {
    forms.add(`m:${word}`);
    forms.add(`f:${fold(word)}`);
  }
  return forms;
}

/** A word asked for: with marks only itself, without any that folds to it. */
export function askedForms(text: string): readonly string[] {
  const words = [...new Set(syllables(text))];
  return words.map((word) => (fold(word) === word ? `f:${word}` : `m:${word}`));
}
