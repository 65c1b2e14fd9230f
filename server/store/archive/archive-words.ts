import { fold, syllables } from "../../../knowledge/words/normalise.ts";
import { blindLength } from "../seal.ts";

/** What a word is found by: without its marks, and where it has some also as it is. */
export function archiveForms(text: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const word of syllables(text)) {
    forms.add(fold(word));
    forms.add(word);
  }
  return forms;
}

/** Hashes side by side, in an order that says nothing of where the words stood. */
export function packWords(hashes: ReadonlySet<string>): string {
  return [...hashes].sort().join("");
}

export function unpackWords(packed: string): readonly string[] {
  return packed.match(new RegExp(`.{${blindLength}}`, "gs")) ?? [];
}

export function hasWord(packed: string, hash: string): boolean {
  for (let at = packed.indexOf(hash); at >= 0; at = packed.indexOf(hash, at + 1)) if (at % blindLength === 0) return true;
  return false;
}
