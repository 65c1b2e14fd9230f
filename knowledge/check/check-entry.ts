import type { Library } from "../library.ts";
import type { Entry } from "../passage.ts";
import { type Day, isInForce } from "../provision.ts";
import { fold } from "../words/normalise.ts";
import { ungroundedFigures, unpairedFigures, unsaidHotlines } from "./grounding.ts";
import { hardToRead } from "./readability.ts";

/** Something wrong with what an entry says. */
export interface Finding {
  readonly kind:
    | "not-in-force"
    | "unsure-unsaid"
    | "formerly"
    | "replaced"
    | "hotline"
    | "hotline-unsaid"
    | "figures-apart"
    | "figure"
    | "related"
    | "interview"
    | "asked-twice"
    | "long-sentence"
    | "officialese"
    | "short-form";
  /** For who keeps the files. */
  readonly message: string;
  /** Words of the file near which it stands. */
  readonly near: string;
  /** What it is about: an id, a figure, words of the text. */
  readonly about: string;
}

export interface EntryChecking {
  readonly library: Library;
  readonly today: Day;
}

/** Everything wrong with one entry of the library, beyond its form. */
export function checkEntry(entry: Entry, { library, today }: EntryChecking): readonly Finding[] {
  const unsure = entry.basis.filter(({ confidence }) => confidence === "thấp" || confidence === "chưa xác minh");
  const found = (kind: Finding["kind"], about: string, { message, near }: Pick<Finding, "message" | "near">): Finding => ({
    kind,
    about,
    message,
    near,
  });
  return [
    ...inForceFindings(entry, { library, today }),
    ...(unsure.length > 0 && entry.sections.unsure === undefined
      ? [
          found("unsure-unsaid", unsure.map(({ id }) => id).join(", "), {
            message: `rests on ${unsure.map(({ id, confidence }) => `${id} (${confidence})`).join(", ")} and has no "## Chưa chắc"`,
            near: "basis:",
          }),
        ]
      : []),
    ...formerFindings(entry, today),
    ...entry.hotlines
      .filter((id) => !library.hotlines.has(id))
      .map((id) => found("hotline", id, { message: `hotlines: no hotline ${id}`, near: id })),
    ...unpairedFigures(entry, library).map(({ figure, searched }) =>
      found("figures-apart", figure.said, {
        message: `"${figure.said}" in one sentence stand together in none of ${searched.join(", ")}: say each in its own`,
        near: figure.said.split('"')[0] ?? "",
      }),
    ),
    ...unsaidHotlines(entry, library).map((id) =>
      found("hotline-unsaid", id, { message: `hotlines: ${id} stands nowhere in the text`, near: id }),
    ),
    ...entry.related
      .filter((id) => !library.entries.has(id))
      .map((id) => found("related", id, { message: `related: no entry ${id}`, near: id })),
    ...ungroundedFigures(entry, library).map(({ figure, searched }) =>
      found("figure", figure.said, { message: `"${figure.said}" stands in none of ${searched.join(", ")}`, near: figure.said }),
    ),
    ...hardToRead(entry).map(({ kind, words, why }) => found(kind, words, { message: `${why}: "${words}"`, near: words.slice(0, 50) })),
  ];
}

/** The interview an entry names that is not there. */
export function danglingInterview({ interview }: Entry, library: Library): readonly Finding[] {
  if (interview === undefined || library.interviews.has(interview)) return [];
  return [{ kind: "interview", about: interview, message: `interview: no interview ${interview}`, near: "interview:" }];
}

/** An entry's ways of asking, as they are told apart. */
export function askingKeys({ question, asked, alsoAsked }: Entry): readonly (readonly [key: string, asking: string])[] {
  return [question, ...asked, ...alsoAsked].map((asking) => [
    fold(asking)
      .replace(/[^a-z0-9 ]/g, "")
      .trim(),
    asking,
  ]);
}

/** Words an entry is said to be asked with twice, or that another entry in force has too. */
export function sameAskings(entry: Entry, library: Library): readonly Finding[] {
  const others = new Map<string, Entry>();
  for (const other of library.entries.values())
    if (other.id !== entry.id && other.replacedBy === undefined) for (const [key] of askingKeys(other)) others.set(key, other);
  const seen = new Set<string>();
  return askingKeys(entry).flatMap(([key, asking]) => {
    const other = entry.replacedBy === undefined ? others.get(key) : undefined;
    const twice = seen.has(key);
    seen.add(key);
    if (!twice && other === undefined) return [];
    const message = `asked ${twice ? "twice here" : `also by ${other?.id}`}: "${asking}"`;
    return [{ kind: "asked-twice" as const, about: twice ? asking : `${asking}\n${other?.id}`, message, near: asking }];
  });
}

function formerFindings(entry: Entry, today: Day): readonly Finding[] {
  return [
    ...entry.formerly
      .filter(({ inForce }) => isInForce(inForce, today))
      .map(({ id }) => ({ kind: "formerly" as const, about: id, message: `${id} under "formerly" is in force today`, near: "formerly:" })),
    ...(entry.formerly.length > 0 && entry.sections.before === undefined
      ? [{ kind: "formerly" as const, about: "", message: `"formerly" has no "## Trước đây"`, near: "formerly:" }]
      : []),
  ];
}

function inForceFindings(entry: Entry, { library, today }: EntryChecking): readonly Finding[] {
  const { from, to } = entry.inForce;
  const at = (kind: Finding["kind"], about: string, message: string): Finding => ({ kind, about, message, near: "basis:" });
  if (to !== undefined && to < from) return [at("not-in-force", "", `its basis was never in force all at once (${from} … ${to})`)];
  const outOfForce = entry.basis.filter(({ inForce }) => !isInForce(inForce, today)).map(({ id }) => id);
  if (entry.replacedBy === undefined) return outOfForce.map((id) => at("not-in-force", id, `${id} is not in force on ${today}`));
  if (!library.entries.has(entry.replacedBy)) return [at("replaced", entry.replacedBy, `replacedBy: no entry ${entry.replacedBy}`)];
  return outOfForce.length === 0 ? [at("replaced", "", `has replacedBy, but all of its basis is in force on ${today}`)] : [];
}
