import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ReplyPart } from "../../bot/reply.ts";

const facts = z.array(z.string());
const Line = z.object({
  id: z.string(),
  question: z.string().optional(),
  turns: z.array(z.string()).optional(),
  facts: z.union([facts, z.array(facts)]).optional(),
  kind: z.string().optional(),
  style: z.string().optional(),
  talk: z.string().optional(),
  lookalike: z.boolean().optional(),
});

/** A question of a golden set: what is said, and any of which facts the right answer rests on (one list for each question in it). */
export interface Golden {
  readonly id: string;
  readonly turns: readonly string[];
  readonly facts: readonly (readonly string[])[];
  readonly style: string;
  readonly talk: string | undefined;
  readonly lookalike: boolean;
}

export function readSet(folder: string, name: string): readonly Golden[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((text) => {
    const { id, question, turns, facts: wanted = [], style = "", talk, lookalike = false } = Line.parse(JSON.parse(text));
    const nested = wanted.every((item) => typeof item !== "string") ? wanted : [wanted.filter((item) => typeof item === "string")];
    return { id, turns: turns ?? [question ?? ""], facts: nested, style, talk, lookalike };
  });
}

/**
 * Golden questions in two folders: `seen` ones the weights were fitted on and the wording was looked at with; `unseen` ones nothing
 * was fitted on.
 */
export const goldenFolders = {
  seen: fileURLToPath(new URL("../../test/golden/seen", import.meta.url)),
  unseen: fileURLToPath(new URL("../../test/golden/unseen", import.meta.url)),
};

/** Questions that the library answers. */
export function readQuestions(folder: string): readonly Golden[] {
  const names = readdirSync(folder).filter((name) => name.startsWith("questions"));
  return names.sort().flatMap((name) => readSet(folder, name.replace(".jsonl", "")));
}

export function isAnswer(part: ReplyPart): boolean {
  return part.outcome === "answer" || part.outcome === "scam-warning";
}
