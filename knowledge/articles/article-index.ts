import type { Article } from "./article.ts";
import { addPair, emptyPairTable, type PairTable } from "./postings/pair-table.ts";
import { growing, openPostings, type Postings } from "./postings/postings.ts";
import { lineEnd, openNumbering, type WordNumbering } from "./postings/word-numbers.ts";

/** Articles ready to be searched. Plain data. */
export interface ArticleIndex {
  readonly size: number;
  /** Folded word → its number. */
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: PairTable;
  /** Folded words, and pairs of neighbours, of title, text and document's name. */
  readonly byWord: Postings;
  readonly byPair: Postings;
  /** In weighted words and pairs. */
  readonly lengths: Float32Array;
  readonly meanLength: number;
  /** Numbers of the words of all articles one after the other: title, then line by line, each ended by `lineEnd`. */
  readonly sequence: Int32Array;
  /** Where each article begins in it; one more than there are articles. */
  readonly starts: Int32Array;
  readonly titleEnds: Int32Array;
  /** Which document each article stands in, and where the documents' names begin in the sequence: behind all articles. */
  readonly documentOf: Int32Array;
  readonly documentStarts: Int32Array;
  readonly numbers: readonly string[];
}

/** How much a word counts by where it stands, in halves. */
const titleHalves = 8;
const documentHalves = 2;
const textHalves = 2;

/** Reads each article once: numbers its words, keeps them in order, counts words and pairs. */
export function indexArticles(articles: readonly Article[]): ArticleIndex {
  const numbering = openNumbering();
  const counting = openCounting();
  const documents = openDocuments(numbering);
  const sequence = growing(Int32Array);
  const starts = new Int32Array(articles.length + 1);
  const titleEnds = new Int32Array(articles.length);
  const documentOf = new Int32Array(articles.length);
  articles.forEach(({ title, text, document }, item) => {
    const append = (line: string, halves: number) => {
      const words = numbering.read(line);
      for (const word of words) sequence.push(word);
      sequence.push(lineEnd);
      counting.count(words, halves);
    };
    append(title, titleHalves);
    titleEnds[item] = sequence.size() - 1;
    for (const line of text.split("\n")) if (line.trim() !== "") append(line, textHalves);
    documentOf[item] = documents.numberOf(document);
    counting.count(documents.list[documentOf[item] ?? 0] ?? [], documentHalves);
    counting.end();
    starts[item + 1] = sequence.size();
  });
  const documentStarts = Int32Array.from([...documents.list, []], (words) => {
    const start = sequence.size();
    for (const word of words) sequence.push(word);
    sequence.push(lineEnd);
    return start;
  });
  return {
    size: articles.length,
    words: numbering.numbers,
    ...counting.finish(),
    sequence: sequence.items().slice(),
    starts,
    titleEnds,
    documentOf,
    documentStarts,
    numbers: articles.map(({ number }) => number),
  };
}

function openDocuments(numbering: WordNumbering) {
  const known = new Map<string, number>();
  const list: (readonly number[])[] = [];
  return {
    list,
    numberOf(name: string) {
      const number = known.get(name) ?? list.push(numbering.read(name)) - 1;
      known.set(name, number);
      return number;
    },
  };
}

function openCounting() {
  const pairs = emptyPairTable();
  const byWord = openPostings();
  const byPair = openPostings();
  const lengths = growing(Int32Array);
  let length = 0;
  return {
    /** A pair never spans two lines. */
    count(words: readonly number[], halves: number) {
      let before = lineEnd;
      for (const word of words) {
        byWord.count(word, halves);
        if (before !== lineEnd) byPair.count(addPair(pairs, before, word), halves);
        before = word;
      }
      length += halves * Math.max(0, 2 * words.length - 1);
    },
    end() {
      byWord.end();
      byPair.end();
      lengths.push(length);
      length = 0;
    },
    finish() {
      const inWords = Float32Array.from(lengths.items(), (halves) => halves / 2);
      const meanLength = inWords.reduce((sum, each) => sum + each, 0) / Math.max(1, inWords.length) || 1;
      return { pairs, byWord: byWord.finish(), byPair: byPair.finish(), lengths: inWords, meanLength };
    },
  };
}
