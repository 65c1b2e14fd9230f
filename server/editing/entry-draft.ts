import { z } from "zod";
import type { EntryText } from "../../knowledge/entry.ts";
import { headings, Risk, type Section } from "../../knowledge/entry.ts";
import type { Day } from "../../knowledge/provision.ts";

const line = (most: number) => z.string().max(most);
const lines = (count: number, most: number) => z.array(line(most)).max(count).readonly();
const ids = z.array(z.string().max(80)).max(40).readonly();
const sections = Object.keys(headings) as [Section, ...Section[]];

/** An entry while it is written: every field is there and none need be right yet; what is wrong is said beside it. */
export const EntryDraft = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,60}\/[a-z0-9-]{2,60}$/),
    question: line(400),
    asked: lines(30, 400),
    basis: ids,
    formerly: ids,
    risk: Risk,
    next: line(600),
    hotlines: ids,
    related: ids,
    interview: line(80).optional(),
    video: line(300).optional(),
    replacedBy: line(80).optional(),
    short: line(1000),
    sections: z.partialRecord(z.enum(sections), line(4000)).readonly(),
  })
  .readonly();
export type EntryDraft = z.infer<typeof EntryDraft>;

/** What was loaded, to be written on. */
export function draftOf({ kind: _kind, topic: _topic, approved: _approved, ...entry }: EntryText): EntryDraft {
  return entry;
}

/** What a draft would be as a file. */
export function textOf(draft: EntryDraft, approved: { readonly by: string; readonly on: Day } | null = null): EntryText {
  const [folder = ""] = draft.id.split("/");
  const kind = folder === "warnings" ? "warning" : folder === "rumours" ? "rumour" : "topic";
  const [first = "", ...others] = draft.basis.map(tidy);
  return {
    ...draft,
    question: tidy(draft.question),
    asked: draft.asked.map(tidy).filter((each) => each !== ""),
    basis: [first, ...others],
    next: tidy(draft.next),
    short: tidy(draft.short),
    sections: Object.fromEntries(
      sections.flatMap((name) => {
        const text = tidyLines(draft.sections[name] ?? "");
        return text === "" ? [] : [[name, text]];
      }),
    ),
    kind,
    topic: folder,
    approved,
  };
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function tidyLines(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((each) => each.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
