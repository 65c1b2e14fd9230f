import { approvedOnly, type Knowledge, type OpenKnowledge } from "../../knowledge/compiled.ts";
import type { Library } from "../../knowledge/library.ts";
import { openRevised, type Revised, type Revision, revise, type Standing } from "../../knowledge/revising/revise.ts";
import type { Search } from "../../knowledge/search.ts";
import { localDay } from "../clock.ts";
import { describeFault, type Log } from "../log.ts";
import type { KeptRevision } from "../store/editing/editing-store.ts";
import type { Store } from "../store/store.ts";
import { textOf } from "./entry-draft.ts";

/** What is known at this moment: the files with the approved revisions over them, exchanged whole when one is approved. */
export interface CurrentKnowledge {
  /** Asked once for each message or page: all of it is of one moment. */
  current(): OpenKnowledge;
  /** The files alone, whole. */
  readonly released: Library;
  /** The files with approved revisions, whether or not the agency's approval is asked for before they are answered from. */
  revised(): Library;
  /** How each approved revision stands to the files. */
  standings(): ReadonlyMap<string, Standing>;
  /** Looks whether something was approved, in whatever process, and takes it up. */
  refresh(): Promise<void>;
}

export interface CurrentKnowledgeParts {
  readonly knowledge: Knowledge;
  /** Answers come from approved entries alone. */
  readonly approvedOnly: boolean;
  readonly store: Pick<Store, "countApprovals" | "listRevisions" | "noteTakenOver">;
  readonly log: Log;
  readonly now: () => number;
}

export async function openCurrentKnowledge(parts: CurrentKnowledgeParts): Promise<CurrentKnowledge> {
  const { knowledge, store, log, now } = parts;
  const released = knowledge.library;
  const indexed = parts.approvedOnly ? approvedOnly(knowledge) : knowledge;
  const open = (revised: Revised) =>
    openRevised(indexed, parts.approvedOnly ? { ...revised, library: onlyApproved(revised.library, indexed.library) } : revised);
  let seen = 0;
  let revised = revise(released, [], "");
  let opened = open(revised);
  let refreshing: Promise<void> | undefined;

  const look = async () => {
    const count = await store.countApprovals();
    if (count === seen) return;
    const startedAt = now();
    const kept = (await store.listRevisions({ states: ["approved"] })).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
    revised = revise(released, kept.map(revisionOf), String(kept.at(-1)?.number ?? count));
    opened = open(revised);
    seen = count;
    await tell(revised, startedAt);
  };
  const tell = async ({ standings, changed, library }: Revised, startedAt: number) => {
    const of = (kind: Standing["kind"]) => [...standings].filter(([, standing]) => standing.kind === kind).map(([id]) => id);
    await store.noteTakenOver(of("taken-over"), now());
    const aside = of("put-aside");
    log.info({ library: library.version, revised: changed.size, ms: now() - startedAt }, "the library is exchanged");
    if (aside.length > 0) log.warn({ revisions: aside }, "approved revisions do not fit this release: the files serve (see the console)");
  };
  const refresh = () => {
    // One who comes while another looks wants what was approved before he came.
    const next = (refreshing ?? Promise.resolve()).then(look, look);
    refreshing = next;
    return next;
  };
  await refresh().catch((fault: unknown) =>
    log.error(describeFault(fault), "the approved revisions could not be read: the files serve alone"),
  );
  return { current: () => opened, released, revised: () => revised.library, standings: () => revised.standings, refresh };
}

export interface Known {
  readonly knowledge: CurrentKnowledge;
  /** The newest of everything, for whoever reads it within one moment. */
  readonly library: Library;
  readonly search: Search;
}

export async function openKnown(parts: CurrentKnowledgeParts): Promise<Known> {
  const knowledge = await openCurrentKnowledge(parts);
  return { knowledge, library: liveLibrary(knowledge), search: (question) => knowledge.current().search(question) };
}

function liveLibrary({ current }: Pick<CurrentKnowledge, "current">): Library {
  const keys = Object.keys(current().library) as (keyof Library)[];
  const properties = keys.map((key) => [key, { get: () => current().library[key], enumerable: true }] as const);
  // Every key of a library is there.
  return Object.defineProperties({}, Object.fromEntries(properties)) as Library;
}

export function revisionOf({ id, draft, withdrawn, madeFrom, decidedBy, decidedAt }: KeptRevision): Revision {
  const approved = decidedBy && decidedAt !== undefined ? { by: decidedBy.name, on: localDay(decidedAt) } : null;
  return { id, entry: textOf(draft, approved), withdrawn, madeFrom };
}

function onlyApproved(library: Library, { interviews }: Library): Library {
  return { ...library, interviews, entries: new Map([...library.entries].filter(([, { approved }]) => approved !== null)) };
}
