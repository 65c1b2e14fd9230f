import { z } from "zod";
import { schemasAt } from "../../../knowledge/check/facts-fit.ts";
import { type FactValue, toAsk, withFact } from "../../../knowledge/interviews/facts.ts";
import { Interview } from "../../../knowledge/interviews/interview.ts";
import type { Rule } from "../../../knowledge/rules/rule.ts";

/** An interview over all facts of a rule, with no words worth the name: one question a fact, made after the form of its input. */
export function bareInterview(rule: Rule, verdict: string): Interview {
  const [verdicts] = schemasAt(rule.output, verdict);
  const words = { heading: "Kết quả là như thế này.", explanation: "Giải thích ở dưới.", next: ["Làm việc tiếp theo."] };
  const names = verdicts instanceof z.ZodEnum ? verdicts.options.map(String) : [];
  return Interview.parse({
    slug: rule.name,
    rule: rule.name,
    title: "Bảng hỏi để thử",
    about: "Hỏi hết mọi điều mà phép tính cần biết.",
    entries: ["thu/thu"],
    questions: questionsFor(rule.input, "").map(([, question], at) => ({ id: `q-${at}`, ...question })),
    verdict,
    results: Object.fromEntries(names.map((name) => [name, [{ ...words, person: name === "hand-over" }]])),
    basis: ["thu/1"],
  });
}

/** A question and the facts it is about. */
type Asked = readonly [path: string, question: object];

function questionsFor(schema: z.ZodType, path: string): readonly Asked[] {
  const form = plain(schema);
  const empty = schema instanceof z.ZodNullable ? [null] : [];
  if (form instanceof z.ZodObject) return [...(empty.length === 0 ? [] : [choice(path, [null, toAsk])]), ...below(form, path)];
  if (form instanceof z.ZodUnion)
    return ofUnion(
      form.options.map((option) => plain(option as z.ZodType)),
      path,
    );
  if (form instanceof z.ZodEnum) return choices(path, [...form.options, ...empty]);
  if (form instanceof z.ZodBoolean) return choices(path, [true, false, ...empty]);
  if (form instanceof z.ZodArray) return [ticks(path, form.element as z.ZodType)];
  return [valueFor(form, path, empty)];
}

function below(form: z.ZodObject, path: string): readonly Asked[] {
  const entries = Object.entries(form.shape as Readonly<Record<string, z.ZodType>>);
  return entries.flatMap(([name, child]) => questionsFor(child, path === "" ? name : `${path}.${name}`));
}

/** One question for what kind it is; facts of the same name are asked once. */
function ofUnion(members: readonly z.ZodType[], path: string): readonly Asked[] {
  const objects = members.filter((member) => member instanceof z.ZodObject);
  const kinds = objects.flatMap(({ shape }) => (shape.kind instanceof z.ZodLiteral ? [...shape.kind.values].map(String) : []));
  const rest = objects.flatMap((member) => below(member.omit({ kind: true }), path));
  const once = rest.filter(([name], at) => rest.findIndex(([other]) => other === name) === at);
  return [choice(`${path}.kind`, kinds), ...once];
}

function plain(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly ? plain(schema.unwrap() as z.ZodType) : schema;
}

const most = 10;

/** More values than a question has buttons go into a second one. */
function choices(path: string, values: readonly FactValue[]): readonly Asked[] {
  return values.length <= most ? [choice(path, values)] : [choice(path, [...values.slice(0, 8), toAsk]), choice(path, values.slice(8))];
}

const about = (kind: string, path: string) => ({ kind, ask: `Hỏi về ${path}?`, why: `Cần biết ${path}.` });

function choice(path: string, values: readonly FactValue[]): Asked {
  const options = values.map((value, at) => ({ id: `o-${at}`, label: `Nút ${at}`, facts: withFact({}, path, value) }));
  return [path, { ...about("one", path), options }];
}

function ticks(path: string, element: z.ZodType): Asked {
  const values = element instanceof z.ZodEnum ? element.options.map(String) : [];
  const options = values.map((value, at) => ({ id: `o-${at}`, label: `Nút ${at}`, facts: withFact({}, path, [value]) }));
  return [path, { ...about("many", path), facts: withFact({}, path, []), options, none: { id: "khong", label: "Không" } }];
}

function valueFor(form: z.ZodType, path: string, empty: readonly FactValue[]): Asked {
  const options = empty.map((value) => ({ id: "khong-nho", label: "Không nhớ", facts: withFact({}, path, value) }));
  if (form.safeParse("2024-02-29").success) return [path, { ...about("day", path), fills: path, when: "any", options }];
  const least = [1, 12].find((number) => form.safeParse(number).success) ?? 0;
  return [path, { ...about("number", path), fills: path, least, most: form.safeParse(60).success ? 60 : 50, options }];
}
