import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Day } from "../knowledge/provision.ts";
import type { Rule } from "../knowledge/rules/rule.ts";
import { findRule, rules } from "../knowledge/rules/rules.ts";

const { values, positionals } = parseArgs({
  options: { jsonl: { type: "boolean", default: false }, schema: { type: "boolean", default: false } },
  allowPositionals: true,
});
const known = `rules: ${rules.map(({ name }) => name).join(", ")}`;
const [name] = positionals;
if (name === undefined || values.jsonl === values.schema) stop(`usage: npm run --silent calculate -- <rule> --jsonl | --schema; ${known}`);
const rule = findRule(name) ?? stop(`there is no rule "${name}"; ${known}`);

const Id = z.union([z.string(), z.number()]);
const Line = z.object({ id: Id, input: rule.input, asOf: Day });

if (values.schema) console.log(JSON.stringify(schemaOf(rule), null, 2));
else await answerLines();

async function answerLines(): Promise<void> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() !== "") process.stdout.write(`${JSON.stringify(answerLine(text))}\n`);
  }
}

function answerLine(text: string): object {
  const read = readJson(text);
  const line = Line.safeParse(read);
  if (!line.success) {
    const id = typeof read === "object" && read !== null && "id" in read ? { id: read.id } : {};
    return { ...id, error: line.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; ") };
  }
  const { id, input, asOf } = line.data;
  // The output of every rule is an object; its schema says which.
  return { id, ...(rule.calculate(input, asOf) as object) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    return fault instanceof SyntaxError ? undefined : Promise.reject(fault);
  }
}

/** `input`: what stands under "input" in a line. `output`: a whole line that comes back. */
function schemaOf({ input, output }: Rule): object {
  const result = z.toJSONSchema(output);
  return {
    input: z.toJSONSchema(input, { io: "input" }),
    output: {
      ...result,
      properties: { id: { type: ["string", "number"] }, ...result.properties },
      required: ["id", ...(result.required ?? [])],
    },
  };
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
