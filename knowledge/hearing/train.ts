import { featuresOf, places } from "./features.ts";
import { type HeardKind, type HearingTable, heardKinds } from "./hearing.ts";
import { shuffle, steadyRandom } from "./steady-random.ts";

export interface Example {
  readonly kind: HeardKind;
  /** The kinds it is told apart from; all where nothing else is said. */
  readonly among?: readonly HeardKind[];
  /** As it was meant: short forms written out, slips mended, marks restored. */
  readonly text: string;
  /** How much it counts beside others. */
  readonly weight: number;
}

const rounds = 8;
const step = 0.1;
const shrink = 1e-4;

/** A linear softmax by stochastic gradient (AdaGrad), the same for the same examples; its weights rounded to 8 bits. */
export function trainHearing(examples: readonly Example[]): HearingTable {
  const kinds = heardKinds.length;
  const weights = new Float32Array(places * kinds);
  const squares = new Float32Array(places * kinds);
  const ready = examples.map(({ kind, among = heardKinds, text, weight }) => ({
    features: featuresOf(text),
    kind: heardKinds.indexOf(kind),
    among: among.map((each) => heardKinds.indexOf(each)),
    weight,
  }));
  const order = Int32Array.from(ready.keys());
  const random = steadyRandom(7);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const example = ready[at];
      if (example) learn(example, weights, squares);
    }
  }
  return toBytes(weights);
}

interface Ready {
  readonly features: Int32Array;
  readonly kind: number;
  readonly among: readonly number[];
  readonly weight: number;
}

function learn({ features, kind, among, weight }: Ready, weights: Float32Array, squares: Float32Array): void {
  const kinds = heardKinds.length;
  const size = 1 / Math.sqrt(features.length);
  const strengths = among.map((k) => {
    let strength = 0;
    for (const feature of features) strength += weights[feature * kinds + k] ?? 0;
    return strength * size;
  });
  const top = Math.max(...strengths);
  const likelihoods = strengths.map((strength) => Math.exp(strength - top));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  among.forEach((k, position) => {
    const pull = weight * size * ((likelihoods[position] ?? 0) / total - (k === kind ? 1 : 0));
    if (Math.abs(pull) < 1e-4) return;
    for (const feature of features) {
      const at = feature * kinds + k;
      const slope = pull + shrink * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (step * slope) / (Math.sqrt(squares[at] ?? 0) + 1e-4);
    }
  });
}

function toBytes(weights: Float32Array): HearingTable {
  const widest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const scale = widest / 127;
  return { scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}
