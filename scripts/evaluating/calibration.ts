import { findAnswers } from "../../bot/question/find-answers.ts";
import type { Asking } from "./ask.ts";
import { readQuestions, readSet } from "./sets.ts";

/** Of the questions the bot was so sure of, how many its first entry is right for. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly right: number;
}

/** If it answered from this probability on: how many questions it would answer, how many of those wrong, how many outside its subject. */
export interface AtThreshold {
  readonly threshold: number;
  readonly answered: number;
  readonly wrong: number;
  readonly outsideAnswered: number;
}

interface Judged {
  readonly probability: number;
  readonly right: boolean;
  readonly outside: boolean;
}

/** By search alone: no rule and no ear has a say. */
export function measureCalibration(
  folder: string,
  asking: Asking,
): { readonly reliability: readonly Bin[]; readonly coverage: readonly AtThreshold[] } {
  const judged = judge(folder, asking);
  const ours = judged.filter(({ outside }) => !outside);
  const outside = judged.filter((each) => each.outside);
  const reliability = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const bin = ours.filter(({ probability }) => probability >= from && (probability < from + 0.1 || from === 0.9));
    const mean = bin.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, bin.length);
    return { from, count: bin.length, meanProbability: mean, right: share(bin, ({ right }) => right) };
  });
  const coverage = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((threshold) => {
    const answered = ours.filter(({ probability }) => probability >= threshold);
    return {
      threshold,
      answered: answered.length / Math.max(1, ours.length),
      wrong: share(answered, ({ right }) => !right),
      outsideAnswered: share(outside, ({ probability }) => probability >= threshold),
    };
  });
  return { reliability, coverage };
}

function judge(folder: string, asking: Asking): readonly Judged[] {
  const asked = { ...asking, conversation: { speaker: { kind: "bot" }, turns: [], introduce: false } as const };
  const outside = readSet(folder, "outside");
  return [
    ...readQuestions(folder).map((golden) => ({ golden, outside: false })),
    ...outside.map((golden) => ({ golden, outside: true })),
  ].map(({ golden, outside: isOutside }) => {
    const [{ decision, passages }] = findAnswers(golden.turns[0] ?? "", asked).found;
    const wanted = new Set(golden.facts.flat());
    const first = passages[0]?.entry;
    const provisions = first === undefined ? [] : [...first.basis, ...first.formerly];
    return {
      probability: decision.probability,
      right: provisions.some(({ facts }) => facts.some((fact) => wanted.has(fact))),
      outside: isOutside,
    };
  });
}

function share<Item>(items: readonly Item[], has: (item: Item) => boolean): number {
  return items.filter(has).length / Math.max(1, items.length);
}
