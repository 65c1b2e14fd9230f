import type { Passage } from "../../knowledge/passage.ts";

export type Decision =
  | { readonly kind: "answer"; readonly passage: Passage; readonly probability: number }
  | { readonly kind: "ask-back"; readonly passages: readonly [Passage, Passage, ...Passage[]]; readonly probability: number }
  | { readonly kind: "unknown"; readonly probability: number };

/** Fitted on our own questions: how much coverage, likeness and the lead over the next entry say of being right. */
const weights = { bias: -4.2, coverage: 3.4, likeness: 5.2, lead: 2.2 } as const;

/** What a wrong answer would cost sets how sure the bot must be. */
const sureEnough = { none: 0.5, money: 0.55, freedom: 0.6 } as const;
const worthAsking = 0.22;
const alike = 0.8;

/** The probability that the first passage answers the question. */
export function probabilityOf([first, second]: readonly Passage[]): number {
  if (first === undefined) return 0;
  const lead = second === undefined ? 1 : 1 - second.score / first.score;
  const sum = weights.bias + weights.coverage * first.coverage + weights.likeness * first.likeness + weights.lead * Math.min(1, 2 * lead);
  return 1 / (1 + Math.exp(-sum));
}

/** Answer, ask back between entries that are about as likely, or admit not to know. */
export function decide(passages: readonly Passage[]): Decision {
  const probability = probabilityOf(passages);
  const [first, second, ...others] = passages;
  if (first === undefined) return { kind: "unknown", probability };
  if (probability >= sureEnough[first.entry.risk]) return { kind: "answer", passage: first, probability };
  if (second !== undefined && probability >= worthAsking) {
    const rivals = others.filter(({ score }) => score >= first.score * alike).slice(0, 1);
    return { kind: "ask-back", passages: [first, second, ...rivals], probability };
  }
  return { kind: "unknown", probability };
}
