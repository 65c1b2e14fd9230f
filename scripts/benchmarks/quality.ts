import type { BenchQuestion } from "./bench-set.ts";

/** Each from 0 to 1, the mean over the questions. A question with several right articles gets the share of them that was found. */
export interface Quality {
  readonly recallAt1: number;
  readonly recallAt10: number;
  readonly reciprocalRank: number;
  readonly gain: number;
}

export function qualityOf(questions: readonly BenchQuestion[], found: readonly (readonly string[])[]): Quality {
  const each = questions.map(({ right }, at) => qualityOfOne(right, (found[at] ?? []).slice(0, 10)));
  const mean = (figure: keyof Quality) => each.reduce((sum, quality) => sum + quality[figure], 0) / Math.max(1, each.length);
  return { recallAt1: mean("recallAt1"), recallAt10: mean("recallAt10"), reciprocalRank: mean("reciprocalRank"), gain: mean("gain") };
}

function qualityOfOne(right: readonly string[], found: readonly string[]): Quality {
  const hits = found.map((id) => right.includes(id));
  const first = hits.indexOf(true);
  const discount = (place: number) => 1 / Math.log2(place + 2);
  const gained = hits.reduce((sum, hit, place) => sum + (hit ? discount(place) : 0), 0);
  const most = right.slice(0, 10).reduce((sum, _, place) => sum + discount(place), 0);
  return {
    recallAt1: hits[0] ? 1 / right.length : 0,
    recallAt10: hits.filter(Boolean).length / right.length,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    gain: gained / most,
  };
}
