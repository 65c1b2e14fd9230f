import type { Step } from "../reasoning.ts";

/** One question answered: the value, the sentences that lead to it, and what stays open. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly steps: readonly Step[];
  readonly doubts: readonly string[];
}

export function outcome<Value>(value: Value, steps: readonly Step[], doubts: readonly string[] = []): Outcome<Value> {
  return { value, steps, doubts };
}
