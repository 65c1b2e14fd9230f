import type { Passage } from "../../knowledge/passage.ts";
import type { Before, Reading, Standing } from "./follow-up.ts";
import { talkWeights } from "./talk-weights.ts";

/** What speaks for an entry in a conversation, in this order: logarithms of its probability in each reading, and 1 or 0. */
export const talkEvidence = ["by itself", "with what was said", "on the subject", "same topic"] as const;

type SearchReading = (reading: Reading) => readonly Passage[];

/**
 * The entries for a message in its conversation, best first. It is read by itself, with what the person said before, and on the
 * subject of the last answer, and each reading has its say: another one where the message leans on what was said.
 */
export function searchInTalk({ alone, before }: Standing, search: SearchReading): readonly Passage[] {
  if (before === undefined) return search(alone);
  const weights = talkWeights[before.leans ? "leaning" : "standing"];
  const { candidates, known } = weighInTalk({ alone, before }, search);
  const strengths = candidates.map(({ evidence }) => evidence.reduce((sum, amount, at) => sum + amount * (weights[at] ?? 0), 0));
  const top = Math.max(...strengths);
  const likelihoods = strengths.map((strength) => Math.exp(strength - top));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  return candidates
    .map(({ passage }, at) => ({ ...passage, probability: (known * (likelihoods[at] ?? 0)) / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** A probability of nothing would outweigh everything. */
const floor = 0.001;

/** Every entry that a reading finds, with what speaks for it; `known` is how sure the surest reading is that we know of it at all. */
export function weighInTalk({ alone, before }: { readonly alone: Reading; readonly before: Before }, search: SearchReading) {
  const readings = [alone, before.said, before.onSubject].map(search);
  const chances = readings.map((passages) => new Map(passages.map(({ entry, probability }) => [entry.id, probability])));
  const distinct = new Map(readings.flat().map((passage) => [passage.entry.id, passage]));
  const candidates = [...distinct.values()].map((passage) => {
    const chancesOfIt = chances.map((chance) => Math.log((chance.get(passage.entry.id) ?? 0) + floor));
    return { passage, evidence: [...chancesOfIt, passage.entry.topic === before.topic ? 1 : 0] };
  });
  const sums = readings.map((passages) => passages.reduce((sum, { probability }) => sum + probability, 0));
  return { candidates, known: Math.min(1, Math.max(...sums)) };
}
