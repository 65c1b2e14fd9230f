import { z } from "zod";
import { type Facts, type FactValue, isFacts, toAsk } from "../interviews/facts.ts";

/** The forms a value at that path may have; none where the schema knows no such path. */
export function schemasAt(schema: z.ZodType, path: string): readonly z.ZodType[] {
  return path.split(".").reduce<readonly z.ZodType[]>((schemas, name) => schemas.flatMap((each) => inside(each, name)), [schema]);
}

/** What is wrong with facts, or a part of them, by the form a rule asks for: "mainPenalty.kind: …". */
export function misfits(schema: z.ZodType, facts: FactValue, at = ""): readonly string[] {
  if (facts === toAsk) return [];
  if (isFacts(facts))
    return Object.entries(facts).flatMap(([name, value]) => {
      const path = at === "" ? name : `${at}.${name}`;
      const schemas = inside(schema, name);
      if (schemas.length === 0) return [`the rule has no fact ${path}`];
      const faults = schemas.map((each) => misfits(each, value, path));
      return faults.some((each) => each.length === 0) ? [] : (faults[0] ?? []);
    });
  if (Array.isArray(facts) && facts.includes(toAsk)) return inside(schema, "0").length > 0 ? [] : [`${at}: the rule wants no list`];
  const parsed = schema.safeParse(facts);
  return parsed.success ? [] : [`${at}: ${JSON.stringify(facts)} ${parsed.error.issues[0]?.message ?? ""}`];
}

/** Every fact of a schema that has none within it. A kind of case that `chosen` never makes is left out with all its facts. */
export function leavesOf(schema: z.ZodType, chosen: readonly Facts[], at = ""): readonly string[] {
  const below = (name: string, child: z.ZodType, within: readonly Facts[]) =>
    leavesOf(
      child,
      within.flatMap((facts) => (isFacts(facts[name]) ? [facts[name]] : [])),
      at === "" ? name : `${at}.${name}`,
    );
  const leaves = formsOf(schema).flatMap((form) => {
    if (!(form instanceof z.ZodObject)) return [];
    const entries: readonly (readonly [string, z.ZodType])[] = Object.entries(form.shape);
    return entries.some(([name, child]) => child instanceof z.ZodLiteral && !chosen.some((facts) => child.safeParse(facts[name]).success))
      ? []
      : entries.flatMap(([name, child]) => below(name, child, chosen));
  });
  return leaves.length > 0 || at === "" ? [...new Set(leaves)] : [at];
}

function inside(schema: z.ZodType, name: string): readonly z.ZodType[] {
  return formsOf(schema).flatMap((form): readonly z.ZodType[] => {
    if (form instanceof z.ZodObject) {
      // The shape of a schema made of schemas.
      const child = (form.shape as Readonly<Record<string, z.ZodType>>)[name];
      return child === undefined ? [] : [child];
    }
    return form instanceof z.ZodArray && /^\d+$/.test(name) ? [form.element as z.ZodType] : [];
  });
}

/** The schema without what may be null or read-only about it; of a union each of its members. */
function formsOf(schema: z.ZodType): readonly z.ZodType[] {
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodDefault
  )
    return formsOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => formsOf(option as z.ZodType));
  return [schema];
}
