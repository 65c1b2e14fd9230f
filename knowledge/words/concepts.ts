import { fold, syllables } from "./normalise.ts";
import type { ReadText } from "./read-text.ts";

/** Names what words of the same meaning have in common, so that any of them finds any other. */
export type Concepts = (text: ReadText) => readonly string[];

interface Way {
  readonly marked: readonly string[];
  readonly folded: readonly string[];
  readonly concept: string;
}

/**
 * The groups of words that mean the same, as a way to read a text: each group said gives one term, "#3" for the third. A word
 * typed with marks says only itself; one without, any that folds to it.
 */
export function openConcepts(groups: readonly (readonly string[])[]): Concepts {
  const byFirst = new Map<string, Way[]>();
  groups.forEach((group, number) => {
    for (const said of group) {
      const marked = syllables(said);
      const way = { marked, folded: marked.map(fold), concept: `#${number + 1}` };
      const first = way.folded[0] ?? "";
      const list = byFirst.get(first);
      if (list) list.push(way);
      else byFirst.set(first, [way]);
    }
  });
  return ({ words, folded }) => {
    const found = new Set<string>();
    folded.forEach((word, at) => {
      for (const way of byFirst.get(word) ?? []) if (isSaid(way, words, folded, at)) found.add(way.concept);
    });
    return [...found];
  };
}

function isSaid({ marked, folded: wanted }: Way, words: readonly string[], folded: readonly string[], at: number): boolean {
  return wanted.every((word, offset) => {
    const said = words[at + offset];
    const withoutMarks = folded[at + offset];
    return withoutMarks === word && (said === withoutMarks || said === marked[offset]);
  });
}
