import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Choice, citationsOf, type Reply } from "../bot/reply.ts";
import { replyText } from "../bot/reply-text.ts";
import { openKnowledge, readKnowledge } from "../knowledge/compiled.ts";
import { Day } from "../knowledge/provision.ts";
import { converse } from "./evaluating/ask.ts";

const Line = z.object({ id: z.union([z.string(), z.number()]), turns: z.array(z.string()).min(1).max(50), today: Day.optional() });
const { values, positionals } = parseArgs({
  options: { jsonl: { type: "boolean", default: false }, today: { type: "string" } },
  allowPositionals: true,
});

const knowledge = openKnowledge(readKnowledge());
const vietnamToday = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

if (values.jsonl) await answerLines();
else await answerInTerminal();

async function answerLines(): Promise<void> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() !== "") process.stdout.write(`${JSON.stringify(answerLine(text))}\n`);
  }
}

function answerLine(text: string): unknown {
  const read = readJson(text);
  const parsed = Line.safeParse(read);
  if (!parsed.success) {
    const id = typeof read === "object" && read !== null && "id" in read ? { id: read.id } : {};
    return { ...id, error: parsed.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; ") };
  }
  const { id, turns, today } = parsed.data;
  const said = converse(turns, { ...knowledge, day: Day.parse(today ?? values.today ?? vietnamToday) });
  return { id, replies: said.map(({ reply }) => described(reply)), ms: said.map(({ ms }) => ms) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    return fault instanceof SyntaxError ? undefined : Promise.reject(fault);
  }
}

async function answerInTerminal(): Promise<void> {
  const day = Day.parse(values.today ?? vietnamToday);
  if (positionals.length > 0) {
    for (const { reply } of converse([positionals.join(" ")], { ...knowledge, day })) console.log(replyText(reply));
    return;
  }
  const turns: string[] = [];
  console.log("Hỏi đi ạ (Ctrl+D để thôi):");
  for await (const text of createInterface({ input: process.stdin })) {
    turns.push(text);
    const last = converse(turns, { ...knowledge, day }).at(-1)?.reply;
    if (last) console.log(`\n${replyText(last)}\n${last.parts.flatMap(({ choices }) => choices.map(button)).join("\n")}\n`);
  }
}

function button({ label, says }: Choice): string {
  return `  [${label}]${says === undefined || says === label ? "" : ` ${says}`}`;
}

function described(reply: Reply) {
  const entry = reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : []))[0];
  const choices = reply.parts.flatMap((part) => part.choices.map(({ label }) => label));
  const interview = reply.parts.flatMap((part) => ("interview" in part ? [part.interview] : []))[0];
  const reason = reply.parts.flatMap((part) => ("reason" in part ? [part.reason] : []))[0];
  return {
    outcome: reply.outcome,
    text: replyText(reply),
    citations: reply.parts
      .flatMap(citationsOf)
      .map(({ document, article, clause, point, inForceFrom }) => ({ document, article, clause, point, inForceFrom })),
    confidence: Math.round(reply.confidence * 1000) / 1000,
    ...(entry !== undefined && { entry }),
    ...(interview !== undefined && { interview }),
    ...(choices.length > 0 && { choices }),
    ...(reason !== undefined && { reason }),
  };
}
