import { z } from "zod";
import { Day } from "../provision.ts";
import { Facts } from "./facts.ts";

/** Where in a rule's facts an answer goes: "mainPenalty.months". */
const Path = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/);
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** As people say it; in a question for a value, ~ is where the value stands ("bị ~ tù"). */
const hear = z.array(z.string().min(2)).readonly().default([]);

/** A button. Its label fits a quick reply of Messenger; `says` is the same at length, where there is room. */
export const Option = z
  .strictObject({
    id: Id,
    label: z.string().min(1).max(20),
    says: z.string().min(2).max(160).optional(),
    /** What is known of the case once this is chosen. */
    facts: Facts.default({}),
    hear,
  })
  .readonly();
export type Option = z.infer<typeof Option>;

/** With "back" and "leave" they are the 13 that Messenger takes, and one over. */
const mostOptions = 10;
const options = (least: number) => z.array(Option).min(least).max(mostOptions).readonly();

const everyQuestion = {
  id: Id,
  ask: z.string().min(8).max(160),
  /** "Vì sao hỏi": what turns on the answer. */
  why: z.string().min(8).max(240),
  help: z.string().min(8).max(320).optional(),
  /** Facts that hold whatever the answer; the answer's own come after them. */
  facts: Facts.default({}),
  /** Of several questions for the same fact, the one for cases of this kind. It never decides whether the fact is asked. */
  for: Facts.default({}),
};
/** `options` of these are the buttons beside the value: "không nhớ", "chưa xong". */
const everyValue = { ...everyQuestion, fills: Path, hear, options: options(0).default([]) };
const everyNumber = { ...everyValue, least: z.number().default(0), most: z.number() };

export const Question = z.discriminatedUnion("kind", [
  z.strictObject({ ...everyQuestion, kind: z.literal("one"), options: options(2) }).readonly(),
  /** Several may be ticked; lists in their facts are put together. `none` is the button for "none of these". */
  z.strictObject({ ...everyQuestion, kind: z.literal("many"), options: options(1), none: Option }).readonly(),
  z
    .strictObject({
      ...everyValue,
      kind: z.literal("day"),
      when: z.enum(["past", "future", "any"]).default("past"),
      /** A month or a year alone will do: the day is then taken at this end of it, the safe one. */
      roughly: z.enum(["first", "last"]).optional(),
    })
    .readonly(),
  /** In months. */
  z.strictObject({ ...everyNumber, kind: z.literal("duration") }).readonly(),
  z.strictObject({ ...everyNumber, kind: z.literal("number"), unit: z.string().optional() }).readonly(),
  /** In đồng. */
  z.strictObject({ ...everyNumber, kind: z.literal("money") }).readonly(),
]);
export type Question = z.infer<typeof Question>;

/**
 * A sentence with what the rule found in it: "{earliestDate}", "{fee.dong|dong}". A line whose value is null or an empty list is left out,
 * "[ … {by}.]" only that part; "{papers}" alone is all lines of that list; `each` is a line for every item of a list of objects, of those
 * that are as `if` says. Without `each` the line is there when the whole of what was found is as `if` says.
 */
const Line = z.union([
  z.string().min(2),
  z.strictObject({ each: Path.optional(), if: Facts.default({}), line: z.string().min(2) }).readonly(),
]);
export type Line = z.infer<typeof Line>;
const lines = z.array(Line).readonly();

export const ResultWords = z
  .strictObject({
    /** Only when the rule's output is as this says (`categories: []`: none were found); the last wording of a verdict has none. */
    if: Facts.default({}),
    heading: z.string().min(8).max(160),
    explanation: z.string().min(8).max(480),
    /** What could change the result, beside the doubts of the rule. */
    changes: lines.default([]),
    papers: lines.default([]),
    where: lines.default([]),
    next: z.array(Line).nonempty().readonly(),
    sections: z
      .array(z.strictObject({ title: z.string(), lines }).readonly())
      .readonly()
      .default([]),
    table: z
      .strictObject({
        title: z.string(),
        each: Path,
        columns: z
          .array(z.strictObject({ title: z.string(), value: z.string() }).readonly())
          .nonempty()
          .readonly(),
      })
      .readonly()
      .optional(),
    /** Hands over to a person: the one result that may cite nothing. */
    person: z.boolean().default(false),
  })
  .readonly();
export type ResultWords = z.infer<typeof ResultWords>;

/** `interviews/<slug>.yaml`: the words of a guided interview. What is asked, and when, the rule decides. */
export const Interview = z
  .strictObject({
    /** Also the end of its address: /cong-cu/<slug>. */
    slug: Id,
    rule: z.string(),
    title: z.string().min(8).max(80),
    about: z.string().min(20).max(240),
    /** What to have at hand. */
    have: z.array(z.string().min(4)).readonly().default([]),
    /** Entries that offer it; each names it in its front matter. */
    entries: z.array(z.string()).nonempty().readonly(),
    /** Facts taken so until an answer says otherwise, or says "?". */
    assumed: Facts.default({}),
    questions: z.array(Question).nonempty().readonly(),
    /** The field of the rule's output that is its verdict; `results` has words for each of its values. */
    verdict: z.string(),
    results: z.record(z.string(), z.array(ResultWords).nonempty().readonly()),
    /** Provisions and lines that carry the figures of these words. */
    basis: z.array(z.string()).nonempty().readonly(),
    hotlines: z.array(z.string()).readonly().default([]),
    approved: z
      .strictObject({ by: z.string().min(2), on: Day })
      .nullable()
      .default(null),
  })
  .readonly();
export type Interview = z.infer<typeof Interview>;

export function optionsOf(question: Question): readonly Option[] {
  return question.kind === "many" ? [...question.options, question.none] : question.options;
}
