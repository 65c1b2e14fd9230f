import { createHash } from "node:crypto";
import { stringify } from "yaml";
import { type EntryText, headings, type Section } from "../entry.ts";
import type { Entry } from "../passage.ts";

/** The file of an entry, as `readEntry` reads it. */
export function writeEntry(entry: EntryText): string {
  const { question, asked, basis, formerly, risk, next, hotlines, related, interview, video, replacedBy, approved } = entry;
  const listed = (name: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${name}: ${flow(ids)}`]);
  const named = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}: ${flow(value)}`]);
  const front = [
    `question: ${flow(question)}`,
    "asked:",
    ...asked.map((way) => `  - ${flow(way)}`),
    `basis: ${flow(basis)}`,
    ...listed("formerly", formerly),
    `risk: ${risk}`,
    `next: ${flow(next)}`,
    ...listed("hotlines", hotlines),
    ...listed("related", related),
    ...named("interview", interview),
    ...named("video", video),
    ...named("replacedBy", replacedBy),
    `approved: ${flow(approved)}`,
  ];
  return `---\n${front.join("\n")}\n---\n${bodyOf(entry)}\n`;
}

export function bodyOf({ short, sections }: Pick<EntryText, "short" | "sections">): string {
  const names = Object.keys(headings) as Section[];
  return [short, ...names.flatMap((name) => (sections[name] === undefined ? [] : [`## ${headings[name]}\n${sections[name]}`]))].join(
    "\n\n",
  );
}

/** The path of an entry's file below the library folder. */
export function pathOfEntry({ id, kind }: Pick<EntryText, "id" | "kind">): string {
  return kind === "topic" ? `topics/${id}.md` : `${id}.md`;
}

/** What a loaded entry was written as. */
export function entryText({ alsoAsked: _, inForce: _days, confidence: _sureness, basis, formerly, ...rest }: Entry): EntryText {
  const [first, ...others] = basis.map(({ id }) => id);
  // A basis is never empty.
  return { ...rest, basis: [first ?? "", ...others], formerly: formerly.map(({ id }) => id) };
}

/** The same for entries that say the same, however their files are laid out and whoever approved them. */
export function hashOfEntry(entry: EntryText): string {
  return createHash("sha256")
    .update(writeEntry({ ...entry, approved: null }))
    .digest("hex")
    .slice(0, 16);
}

/** On one line, quoted where it must be. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim();
}
