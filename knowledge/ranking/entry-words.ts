import type { Entry } from "../passage.ts";
import type { Findable } from "../search-by-words.ts";
import { normalise, syllables } from "../words/normalise.ts";

type Words = readonly string[];

/** An entry's texts as words, with their marks, short forms written out. */
export interface EntryWords {
  readonly topic: string;
  readonly question: Words;
  /** Its question and every other way it is asked. */
  readonly askings: readonly Words[];
  readonly short: Words;
  readonly next: Words;
  readonly documents: Words;
  readonly sections: Words;
}

export function wordsOfEntry(entry: Entry, spellings: ReadonlyMap<string, string>): EntryWords {
  const read = (text: string): Words =>
    text
      .split("\n")
      .flatMap((line) => syllables(normalise(line)))
      .flatMap((word) => spellings.get(word)?.split(" ") ?? [word]);
  const question = read(entry.question);
  return {
    topic: entry.topic,
    question,
    askings: [question, ...entry.asked.map(read), ...entry.alsoAsked.map(read)],
    short: read(entry.short),
    next: read(entry.next),
    documents: [...new Set(entry.basis.map(({ document }) => `${document.short} ${document.number}`))].flatMap(read),
    sections: read(Object.values(entry.sections).join("\n")),
  };
}

/** Everything said in an entry. */
export function everyText({ askings, short, next, sections }: EntryWords): readonly Words[] {
  return [...askings, short, next, sections];
}

/** How much each part of an entry counts when it is looked for by words. */
export function findable({ topic, question, askings: [, ...asked], short, next, documents, sections }: EntryWords): Findable {
  return {
    fields: [
      { words: question, weight: 3 },
      { words: asked.flat(), weight: 2 },
      { words: topic.split("-"), weight: 1 },
      { words: short, weight: 1.5 },
      { words: [...next, ...documents], weight: 0.5 },
      { words: sections, weight: 0.5 },
    ],
  };
}
