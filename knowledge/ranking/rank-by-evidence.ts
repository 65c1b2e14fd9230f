import type { Entry, Passage } from "../passage.ts";
import type { EvidenceOn } from "./evidence.ts";
import { none, weights } from "./weights.ts";

/** Best first, each with its share of probability; what is left over is that none of them is meant. */
export function rankByEvidence(weighed: readonly EvidenceOn[], entries: readonly (Entry | undefined)[]): readonly Passage[] {
  const likelihoods = weighed.map(({ evidence }) => Math.exp(strength(evidence)));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, Math.exp(none));
  return weighed
    .flatMap(({ item, evidence }, position) => {
      const entry = entries[item];
      return entry === undefined ? [] : [{ entry, evidence, probability: (likelihoods[position] ?? 0) / total }];
    })
    .sort((a, b) => b.probability - a.probability);
}

function strength(evidence: readonly number[]): number {
  return evidence.reduce((sum, amount, position) => sum + amount * (weights[position] ?? 0), 0);
}
