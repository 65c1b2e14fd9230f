import type { Entry } from "../passage.ts";
import type { Findable } from "../search-by-words.ts";
import { joined, type ReadText } from "../words/read-text.ts";

/** An entry's texts as words. */
export interface EntryWords {
  readonly topic: string;
  readonly question: ReadText;
  /** Its question and every other way it is asked. */
  readonly askings: readonly ReadText[];
  readonly short: ReadText;
  readonly next: ReadText;
  readonly documents: ReadText;
  readonly sections: ReadText;
}

/** `successor` is the entry that answers the same today: who asks about a past day asks as people ask that one. */
export function wordsOfEntry(entry: Entry, successor: Entry | undefined, read: (text: string) => ReadText): EntryWords {
  const question = read(entry.question);
  const asked = [entry, ...(successor === undefined ? [] : [successor])].flatMap((each) => [
    each.question,
    ...each.asked,
    ...each.alsoAsked,
  ]);
  return {
    topic: entry.topic,
    question,
    askings: [question, ...asked.slice(1).map(read)],
    short: read(entry.short),
    next: read(entry.next),
    documents: read([...new Set(entry.basis.map(({ document }) => `${document.short} ${document.number}`))].join(". ")),
    sections: read(Object.values(entry.sections).join("\n")),
  };
}

/** Everything said in an entry. */
export function everyText({ askings, short, next, sections }: EntryWords): readonly ReadText[] {
  return [...askings, short, next, sections];
}

/** How much each part of an entry counts when it is looked for by words. */
export function findable({ topic, question, askings: [, ...asked], short, next, documents, sections }: EntryWords): Findable {
  const topicWords = topic.split("-");
  return {
    fields: [
      { text: question, weight: 3 },
      { text: joined(asked), weight: 2 },
      { text: { words: topicWords, folded: topicWords }, weight: 1 },
      { text: short, weight: 1.5 },
      { text: next, weight: 0.5 },
      { text: documents, weight: 0.5 },
      { text: sections, weight: 0.5 },
    ],
  };
}
