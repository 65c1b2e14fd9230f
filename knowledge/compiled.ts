import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readContentFiles, versionOf } from "./files/content-file.ts";
import { readKept, writeKept } from "./files/kept-file.ts";
import { type Heard, type HearingTable, openHearing } from "./hearing/hearing.ts";
import { readHearingTable } from "./hearing/table-file.ts";
import type { Library } from "./library.ts";
import { loadLibrary } from "./load.ts";
import { indexLibrary, openReadAsMeant, openSearch, type ReadAsMeant, type Search, type SearchIndex } from "./search.ts";

/** A library and what a search is made over, ready to be used. */
export interface Knowledge {
  readonly library: Library;
  readonly index: SearchIndex;
  readonly hearing: HearingTable;
}

/** Loads and indexes the library below `folder`; throws with the first fault when it has one. */
export function buildKnowledge(folder: string): Knowledge {
  const loaded = loadLibrary(folder);
  if (loaded.kind === "faulty") {
    const [first] = loaded.faults;
    const where = `${first?.file}:${first?.line} ${first?.message}`;
    throw new Error(`the library has ${loaded.faults.length} faults, the first: ${where} (npm run check-knowledge names all)`);
  }
  return { library: loaded.library, index: indexLibrary(loaded.library, readHeard()), hearing: readHearingTable(hearingFile) };
}

/** Where this program keeps its library, and what it compiled from it. */
export const libraryFolder = fileURLToPath(new URL("library", import.meta.url));
export const heardFolder = fileURLToPath(new URL("heard", import.meta.url));
export const hearingFile = fileURLToPath(new URL("hearing/table.bin.gz", import.meta.url));
export const compiledFile = fileURLToPath(new URL("../.prepare/knowledge.bin", import.meta.url));

/** Keeps it in a file, for a quick start. */
export function writeCompiled(file: string, knowledge: Knowledge): void {
  mkdirSync(dirname(file), { recursive: true });
  writeKept(file, knowledge);
}

/** What was compiled from the files below `folder` by this program, both as they are now; built anew otherwise. */
export function readKnowledge(folder = libraryFolder, file = compiledFile): Knowledge {
  if (!existsSync(file) || statSync(file).mtimeMs < newestOwnFile()) return buildKnowledge(folder);
  // The file is written by writeCompiled alone, by this same program.
  const kept = readKept(file) as Knowledge;
  return kept.library.version === versionOf(readContentFiles(folder)) ? kept : buildKnowledge(folder);
}

/** The messages the ear was trained on: how people write. */
export function readHeard(): readonly string[] {
  const files = readdirSync(heardFolder).filter((name) => name.endsWith(".txt"));
  return files.flatMap((name) => readFileSync(join(heardFolder, name), "utf8").split("\n"));
}

function newestOwnFile(): number {
  const room = dirname(fileURLToPath(import.meta.url));
  const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:ts|txt|gz)$/.test(name));
  return Math.max(...files.map((name) => statSync(join(room, name)).mtimeMs));
}

/** Only what has been approved; indexed anew where that leaves something out. */
export function approvedOnly({ library, index, hearing }: Knowledge): Knowledge {
  const entries = new Map([...library.entries].filter(([, { approved }]) => approved !== null));
  const interviews = new Map([...library.interviews].filter(([, { approved }]) => approved !== null));
  const approved = { ...library, entries, interviews };
  return { library: approved, index: entries.size === library.entries.size ? index : indexLibrary(approved, readHeard()), hearing };
}

/** Knowledge at work. */
export interface OpenKnowledge {
  readonly library: Library;
  readonly search: Search;
  /** Hears what a message is. */
  readonly hear: (text: string) => Heard;
  readonly readAsMeant: ReadAsMeant;
}

export function openKnowledge({ library, index, hearing }: Knowledge): OpenKnowledge {
  const readAsMeant = openReadAsMeant(library, index);
  const listen = openHearing(hearing);
  return { library, search: openSearch(library, index), readAsMeant, hear: (text) => listen(readAsMeant(text)) };
}
