import { z } from "zod";
import { type EntryKind, FrontMatter, headings, type Section, type WrittenEntry } from "../entry.ts";
import { type ContentFile, type Fault, readYaml } from "./content-file.ts";

export const shortestAnswer = 20;
export const longestAnswer = 320;

const kinds: Readonly<Record<string, EntryKind>> = { topics: "topic", warnings: "warning", rumours: "rumour" };
const sectionOf = new Map<string, Section>(
  (Object.entries(headings) as [Section, string][]).map(([section, heading]) => [heading, section]),
);
const order = Object.keys(headings);

/** `askings/<topic>.yaml`: entry id → more ways people ask what it answers. */
export const WrittenAskings = z.record(z.string(), z.array(z.string().min(4).max(320)).nonempty().readonly());
export type Askings = ReadonlyMap<string, readonly string[]>;

/** An entry file taken apart, or every fault in it. `lines` says on which line of the file each part starts. */
export function readEntry(file: ContentFile, askings: Askings): { readonly value: WrittenEntry } | { readonly faults: readonly Fault[] } {
  const match = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(file.text);
  if (match?.[1] === undefined || match[2] === undefined)
    return { faults: [{ file: file.path, line: 1, message: "no front matter between two lines of ---" }] };
  const front = readYaml({ path: file.path, text: match[1], firstLine: 2 }, FrontMatter);
  const bodyLine = match[1].split("\n").length + 2;
  const body = readBody(file.path, match[2], bodyLine);
  const faults = [...("faults" in front ? front.faults : []), ...body.faults];
  if (faults.length > 0 || "faults" in front) return { faults };
  const [folder = "", ...rest] = file.path.replace(/\.md$/, "").split("/");
  const kind = kinds[folder] ?? "topic";
  const id = kind === "topic" ? rest.join("/") : `${folder}/${rest.join("/")}`;
  return {
    value: {
      ...front.value,
      id,
      alsoAsked: askings.get(id) ?? [],
      kind,
      topic: kind === "topic" ? (rest[0] ?? "") : folder,
      short: body.short,
      sections: body.sections,
    },
  };
}

function readBody(file: string, text: string, firstLine: number) {
  const faults: Fault[] = [];
  const sections: Partial<Record<Section, string>> = {};
  const [short = "", ...rest] = text.split(/^## /m);
  let line = firstLine + short.split("\n").length - 1;
  let last = -1;
  for (const part of rest) {
    const [heading = "", ...lines] = part.split("\n");
    const section = sectionOf.get(heading.trim());
    const content = lines.join("\n").trim();
    if (section === undefined)
      faults.push({ file, line, message: `heading "${heading}" is not one of ${[...sectionOf.keys()].join(", ")}` });
    else {
      if (order.indexOf(section) <= last) faults.push({ file, line, message: `"${heading}" is twice here or out of order` });
      if (content === "") faults.push({ file, line, message: `"${heading}" is empty` });
      last = order.indexOf(section);
      sections[section] = content;
    }
    line += part.split("\n").length - 1;
  }
  const answer = short.trim().replace(/\s*\n\s*/g, " ");
  if (answer.length < shortestAnswer || answer.length > longestAnswer) {
    faults.push({
      file,
      line: firstLine,
      message: `the short answer has ${answer.length} characters (${shortestAnswer}–${longestAnswer} allowed)`,
    });
  }
  return { short: answer, sections, faults };
}
