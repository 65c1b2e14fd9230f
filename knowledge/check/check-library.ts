import type { ContentFile, Fault } from "../files/content-file.ts";
import type { Interview } from "../interviews/interview.ts";
import type { Library } from "../library.ts";
import { lineWith } from "../load.ts";
import type { Entry } from "../passage.ts";
import type { Day } from "../provision.ts";
import { askingKeys, checkEntry, danglingInterview, type Finding } from "./check-entry.ts";
import { checkInterview } from "./check-interview.ts";

interface Checking {
  readonly library: Library;
  readonly today: Day;
  /** The file each entry came from. */
  readonly files: ReadonlyMap<string, ContentFile>;
}

/** Everything wrong with what the library says, beyond its form (which loading has checked). */
export function checkLibrary(checking: Checking): readonly Fault[] {
  const entries = [...checking.library.entries.values()];
  return [
    ...entries.flatMap((entry) => faultsOf(entry, checkEntry(entry, checking), checking.files)),
    ...sameAskings(entries, checking),
    ...danglingWords(checking.library),
    ...[...checking.library.interviews.values()].flatMap((interview) => checkOneInterview(interview, checking)),
    ...entries.flatMap((entry) => faultsOf(entry, danglingInterview(entry, checking.library), checking.files)),
  ];
}

/** Provisions whose figures are past their date and must be confirmed. */
export function staleProvisions(library: Library, today: Day): readonly string[] {
  return [...library.provisions.values()].filter(({ staleAfter }) => staleAfter !== undefined && staleAfter < today).map(({ id }) => id);
}

function faultsOf(entry: Entry, findings: readonly Finding[], files: Checking["files"]): readonly Fault[] {
  const file = files.get(entry.id);
  return findings.map(({ message, near }) => ({ file: file?.path ?? entry.id, line: file ? lineWith(file, near) : 1, message }));
}

function checkOneInterview(interview: Interview, { library, today, files }: Checking): readonly Fault[] {
  const file = files.get(`interviews/${interview.slug}`);
  return checkInterview(interview, library, today).map(({ message, near }) => ({
    file: file?.path ?? interview.slug,
    line: file ? lineWith(file, near) : 1,
    message,
  }));
}

/** Two entries in force together that people are said to ask for with the same words. */
function sameAskings(entries: readonly Entry[], { files }: Checking): readonly Fault[] {
  const owners = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    askingKeys(entry).flatMap(([key, asking]) => {
      const owner = owners.get(key);
      owners.set(key, owner ?? entry);
      if (owner === undefined || owner.replacedBy !== undefined || entry.replacedBy !== undefined) return [];
      const file = files.get(entry.id);
      const also = owner.id === entry.id ? "twice here" : `also by ${owner.id}`;
      return [{ file: file?.path ?? entry.id, line: file ? lineWith(file, asking) : 1, message: `asked ${also}: "${asking}"` }];
    }),
  );
}

function danglingWords(library: Library): readonly Fault[] {
  const safety = [...library.safety.values()].flatMap(({ kind, hotlines }) =>
    hotlines
      .filter((id) => !library.hotlines.has(id))
      .map((id) => ({ file: "safety.yaml", line: 1, message: `${kind}: no hotline ${id}` })),
  );
  const offices = [...library.offices.values()].flatMap(({ id, leadsTo }) =>
    leadsTo === undefined || library.offices.has(leadsTo)
      ? []
      : [{ file: "offices", line: 1, message: `${id} leads to no office ${leadsTo}` }],
  );
  return [...safety, ...offices];
}
