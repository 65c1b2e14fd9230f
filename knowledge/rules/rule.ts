import type { z } from "zod";
import type { Day } from "../provision.ts";

/** A rule of law as code: facts in, result out. Same facts, same day, same result. */
export interface Rule {
  readonly name: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Parses the facts first; throws a ZodError when they are not of the form of `input`. */
  calculate(input: unknown, asOf: Day): unknown;
  /** As `calculate`, over facts that are of the form already, read one by one and only as far as they are needed. */
  judge(facts: unknown, asOf: Day): Judged;
}

export interface TypedRule<Output> extends Rule {
  calculate(input: unknown, asOf: Day): Output;
}

export interface Judged<Output = unknown> {
  readonly output: Output;
  /** Ids of the provisions it rests on. */
  readonly basis: readonly string[];
}

interface WrittenRule<Input extends z.ZodType, Output extends z.ZodType> {
  readonly name: string;
  readonly input: Input;
  readonly output: Output;
  judge(facts: z.output<Input>, asOf: Day): Judged<z.output<Output>>;
}

/** Puts the parsing in front of a calculation, so that nothing unparsed ever reaches it. */
export function defineRule<Input extends z.ZodType, Output extends z.ZodType>(
  rule: WrittenRule<Input, Output>,
): TypedRule<z.output<Output>> {
  return {
    ...rule,
    calculate: (input, asOf) => rule.judge(rule.input.parse(input), asOf).output,
    // Whoever calls this has made the facts after the form of `input`.
    judge: (facts, asOf) => rule.judge(facts as z.output<Input>, asOf),
  };
}

/** A calculation whose output names its provisions itself. */
export function withBasis<Input, Output extends { readonly basis: readonly string[] }>(
  calculate: (facts: Input, asOf: Day) => Output,
): (facts: Input, asOf: Day) => Judged<Output> {
  return (facts, asOf) => {
    const output = calculate(facts, asOf);
    return { output, basis: output.basis };
  };
}

/** The facts with some of them other, and none of the rest read for it. */
export function withChanges<Input extends object>(facts: Input, changes: Partial<Input>): Input {
  return Object.create(facts, Object.getOwnPropertyDescriptors(changes));
}
