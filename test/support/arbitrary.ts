import fc from "fast-check";
import { z } from "zod";

/** Values a schema accepts, drawn out of its JSON Schema: every enum, every null, numbers and days within their bounds. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(schema) as Json);
}

interface Json {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
}

function from(json: Json): fc.Arbitrary<unknown> {
  if (json.const !== undefined) return fc.constant(json.const);
  if (json.enum !== undefined) return fc.constantFrom(...json.enum);
  const choices = json.anyOf ?? json.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(from));
  const { type } = json;
  if (typeof type === "object") return fc.oneof(...type.map((one) => from({ ...json, type: one })));
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: json.minimum ?? 0, max: json.maximum ?? 1000 });
    case "string":
      if (json.format === "date") return arbitraryDay;
      throw new Error("a string that is no day");
    case "array":
      return fc.array(from(json.items ?? {}), { maxLength: 4 });
    case "object":
      return fc.record(Object.fromEntries(Object.entries(json.properties ?? {}).map(([name, property]) => [name, from(property)])));
    default:
      throw new Error(`no values for ${JSON.stringify(json)}`);
  }
}

const daysBetween = (first: string, last: string) =>
  fc
    .integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** Any day of the years the rules know something about, most often of those in which the law changes fastest. */
export const arbitraryDay = fc.oneof(
  { weight: 3, arbitrary: daysBetween("2025-01-01", "2027-06-30") },
  { weight: 1, arbitrary: daysBetween("2017-01-01", "2028-12-31") },
);
