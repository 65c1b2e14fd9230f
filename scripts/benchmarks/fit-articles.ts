import { fit, type Judged } from "../../knowledge/ranking/fit.ts";

/** Weights under which what is right is most probable, fitted with every piece of evidence brought to the same spread. */
export function fitWeights(judged: readonly Judged[], pieces: number): readonly number[] {
  const spreads = Array.from({ length: pieces }, (_, piece) =>
    spreadOf(judged.flatMap(({ evidence }) => evidence.map((each) => each[piece] ?? 0))),
  );
  const scaled = judged.map(
    ({ evidence, right }): Judged => ({
      evidence: evidence.map((each) => each.map((amount, piece) => amount / (spreads[piece] ?? 1))),
      right,
    }),
  );
  const { weights } = fit(scaled, pieces);
  return weights.map((weight, piece) => Math.round((weight / (spreads[piece] ?? 1)) * 100) / 100);
}

function spreadOf(amounts: readonly number[]): number {
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length);
  return Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / Math.max(1, amounts.length)) || 1;
}
