import { z } from "zod";

/** What a rule is given, or a part of it, nested as the rule has it. A fact left out is one nobody has answered yet. */
export interface Facts {
  readonly [name: string]: FactValue;
}
export type FactValue = string | number | boolean | null | readonly FactValue[] | Facts;

/** Stands where a fact must be asked although something would be assumed of it, or so that a list has its length. */
export const toAsk = "?";

const FactValue: z.ZodType<FactValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(FactValue).readonly(), Facts]),
);
export const Facts: z.ZodType<Facts> = z.lazy(() => z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/), FactValue));

export function isFacts(value: FactValue | undefined): value is Facts {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Array.isArray does not know read-only lists. */
function isList(value: FactValue | undefined): value is readonly FactValue[] {
  return Array.isArray(value);
}

/** What is known, and what an answer adds: the later wins, but "?" takes the place of nothing that was answered. */
export function joinFacts(known: Facts, more: Facts): Facts {
  return combine(known, more, (before, after) => (after === toAsk ? before : after));
}

/** Facts over others that were only assumed: "?" wins too. */
export function overFacts(assumed: Facts, known: Facts): Facts {
  return combine(assumed, known, (_, after) => after);
}

/** The facts of several ticks: their lists are put together. */
export function tickFacts(ticked: Facts, another: Facts): Facts {
  return combine(ticked, another, (before, after) => (isList(before) && isList(after) ? [...before, ...after] : after));
}

function combine(first: Facts, second: Facts, choose: (before: FactValue, after: FactValue) => FactValue): Facts {
  const both: Record<string, FactValue> = { ...first };
  for (const [name, after] of Object.entries(second)) {
    const before = first[name];
    if (before === undefined) both[name] = after;
    else both[name] = isFacts(before) && isFacts(after) ? combine(before, after, choose) : choose(before, after);
  }
  return both;
}

/** The facts with one more, at a path like "mainPenalty.months" or, in a list with places to fill, "courtRefusedOn.0". */
export function withFact(facts: Facts, path: string, value: FactValue): Facts {
  const [name = "", ...rest] = path.split(".");
  return { ...facts, [name]: rest.length === 0 ? value : put(facts[name], rest, value) };
}

function put(into: FactValue | undefined, [name = "", ...rest]: readonly string[], value: FactValue): FactValue {
  const placed = (before: FactValue | undefined) => (rest.length === 0 ? value : put(before, rest, value));
  if (isList(into)) return into.map((item, at) => (String(at) === name ? placed(item) : item));
  const object = isFacts(into) ? into : {};
  return { ...object, [name]: placed(object[name]) };
}

/** The value at a path; undefined where nobody has said anything of it. */
export function factAt(facts: FactValue | undefined, path: string): FactValue | undefined {
  return path.split(".").reduce<FactValue | undefined>((value, name) => {
    if (isList(value)) return value[Number(name)];
    return isFacts(value) ? value[name] : undefined;
  }, facts);
}

/** Every path the facts say something of, if only that it is to be asked; a list is one value. */
export function pathsOf(facts: FactValue, at = ""): readonly string[] {
  if (!isFacts(facts)) return [at];
  return Object.entries(facts).flatMap(([name, value]) => pathsOf(value, at === "" ? name : `${at}.${name}`));
}

/**
 * Whether the facts are as the pattern says; a list in the pattern names several values of which one must stand there, an empty one says
 * that there is an empty list.
 */
export function matches(facts: FactValue | undefined, pattern: Facts): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const value = isFacts(facts) ? facts[name] : undefined;
    if (isFacts(wanted)) return matches(value, wanted);
    if (!isList(wanted)) return value === wanted;
    return wanted.length === 0 ? isList(value) && value.length === 0 : wanted.some((one) => one === value);
  });
}
