import type { z } from "zod";
import type { Day } from "../provision.ts";

/** A calculator: facts in, a result with its working out. Pure; the day asked about is an argument like any other. */
export interface Rule {
  readonly name: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  calculate(input: unknown, asOf: Day): unknown;
}

export interface TypedRule<Output> extends Rule {
  calculate(input: unknown, asOf: Day): Output;
}

interface WrittenRule<Input extends z.ZodType, Output extends z.ZodType> {
  readonly name: string;
  readonly input: Input;
  readonly output: Output;
  calculate(input: z.output<Input>, asOf: Day): z.output<Output>;
}

/** Parses what comes in, so that a rule may trust its facts. */
export function defineRule<Input extends z.ZodType, Output extends z.ZodType>(
  rule: WrittenRule<Input, Output>,
): TypedRule<z.output<Output>> {
  return { ...rule, calculate: (input, asOf) => rule.calculate(rule.input.parse(input), asOf) };
}
