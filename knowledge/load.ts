import { z } from "zod";
import { type ContentFile, type Fault, readContentFiles, readYaml, versionOf } from "./files/content-file.ts";
import { type Askings, readEntry, WrittenAskings } from "./files/read-entry.ts";
import { provisionsOf, resolveEntry } from "./files/resolve.ts";
import { Hotline, SafetyWords } from "./hotline.ts";
import { Interview } from "./interviews/interview.ts";
import { readLexicon } from "./lexicon.ts";
import { type Library, Release, Topic } from "./library.ts";
import { Office } from "./office.ts";
import type { Entry } from "./passage.ts";
import { type LegalDocument, type Provision, WrittenDocument } from "./provision.ts";
import { readVocabulary } from "./words/vocabulary.ts";

export type Loaded =
  | { readonly kind: "loaded"; readonly library: Library; readonly lines: Lines }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/** Where the file of an entry or of `interviews/<slug>` stands, for faults found after loading. */
export type Lines = ReadonlyMap<string, ContentFile>;

/** Reads the whole library below `folder`: all of it, or every fault in it. */
export function loadLibrary(folder: string): Loaded {
  return buildLibrary(readContentFiles(folder));
}

export function buildLibrary(files: readonly ContentFile[]): Loaded {
  const faults: Fault[] = [];
  const lines = new Map<string, ContentFile>();
  const below = (start: string) => files.filter((file) => file.path.startsWith(start));
  const read = <Schema extends z.ZodType>(start: string, schema: Schema) => below(start).flatMap((file) => readFile(file, schema, faults));
  const readLists = <Item extends z.ZodType>(start: string, item: Item) => read(start, z.array(item)).flat();

  const written = read("law/", WrittenDocument);
  const documents = keyed(written.map(withoutProvisions), "law", faults);
  const provisions = keyed(written.flatMap(provisionsOf), "law", faults);
  const askings = new Map(read("askings/", WrittenAskings).flatMap((written) => Object.entries(written)));
  const entries = keyed(
    files.filter((file) => file.path.endsWith(".md")).flatMap((file) => readOne(file, { askings, provisions, faults, lines })),
    "topics",
    faults,
  );
  faults.push(...withoutEntry(askings, entries));
  const moved = readMoved(below("moved.yaml"), entries, faults);
  const topics = keyed(readLists("topics.yaml", Topic), "topics.yaml", faults);
  faults.push(...withoutTitle(entries, topics));
  const offices = keyed(readLists("offices/", Office), "offices", faults);
  const hotlines = keyed(readLists("hotlines.yaml", Hotline), "hotlines.yaml", faults);
  const safety = new Map(readLists("safety.yaml", SafetyWords).map((words) => [words.kind, words]));
  const interviews = readInterviews(below("interviews/"), faults, lines);
  const release = readRelease(below("release.yaml"), faults);
  const lexicon = readLexicon(below("lexicon/"), faults);
  const vocabulary = readVocabulary(below("lexicon/"), faults);

  if (faults.length > 0 || release === undefined || lexicon === undefined || vocabulary === undefined) return { kind: "faulty", faults };
  const answers = { documents, provisions, entries, moved, topics, interviews };
  const library = { ...release, ...answers, version: versionOf(files), offices, hotlines, safety, lexicon, vocabulary };
  return { kind: "loaded", lines, library };
}

/** `moved.yaml`: old id → new id, for every entry that was renamed. */
function readMoved(files: readonly ContentFile[], entries: Library["entries"], faults: Fault[]): Library["moved"] {
  const moved = new Map(files.flatMap((file) => readFile(file, z.record(z.string(), z.string()), faults)).flatMap(Object.entries<string>));
  for (const [old, id] of moved) {
    if (entries.has(old)) faults.push({ file: "moved.yaml", line: 1, message: `${old} is an entry: nothing has moved from there` });
    if (!entries.has(id)) faults.push({ file: "moved.yaml", line: 1, message: `no entry ${id}` });
  }
  return moved;
}

function readRelease(files: readonly ContentFile[], faults: Fault[]): Release | undefined {
  if (files.length === 0) faults.push({ file: "release.yaml", line: 1, message: "the file is missing" });
  return files.flatMap((file) => readFile(file, Release, faults))[0];
}

function withoutEntry(askings: Askings, entries: Library["entries"]): readonly Fault[] {
  return [...askings.keys()].filter((id) => !entries.has(id)).map((id) => ({ file: "askings", line: 1, message: `no entry ${id}` }));
}

function withoutTitle(entries: Library["entries"], topics: Library["topics"]): readonly Fault[] {
  const lacking = new Set(
    [...entries.values()].filter(({ kind, topic }) => kind === "topic" && !topics.has(topic)).map(({ topic }) => topic),
  );
  return [...lacking].map((topic) => ({ file: "topics.yaml", line: 1, message: `topics/${topic} has no title` }));
}

function readInterviews(files: readonly ContentFile[], faults: Fault[], lines: Map<string, ContentFile>): Library["interviews"] {
  const read = files.flatMap((file) => readFile(file, Interview, faults).map((interview) => ({ file, interview })));
  for (const { file, interview } of read) {
    lines.set(`interviews/${interview.slug}`, file);
    if (file.path !== `interviews/${interview.slug}.yaml`)
      faults.push({ file: file.path, line: 1, message: `slug: ${interview.slug} is not the file's name` });
  }
  return new Map(read.map(({ interview }) => [interview.slug, interview]));
}

function readFile<Schema extends z.ZodType>(file: ContentFile, schema: Schema, faults: Fault[]): readonly z.output<Schema>[] {
  const result = readYaml(file, schema);
  if ("value" in result) return [result.value];
  faults.push(...result.faults);
  return [];
}

function withoutProvisions({ provisions: _, ...document }: WrittenDocument): LegalDocument {
  return document;
}

interface Reading {
  readonly askings: Askings;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly faults: Fault[];
  readonly lines: Map<string, ContentFile>;
}

function readOne(file: ContentFile, { askings, provisions, faults, lines }: Reading): readonly Entry[] {
  const written = readEntry(file, askings);
  if ("faults" in written) {
    faults.push(...written.faults);
    return [];
  }
  lines.set(written.value.id, file);
  const resolved = resolveEntry(written.value, provisions);
  if ("value" in resolved) return [resolved.value];
  faults.push(...resolved.missing.map((id) => ({ file: file.path, line: lineWith(file, id), message: `no provision ${id}` })));
  return [];
}

export function lineWith(file: ContentFile, words: string): number {
  const before = file.text.split(words)[0] ?? "";
  return before.length === file.text.length ? 1 : before.split("\n").length;
}

function keyed<Item extends { readonly id: string }>(items: readonly Item[], file: string, faults: Fault[]): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) {
    if (map.has(item.id)) faults.push({ file, line: 1, message: `id ${item.id} stands twice` });
    map.set(item.id, item);
  }
  return map;
}
