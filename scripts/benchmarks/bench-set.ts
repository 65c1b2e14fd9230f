import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Article } from "../../knowledge/articles/article.ts";

/** Questions and articles of a public benchmark. They lie beside the project, are only measured with, and are never part of it. */
export interface BenchSet {
  readonly name: SetName;
  readonly articles: readonly Article[];
  readonly questions: readonly BenchQuestion[];
}

export interface BenchQuestion {
  readonly id: string;
  readonly text: string;
  readonly split: string;
  /** Ids of the articles that answer it. */
  readonly right: readonly string[];
}

/** `alqac22` is the public table: 304 articles; `alqac22-all` has 1,032 others of the same codes among them. */
export const setNames = ["alqac22", "alqac22-all", "alqac25", "zalo-pd"] as const;
export type SetName = (typeof setNames)[number];

export const benchFolder = fileURLToPath(new URL("../../../shared/bench", import.meta.url));

/** Why nothing can be measured here, or undefined. */
export function whyNoBench(folder = benchFolder): string | undefined {
  return existsSync(join(folder, "alqac25", "queries.jsonl"))
    ? undefined
    : `${folder} is not there: the benchmark sets are not part of the project`;
}

const Document = z.object({
  _id: z.string(),
  title: z.string(),
  text: z.string(),
  law: z.string().optional(),
  doc: z.string().optional(),
  article: z.string().optional(),
  set: z.string().optional(),
});
const Query = z.object({ _id: z.string(), text: z.string(), split: z.string().optional() });
const Synthetic = z.object({ text: z.string(), gold: z.array(z.string()) });

export function readBenchSet(name: SetName, folder = benchFolder): BenchSet {
  const home = name === "alqac22-all" ? "alqac22" : name;
  const corpus = name === "zalo-pd" ? "phapdien/corpus.jsonl.gz" : `${home}/corpus.jsonl`;
  const documents = lines(join(folder, corpus)).map((line) => Document.parse(line));
  const right = readRight(join(folder, home, "qrels.tsv"));
  return {
    name,
    articles: documents.filter(({ set }) => name !== "alqac22" || set === "gold").map(articleOf),
    questions: lines(join(folder, home, "queries.jsonl"))
      .map((line) => Query.parse(line))
      .map(({ _id, text, split = "test" }) => ({ id: _id, text, split, right: right.get(_id) ?? [] }))
      .filter((question) => question.right.length > 0),
  };
}

/** The same set with at most so many of its questions, spread evenly over it; all of them for 0. */
export function some(set: BenchSet, most: number): BenchSet {
  const { questions } = set;
  if (most === 0 || questions.length <= most) return set;
  return {
    ...set,
    questions: questions.filter((_, at) => Math.floor((at * most) / questions.length) !== Math.floor(((at - 1) * most) / questions.length)),
  };
}

/** Questions on `alqac25` that a machine wrote: for fitting, beside those that people wrote. */
export function readSynthetic(folder = benchFolder): readonly BenchQuestion[] {
  return lines(join(folder, "alqac25/synthetic_train.jsonl"))
    .map((line) => Synthetic.parse(line))
    .map(({ text, gold }, at) => ({ id: `synthetic-${at}`, text, split: "synthetic", right: gold }));
}

function articleOf({ _id, title, text, law, doc, article = "" }: z.output<typeof Document>): Article {
  // The codification ends some articles with a list of related ones.
  return {
    id: _id,
    number: article.toLowerCase(),
    title,
    document: law ?? doc ?? "",
    text: text.replace(/\(Điều này có nội dung liên quan[\s\S]*$/, ""),
  };
}

function readRight(path: string): ReadonlyMap<string, readonly string[]> {
  const right = new Map<string, string[]>();
  for (const row of readFileSync(path, "utf8").split("\n").slice(1).filter(Boolean)) {
    const [question = "", article = ""] = row.split("\t");
    right.set(question, [...(right.get(question) ?? []), article]);
  }
  return right;
}

function lines(path: string): readonly unknown[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
