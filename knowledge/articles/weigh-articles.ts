import type { ArticleIndex } from "./article-index.ts";
import type { Asked } from "./asked.ts";
import { clear, type Ear, hearLine, openEar, openTally } from "./ear.ts";
import { hearDefinition, hearTitle, shareSaid } from "./own-words.ts";

/** What speaks for an article being the one that is asked for. */
export const articleEvidence = [
  /** Its score, of the best one's. */
  "lead",
  /** The longest piece of the question that stands there word for word, anywhere and in the title. */
  "run",
  "titleRun",
  /** How much of the title, and of its pairs, is said in the question. */
  "titleSaid",
  "titlePairsSaid",
  /** How much of the question stands in the title, the name of the document and the one line that adds most. */
  "lineWords",
  "linePairs",
  /** How much of the line nearest to the question is said in it. */
  "lineSaid",
  /** How much of the question stands before "là" at the beginning of a line: what is defined there. */
  "defines",
  /** The article is named by its number. */
  "named",
  /** How much of the best articles' weight is on this document. */
  "document",
  /** How much longer than others it is (logarithm). */
  "length",
] as const;

interface Weighing {
  readonly ear: Ear;
  readonly totals: { readonly words: number; readonly pairs: number };
  readonly tallies: Readonly<Record<"heading" | "line" | "beneath", ReturnType<typeof openTally>>>;
}

/** Evidence on each candidate, in the order of `articleEvidence`; candidates come best first. */
export function weighArticles(
  index: ArticleIndex,
  asked: Asked,
  { candidates, scores }: { readonly candidates: readonly number[]; readonly scores: Float32Array },
): readonly (readonly number[])[] {
  const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const heading = openTally(asked);
  const weighing: Weighing = {
    ear: openEar(index, asked),
    totals: {
      words: total(asked.words.map(({ weight }) => weight)),
      pairs: total(asked.pairs.map(({ weight }) => weight)),
    },
    tallies: { heading, line: openTally(asked), beneath: openTally(asked, heading) },
  };
  const first = scores[candidates[0] ?? 0] || 1;
  const leads = candidates.map((item) => (scores[item] ?? 0) / first);
  const onDocument = shareByDocument(candidates, leads, index);
  return candidates.map((item, place) => [
    leads[place] ?? 0,
    ...weigh(weighing, item),
    onDocument.get(index.documentOf[item] ?? 0) ?? 0,
    Math.log((index.lengths[item] || 1) / index.meanLength),
  ]);
}

/** Hears the document's name, the title, then line by line. */
function weigh({ ear, totals, tallies }: Weighing, item: number): readonly number[] {
  const { index, asked } = ear;
  const { heading } = tallies;
  clear(heading);
  hearLine(ear, index.documentStarts[index.documentOf[item] ?? 0] ?? 0, [heading]);
  ear.longestRun = 0;
  const titleEnd = hearLine(ear, index.starts[item] ?? 0, [heading]);
  const titleRun = ear.longestRun;
  const own = hearTitle(ear, index.starts[item] ?? 0);
  const lines = hearLines(ear, { from: titleEnd + 1, to: index.starts[item + 1] ?? 0, totals }, tallies);
  return [
    ear.longestRun / totals.words,
    titleRun / totals.words,
    own.words,
    own.pairs,
    (heading.words + lines.words) / totals.words,
    (heading.neighbours + lines.pairs) / totals.pairs,
    lines.said,
    lines.defined / totals.words,
    asked.article !== undefined && asked.article === index.numbers[item] ? 1 : 0,
  ];
}

interface Lines extends Pick<Weighing, "totals"> {
  readonly from: number;
  readonly to: number;
}

function hearLines(ear: Ear, { from, to, totals }: Lines, { line, beneath }: Weighing["tallies"]) {
  const best = { words: 0, pairs: 0, said: 0, defined: 0 };
  let nearest = { from, near: 0 };
  for (let start = from; start < to; ) {
    clear(line);
    clear(beneath);
    const end = hearLine(ear, start, [line, beneath]);
    best.words = Math.max(best.words, beneath.words);
    best.pairs = Math.max(best.pairs, beneath.neighbours);
    best.defined = Math.max(best.defined, hearDefinition(ear, start));
    const near = line.words / totals.words + line.neighbours / totals.pairs;
    if (near > nearest.near) nearest = { from: start, near };
    start = end + 1;
  }
  if (nearest.near > 0) best.said = shareSaid(ear, nearest.from);
  return best;
}

/** How the candidates' scores, sharpened, spread over the documents. */
function shareByDocument(
  candidates: readonly number[],
  leads: readonly number[],
  { documentOf }: ArticleIndex,
): ReadonlyMap<number, number> {
  const total = leads.reduce((sum, lead) => sum + lead ** 4, 0) || 1;
  const shares = new Map<number, number>();
  candidates.forEach((item, place) => {
    const document = documentOf[item] ?? 0;
    shares.set(document, (shares.get(document) ?? 0) + (leads[place] ?? 0) ** 4 / total);
  });
  return shares;
}
