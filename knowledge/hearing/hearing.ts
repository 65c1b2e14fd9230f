import { dangerKinds } from "../hotline.ts";
import { featuresOf } from "./features.ts";

/** What a message may be, beside a question of law: the files of `knowledge/heard/`. */
export const heardKinds = [
  "question",
  ...dangerKinds,
  "lure",
  "unlawful",
  "outside",
  "greeting",
  "thanks",
  "insult",
  "agreement",
  "person",
  "erase",
  "help",
] as const;
export type HeardKind = (typeof heardKinds)[number];

/** How probable each kind is for a message; they add up to 1. */
export type Heard = Readonly<Record<HeardKind, number>>;

/** Hears what a message is, told as it was meant. */
export type Hearing = (meant: string) => Heard;

/** A trained table: for every place a whole number for each kind, and what those numbers are multiplied by. */
export interface HearingTable {
  readonly scale: number;
  /** Kind by kind within each place. */
  readonly weights: Int8Array;
}

export function openHearing({ scale, weights }: HearingTable): Hearing {
  return (meant) => {
    const features = featuresOf(meant);
    const strengths = heardKinds.map((_, kind) => {
      let sum = 0;
      for (const at of features) sum += weights[at * heardKinds.length + kind] ?? 0;
      return (sum * scale) / Math.sqrt(features.length);
    });
    const top = Math.max(...strengths);
    const likelihoods = strengths.map((strength) => Math.exp(strength - top));
    const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
    // The kinds are those of the type, each once.
    return Object.fromEntries(heardKinds.map((kind, at) => [kind, (likelihoods[at] ?? 0) / total])) as Record<HeardKind, number>;
  };
}
