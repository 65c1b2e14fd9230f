import type { ContentFile, Fault } from "../files/content-file.ts";
import type { Interview } from "../interviews/interview.ts";
import type { Library } from "../library.ts";
import { lineWith } from "../load.ts";
import type { Entry } from "../passage.ts";
import { type Day, isInForce } from "../provision.ts";
import { fold } from "../words/normalise.ts";
import { checkInterview } from "./check-interview.ts";
import { ungroundedFigures, unpairedFigures, unsaidHotlines } from "./grounding.ts";
import { hardToRead } from "./readability.ts";

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
    ...entries.flatMap((entry) => checkEntry(entry, checking)),
    ...sameAskings(entries, checking),
    ...danglingWords(checking.library),
    ...[...checking.library.interviews.values()].flatMap((interview) => checkOneInterview(interview, checking)),
    ...entries.flatMap((entry) => danglingInterview(entry, checking)),
  ];
}

/** Provisions whose figures are past their date and must be confirmed. */
export function staleProvisions(library: Library, today: Day): readonly string[] {
  return [...library.provisions.values()].filter(({ staleAfter }) => staleAfter !== undefined && staleAfter < today).map(({ id }) => id);
}

function checkEntry(entry: Entry, { library, today, files }: Checking): readonly Fault[] {
  const file = files.get(entry.id);
  const fault = (message: string, near = "---"): Fault => ({
    file: file?.path ?? entry.id,
    line: file ? lineWith(file, near) : 1,
    message,
  });
  const unsure = entry.basis.filter(({ confidence }) => confidence === "thấp" || confidence === "chưa xác minh");
  return [
    ...inForceFaults(entry, { library, today }).map((message) => fault(message, "basis:")),
    ...(unsure.length > 0 && entry.sections.unsure === undefined
      ? [fault(`rests on ${unsure.map(({ id, confidence }) => `${id} (${confidence})`).join(", ")} and has no "## Chưa chắc"`, "basis:")]
      : []),
    ...entry.formerly
      .filter(({ inForce }) => isInForce(inForce, today))
      .map(({ id }) => fault(`${id} under "formerly" is in force today`, "formerly:")),
    ...(entry.formerly.length > 0 && entry.sections.before === undefined ? [fault(`"formerly" has no "## Trước đây"`, "formerly:")] : []),
    ...entry.hotlines.filter((id) => !library.hotlines.has(id)).map((id) => fault(`hotlines: no hotline ${id}`, id)),
    ...unpairedFigures(entry, library).map(({ figure, searched }) =>
      fault(
        `"${figure.said}" in one sentence stand together in none of ${searched.join(", ")}: say each in its own`,
        figure.said.split('"')[0],
      ),
    ),
    ...unsaidHotlines(entry, library).map((id) => fault(`hotlines: ${id} stands nowhere in the text`, id)),
    ...entry.related.filter((id) => !library.entries.has(id)).map((id) => fault(`related: no entry ${id}`, id)),
    ...ungroundedFigures(entry, library).map(({ figure, searched }) =>
      fault(`"${figure.said}" stands in none of ${searched.join(", ")}`, figure.said),
    ),
    ...hardToRead(entry).map(({ words, why }) => fault(`${why}: "${words}"`, words.slice(0, 50))),
  ];
}

function checkOneInterview(interview: Interview, { library, today, files }: Checking): readonly Fault[] {
  const file = files.get(`interviews/${interview.slug}`);
  return checkInterview(interview, library, today).map(({ message, near }) => ({
    file: file?.path ?? interview.slug,
    line: file ? lineWith(file, near) : 1,
    message,
  }));
}

function danglingInterview({ id, interview }: Entry, { library, files }: Checking): readonly Fault[] {
  if (interview === undefined || library.interviews.has(interview)) return [];
  const file = files.get(id);
  return [{ file: file?.path ?? id, line: file ? lineWith(file, "interview:") : 1, message: `interview: no interview ${interview}` }];
}

function inForceFaults(entry: Entry, { library, today }: Pick<Checking, "library" | "today">): readonly string[] {
  const { from, to } = entry.inForce;
  if (to !== undefined && to < from) return [`its basis was never in force all at once (${from} … ${to})`];
  const outOfForce = entry.basis.filter(({ inForce }) => !isInForce(inForce, today)).map(({ id }) => id);
  if (entry.replacedBy === undefined) return outOfForce.map((id) => `${id} is not in force on ${today}`);
  if (!library.entries.has(entry.replacedBy)) return [`replacedBy: no entry ${entry.replacedBy}`];
  return outOfForce.length === 0 ? [`has replacedBy, but all of its basis is in force on ${today}`] : [];
}

/** Two entries in force together that people are said to ask for with the same words. */
function sameAskings(entries: readonly Entry[], { files }: Checking): readonly Fault[] {
  const owners = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    [entry.question, ...entry.asked, ...entry.alsoAsked].flatMap((asking) => {
      const key = fold(asking)
        .replace(/[^a-z0-9 ]/g, "")
        .trim();
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
