import { fold, normalise, syllables } from "../../knowledge/words/normalise.ts";
import { writeOut } from "../../knowledge/words/read-question.ts";
import type { Vocabulary } from "../../knowledge/words/vocabulary.ts";
import { isPlainText, linking } from "./plain-text.ts";

/** A follow-up, and what was said before it. */
export interface Asking {
  readonly text: string;
  readonly before: { readonly said: readonly string[]; readonly answered: string };
}

const longest = 240;
const mostKept = 0.6;

/** The rewriting says nothing that was not said: every word is the conversation's, and what is asked now is still in it. */
export function isOfTheConversation(rewritten: string, { text, before }: Asking, { spellings }: Vocabulary): boolean {
  if (rewritten.length > longest || !isPlainText(rewritten)) return false;
  const wordsOf = (said: string) => writeOut(syllables(normalise(said)), spellings).map(fold);
  const asked = wordsOf(text);
  const known = new Set([...asked, ...before.said.flatMap(wordsOf), ...wordsOf(before.answered), ...foldedLinking, ...asking]);
  const said = wordsOf(rewritten);
  const content = asked.filter((word) => !foldedLinking.has(word) && !asking.includes(word));
  const kept = content.filter((word) => said.includes(word));
  return said.length > 0 && said.every((word) => known.has(word)) && kept.length >= content.length * mostKept;
}

/** How a question is put; without marks. */
const asking = "hoi co khong duoc chua sao gi nao bao nhieu lau may the khi con neu truong hop nguoi toi lam phai de va hay bi".split(" ");
const foldedLinking = new Set([...linking].map(fold));
