import type { Passage } from "../../knowledge/passage.ts";

export type Decision =
  | { readonly kind: "answer"; readonly passage: Passage; readonly probability: number }
  | { readonly kind: "ask-back"; readonly passages: readonly [Passage, Passage, ...Passage[]]; readonly probability: number }
  | { readonly kind: "unknown"; readonly probability: number };

/** What a wrong answer would cost sets how sure the bot must be. */
const sureEnough = { none: 0.35, money: 0.42, freedom: 0.5 } as const;
const worthAsking = 0.12;
const alike = 0.4;

/** The probability that the first passage answers the question: entries that rest on the same rule answer it as well. */
export function probabilityOf([first, ...others]: readonly Passage[]): number {
  if (first === undefined) return 0;
  const same = others.filter(({ entry }) => entry.basis[0] === first.entry.basis[0]);
  return same.reduce((sum, { probability }) => sum + probability, first.probability);
}

/** The guided interview that the likeliest entry names. */
export function interviewOf(decision: Decision): string | undefined {
  if (decision.kind === "unknown") return undefined;
  return (decision.kind === "answer" ? decision.passage : decision.passages[0]).entry.interview;
}

/** Answer, ask back between entries that are about as likely, or admit not to know. */
export function decide(passages: readonly Passage[]): Decision {
  const probability = probabilityOf(passages);
  const [first, second, ...others] = passages;
  if (first === undefined) return { kind: "unknown", probability };
  if (probability >= sureEnough[first.entry.risk]) return { kind: "answer", passage: first, probability };
  if (second !== undefined && probability >= worthAsking) {
    const rivals = others.filter((rival) => rival.probability >= first.probability * alike).slice(0, 1);
    return { kind: "ask-back", passages: [first, second, ...rivals], probability };
  }
  return { kind: "unknown", probability };
}
