import type { Ranked } from "../search-by-words.ts";
import { type Known, type ReadQuestion, telling, tokens } from "../words/read-question.ts";
import { closestAskings, type OwnedAskings } from "./closest-askings.ts";
import { type EntryWords, everyText } from "./entry-words.ts";
import { invert } from "./inverted-index.ts";

/** What speaks for an entry being what is asked for; each from 0 to 1. */
export const evidenceNames = [
  /** BM25 of the whole entry, of the best there can be for this question. */
  "words",
  /** The same, of the best entry found. */
  "lead",
  /** Cosine with the way of asking that is most like the question. */
  "likeness",
  /** Mean cosine with the three most like it. */
  "likenessOfThree",
  /** How much of that way of asking the question says. */
  "askingSaid",
  /** How much of the question stands anywhere in the entry. */
  "coverage",
  /** How much of it stands in the ways of asking. */
  "askedCoverage",
  /** How much of it stands in the entry's own question. */
  "titleCoverage",
  /** How much of the entry's own question is said. */
  "titleSaid",
  /** How many of the question's pairs of neighbours stand in the entry. */
  "pairs",
  /** How much of the ranking's weight is on this entry's topic. */
  "topic",
] as const;

export interface EvidenceOn {
  readonly item: number;
  /** In the order of `evidenceNames`. */
  readonly evidence: readonly number[];
}

/** Weighs candidates against a question, given the highest score they could have. */
export type Weigh = (question: ReadQuestion, candidates: readonly Ranked[], highest: number) => readonly EvidenceOn[];

type Weights = ReadonlyMap<string, number>;

export function openEvidence(entries: readonly EntryWords[], known: Known): Weigh {
  const { index, owned } = indexEvidence(entries, known);
  const sumOver = (name: keyof typeof index, terms: Weights, weightOf: (weight: number) => number): Float64Array => {
    const scores = new Float64Array(index[name].size);
    for (const [term, weight] of terms) index[name].addScores(term, weightOf(weight), scores);
    return scores;
  };
  return ({ terms, words, pairs }, candidates, highest) => {
    const length = lengthOf(terms);
    const likeness = sumOver("likeness", terms, (weight) => weight / length);
    const closest = closestAskings(likeness, owned);
    const share = (name: keyof typeof index, of: Weights) => {
      const mass = massOf(of);
      return sumOver(name, of, (weight) => weight / mass);
    };
    const said = (name: keyof typeof index) => sumOver(name, terms, () => 1);
    const askingSaid = said("asking");
    const byEntry = [share("anywhere", words), share("asked", words), share("title", words), said("titleSaid"), share("anywhere", pairs)];
    const first = candidates[0]?.score ?? 1;
    const topics = massByTopic(candidates, entries);
    return candidates.map(({ item, score }) => ({
      item,
      evidence: [
        score / (highest || 1),
        score / first,
        closest.best[item] ?? 0,
        closest.ofThree[item] ?? 0,
        askingSaid[closest.asking[item] ?? 0] ?? 0,
        ...byEntry.map((scores) => scores[item] ?? 0),
        topics.get(entries[item]?.topic ?? "") ?? 0,
      ],
    }));
  };
}

function indexEvidence(entries: readonly EntryWords[], known: Known) {
  const weigh = (words: readonly string[]): Weights => new Map(tokens(words, known).map((token) => [token.folded, telling(token, known)]));
  const askings = entries.map((entry) => entry.askings.map(weigh));
  const all = askings.flat();
  const titles = askings.flatMap(([title = new Map<string, number>()]) => [title]);
  const owned: OwnedAskings = { owners: Int32Array.from(askings.flatMap((list, item) => list.map(() => item))), entries: entries.length };
  const index = {
    likeness: invert(all.map((weights) => scaled(weights, lengthOf(weights)))),
    asking: invert(all.map((weights) => scaled(weights, massOf(weights)))),
    titleSaid: invert(titles.map((weights) => scaled(weights, massOf(weights)))),
    title: invert(titles.map((weights) => present(weights.keys()))),
    asked: invert(askings.map((list) => present(list.flatMap((weights) => [...weights.keys()])))),
    anywhere: invert(
      entries.map((entry) => present(everyText(entry).flatMap((words) => tokens(words, known).map(({ folded }) => folded)))),
    ),
  };
  return { index, owned };
}

/** How the candidates' scores, sharpened, spread over the topics. */
function massByTopic(candidates: readonly Ranked[], entries: readonly EntryWords[]): Weights {
  const first = candidates[0]?.score ?? 1;
  const mass = new Map<string, number>();
  let total = 0;
  for (const { item, score } of candidates) {
    const sharpened = (score / first) ** 4;
    const topic = entries[item]?.topic ?? "";
    total += sharpened;
    mass.set(topic, (mass.get(topic) ?? 0) + sharpened);
  }
  return scaled(mass, total);
}

function scaled(weights: Weights, by: number): Weights {
  return new Map([...weights].map(([term, weight]) => [term, weight / by]));
}

function present(terms: Iterable<string>): Weights {
  return new Map([...terms].map((term) => [term, 1]));
}

/** Never 0, so that it can be divided by. */
function lengthOf(weights: Weights): number {
  return Math.hypot(...weights.values()) || 1;
}

function massOf(weights: Weights): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
}
