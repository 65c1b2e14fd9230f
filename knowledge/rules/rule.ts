import type { z } from "zod";
import type { Day } from "../provision.ts";

/** A rule of law as code: facts in, result out. Same facts, same day, same result. */
export interface Rule {
  readonly name: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Parses the facts first; throws a ZodError when they are not of the form of `input`. */
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

/** Puts the parsing in front of a calculation, so that nothing unparsed ever reaches it. */
export function defineRule<Input extends z.ZodType, Output extends z.ZodType>(
  rule: WrittenRule<Input, Output>,
): TypedRule<z.output<Output>> {
  return { ...rule, calculate: (input, asOf) => rule.calculate(rule.input.parse(input), asOf) };
}
