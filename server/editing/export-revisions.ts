import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { entryText, pathOfEntry, writeEntry } from "../../knowledge/files/write-entry.ts";
import type { Library } from "../../knowledge/library.ts";
import { loadLibrary } from "../../knowledge/load.ts";
import { revise } from "../../knowledge/revising/revise.ts";
import type { KeptRevision } from "../store/editing/editing-store.ts";
import { revisionOf } from "./current-knowledge.ts";

export interface Exported {
  /** Ids of entries whose files were written, or taken away. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Written over a file that had changed since: look at the difference. */
  readonly fileChanged: readonly string[];
  /** Why it cannot stand beside these files. */
  readonly putAside: readonly string[];
}

/** Writes approved revisions into the library below `folder`, as the loader reads it: the next release contains them. */
export function exportRevisions(kept: readonly KeptRevision[], folder: string): Exported {
  const loaded = loadLibrary(folder);
  if (loaded.kind === "faulty") throw new Error(`the library below ${folder} has faults: npm run check-knowledge names them`);
  const { library } = loaded;
  const { standings } = revise(library, kept.map(revisionOf), "export");
  const standing = (revision: KeptRevision) => standings.get(revision.id);
  const used = kept.filter((revision) => standing(revision)?.kind === "used");
  const [gone, changed] = [used.filter(({ withdrawn }) => withdrawn), used.filter(({ withdrawn }) => !withdrawn)];
  for (const revision of changed) {
    const { entry } = revisionOf(revision);
    const path = join(folder, pathOfEntry(entry));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writeEntry(entry));
  }
  for (const { draft } of gone) takeOut(draft.id, library, folder);
  const ids = (list: readonly KeptRevision[]) => list.map(({ draft }) => draft.id);
  return {
    written: ids(changed),
    removed: ids(gone),
    fileChanged: ids(
      used.filter((revision) => {
        const found = standing(revision);
        return found?.kind === "used" && found.fileChanged;
      }),
    ),
    putAside: kept.flatMap((revision) => {
      const found = standing(revision);
      return found?.kind === "put-aside" ? [`${revision.draft.id}: ${found.why.join("; ")}`] : [];
    }),
  };
}

/** The file, the other ways it is asked, and where others lead to it. */
function takeOut(id: string, library: Library, folder: string): void {
  const entry = library.entries.get(id);
  if (entry === undefined) return;
  rmSync(join(folder, pathOfEntry(entry)), { force: true });
  const askings = join(folder, "askings", `${entry.topic}.yaml`);
  if (existsSync(askings)) writeFileSync(askings, withoutKey(readFileSync(askings, "utf8"), id));
  for (const other of library.entries.values()) {
    if (!other.related.includes(id)) continue;
    const path = join(folder, pathOfEntry(other));
    const text = entryText(other);
    if (existsSync(path)) writeFileSync(path, writeEntry({ ...text, related: text.related.filter((each) => each !== id) }));
  }
}

/** A YAML map without one of its keys, the rest as it was. */
function withoutKey(text: string, key: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line === `${key}:` || line === `"${key}":`);
  if (start < 0) return text;
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  return [...lines.slice(0, start), ...(length < 0 ? [""] : lines.slice(start + 1 + length))].join("\n");
}
