import { areVectors, type Embedder } from "./embedder/embedder.ts";
import type { Entry } from "./passage.ts";
import { type Day, isInForce } from "./provision.ts";
import { mergeRankings, type Near } from "./ranking/merge-rankings.ts";
import type { Search, SearchQuestion } from "./search.ts";

/** What a search by meaning is made over: a vector for each way an entry is asked for. */
export interface MeaningIndex {
  readonly embedder: Embedder;
  readonly askings: readonly { readonly entry: Entry; readonly vector: Float32Array }[];
  /** How alike two ways of asking for the same entry are to this model, and for different ones. */
  readonly same: number;
  readonly different: number;
}

const atOnce = 64;
/** A model that tells our own entries apart less than this has learned something else. */
const leastApart = 0.05;
const longestText = 600;
const mostTexts = 12;

/** Embeds every asking of the entries; throws when the model gives no proper vectors, or cannot tell entries apart. */
export async function indexMeanings(entries: readonly Entry[], embedder: Embedder, stop: AbortSignal): Promise<MeaningIndex> {
  const texts = entries.flatMap((entry) => [entry.question, ...entry.asked].map((text) => ({ entry, text })));
  const askings: { entry: Entry; vector: Float32Array }[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    stop.throwIfAborted();
    const some = texts.slice(from, from + atOnce);
    const vectors = await embedProperly(
      embedder,
      some.map(({ text }) => text),
    );
    some.forEach(({ entry }, position) => {
      const vector = vectors[position];
      if (vector !== undefined) askings.push({ entry, vector: unit(vector) });
    });
  }
  const index = { embedder, askings, same: likeness(askings, 1, true), different: likeness(askings, Math.ceil(askings.length / 3), false) };
  if (!(index.same - index.different >= leastApart)) throw new Error("the model cannot tell the library's own questions apart");
  return index;
}

/**
 * A search that goes by the meaning too, for whatever `ask` searches for: it is asked once with words alone to learn that, since
 * answering is quick and pure, and embedding is neither.
 */
export async function searchWithMeaning(search: Search, index: MeaningIndex, ask: (search: Search) => unknown): Promise<Search> {
  const texts = new Set<string>();
  ask((question) => {
    if (texts.size < mostTexts) texts.add(wholeText(question));
    return search(question);
  });
  const listed = [...texts];
  const vectors = listed.length === 0 ? [] : await embedProperly(index.embedder, listed);
  const known = new Map(listed.map((text, position) => [text, vectors[position]]));
  return (question) => {
    const passages = search(question);
    const vector = known.get(wholeText(question));
    if (vector === undefined) return passages;
    return mergeRankings(passages, nearest(index, unit(vector), question.day), index).slice(0, question.limit);
  };
}

async function embedProperly(embedder: Embedder, texts: readonly string[]): Promise<readonly Float32Array[]> {
  const vectors = await embedder.embed(texts);
  if (!areVectors(vectors, { count: texts.length, dimensions: embedder.dimensions })) throw new Error("the model gives no proper vectors");
  return vectors;
}

function wholeText({ text, context = "" }: SearchQuestion): string {
  return `${context} ${text}`.trim().slice(-longestText);
}

/** Each entry in force on the day, by its likest asking. */
function nearest({ askings }: MeaningIndex, vector: Float32Array, day: Day): readonly Near[] {
  const found = new Map<Entry, number>();
  for (const asking of askings) {
    const likeness = dot(asking.vector, vector);
    if (likeness > (found.get(asking.entry) ?? -2)) found.set(asking.entry, likeness);
  }
  return [...found].filter(([{ inForce }]) => isInForce(inForce, day)).map(([entry, likeness]) => ({ entry, likeness }));
}

/** The usual likeness of askings so far from one another, of the same entry or of different ones. */
function likeness(askings: MeaningIndex["askings"], apart: number, ofSame: boolean): number {
  const pairs = askings.flatMap((asking, at) => {
    const other = askings[(at + apart) % askings.length];
    return other !== undefined && other !== asking && (other.entry === asking.entry) === ofSame ? [dot(asking.vector, other.vector)] : [];
  });
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
