import type { Knowledge, OpenKnowledge } from "../compiled.ts";
import type { EntryText } from "../entry.ts";
import { readEntry } from "../files/read-entry.ts";
import { resolveEntry } from "../files/resolve.ts";
import { entryText, hashOfEntry, pathOfEntry, writeEntry } from "../files/write-entry.ts";
import { openHearing } from "../hearing/hearing.ts";
import type { Library } from "../library.ts";
import type { Entry } from "../passage.ts";
import { layerOver } from "../ranking/layer.ts";
import { openReadAsMeant, openSearch } from "../search.ts";

/** What an approved revision makes of an entry. */
export interface Revision {
  readonly id: string;
  readonly entry: EntryText;
  /** The entry is taken out of the library. */
  readonly withdrawn: boolean;
  /** `hashOfEntry` of the file it was made from; undefined = there was none. */
  readonly madeFrom: string | undefined;
}

/** How an approved revision stands to the files. */
export type Standing =
  /** It is what is answered. `fileChanged`: the file is another than it was made from. */
  | { readonly kind: "used"; readonly fileChanged: boolean }
  /** The files say the same by now. */
  | { readonly kind: "taken-over" }
  /** It cannot stand beside this release; the file serves. */
  | { readonly kind: "put-aside"; readonly why: readonly string[] };

export interface Revised {
  readonly library: Library;
  /** Ids of the entries that are not as in the files. */
  readonly changed: ReadonlySet<string>;
  /** By id of the revision. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The files with approved revisions over them: one library. A revision that does not fit is put aside and stops nothing. */
export function revise(released: Library, revisions: readonly Revision[], version: string): Revised {
  const entries = new Map(released.entries);
  const changed = new Set<string>();
  const standings = new Map<string, Standing>();
  for (const revision of revisions) {
    const file = released.entries.get(revision.entry.id);
    const made = revision.withdrawn ? undefined : fitInto(released, revision.entry);
    standings.set(revision.id, standingOf(revision, file, made));
    if (standings.get(revision.id)?.kind !== "used") continue;
    changed.add(revision.entry.id);
    if (made !== undefined && "value" in made) entries.set(made.value.id, made.value);
    else entries.delete(revision.entry.id);
  }
  const library = changed.size === 0 ? released : { ...released, entries, version: `${released.version}+${version}` };
  return { library, changed, standings };
}

/** An entry as the loader would have it, or why it would not. */
export function fitInto(library: Library, written: EntryText): { readonly value: Entry } | { readonly why: readonly string[] } {
  const askings = new Map([[written.id, library.entries.get(written.id)?.alsoAsked ?? []]]);
  const read = readEntry({ path: pathOfEntry(written), text: writeEntry(written) }, askings);
  if ("faults" in read) return { why: read.faults.map(({ message }) => message) };
  if (hashOfEntry(read.value) !== hashOfEntry(written)) return { why: ["it cannot be written as a file"] };
  const { topic, kind } = read.value;
  if (kind === "topic" && !library.topics.has(topic)) return { why: [`no topic ${topic}`] };
  const resolved = resolveEntry(read.value, library.provisions);
  return "value" in resolved ? resolved : { why: resolved.missing.map((id) => `no provision ${id}`) };
}

function standingOf(
  { entry, withdrawn, madeFrom }: Revision,
  file: Entry | undefined,
  made: ReturnType<typeof fitInto> | undefined,
): Standing {
  const now = file && hashOfEntry(entryText(file));
  if (withdrawn ? file === undefined : now === hashOfEntry(entry)) return { kind: "taken-over" };
  if (made !== undefined && "why" in made) return { kind: "put-aside", why: made.why };
  return { kind: "used", fileChanged: now !== madeFrom };
}

/** Knowledge at work, with what was revised since it was indexed: the index stays, a thin layer comes over it. */
export function openRevised(
  { library: indexed, index, hearing }: Knowledge,
  { library, changed }: Pick<Revised, "library" | "changed">,
): OpenKnowledge {
  const layer = changed.size === 0 ? undefined : layerOver(index, library, changed);
  const readAsMeant = openReadAsMeant(indexed, index, layer);
  const listen = openHearing(hearing);
  return { library, search: openSearch(indexed, index, layer), readAsMeant, hear: (text) => listen(readAsMeant(text)) };
}
