import { questionWords } from "./question-words.ts";

/** How much a folded word or pair of a question counts, of 1: the less it tends to stand in the article that answers. */
export function tellingOf(term: string): number {
  const known = worth.get(term);
  if (known !== undefined) return known;
  const [first = "", second] = term.split(" ");
  return second === undefined ? 1 : Math.sqrt(tellingOf(first) * tellingOf(second));
}

const worth = new Map(Object.entries(questionWords));
