import type { Library } from "../library.ts";
import { type Citation, cite } from "../passage.ts";
import { type Day, isInForce, type Provision } from "../provision.ts";
import type { Judged } from "../rules/rule.ts";
import { type Facts, matches } from "./facts.ts";
import { fillIn, fillLines, itemsAt } from "./fill-in.ts";
import type { Interview, ResultWords } from "./interview.ts";
import { next } from "./next-step.ts";
import { noteOnRoughDay } from "./rough-days.ts";
import type { InterviewState } from "./state.ts";

/** The result for the person: verdict first, then why, what is not sure, and what to do. Every line is plain text. */
export interface Presented {
  /** As the rule names it: "automatic", "never-yet". */
  readonly verdict: string;
  readonly heading: string;
  readonly explanation: string;
  /** Step by step, as the rule reasoned. */
  readonly working: readonly string[];
  /** Days that were known by month or year alone, and how they were taken. */
  readonly roughly: readonly string[];
  /** What could change it, and what is not sure. */
  readonly changes: readonly string[];
  readonly papers: readonly string[];
  readonly where: readonly string[];
  readonly next: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly table: { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  /** In force on the day; empty only where a person must look. */
  readonly citations: readonly Citation[];
  /** Of law that has ended since, to be shown as such: "theo luật lúc đó". */
  readonly former: readonly Citation[];
  /** Ids of every provision the rule rested on. */
  readonly basis: readonly string[];
  /** A person must look at it: the words say so, or no law in force carries the result. */
  readonly person: boolean;
  /** What was asked and answered, in order. */
  readonly given: readonly { readonly question: string; readonly ask: string; readonly said: string }[];
}

export interface PresentedOn {
  readonly asOf: Day;
  readonly library: Pick<Library, "provisions">;
}

/** The result of an interview that has come to its end; undefined while something is still to be asked. */
export function present(interview: Interview, state: InterviewState, { asOf, library }: PresentedOn): Presented | undefined {
  const step = next(interview, state, asOf);
  if (step.kind !== "result") return undefined;
  const { given, judged } = step;
  const found = outputOf(judged);
  const verdict = String(found[interview.verdict]);
  const words = wordsFor(interview, verdict, found);
  const basis = judged.basis.flatMap((id) => library.provisions.get(id) ?? []);
  const citations = citationsOf(basis.filter(({ inForce }) => isInForce(inForce, asOf)));
  return {
    verdict,
    heading: whole(words.heading, found),
    explanation: whole(words.explanation, found),
    working: listed(found.working),
    roughly: given.flatMap((each) => noteOnRoughDay(interview, given, { rough: each, asOf })),
    changes: [...fillLines(words.changes, found), ...listed(found.doubts)],
    ...listsOf(words, found),
    citations,
    former: citationsOf(basis.filter(({ inForce }) => !isInForce(inForce, asOf))),
    basis: judged.basis,
    person: words.person || citations.length === 0,
    given: given.map(({ question, answer }) => ({ question: question.id, ask: question.ask, said: answer.said })),
  };
}

/** Every rule gives an object of plain values; its schema says which. */
export function outputOf({ output }: Judged): Facts {
  return output as Facts;
}

/** The first wording of the verdict whose conditions hold; its last has none. */
export function wordsFor({ results, slug }: Interview, verdict: string, found: Facts): ResultWords {
  const words = results[verdict]?.find((each) => matches(found, each.if));
  if (words === undefined) throw new Error(`${slug} has no words for ${verdict}`);
  return words;
}

function listsOf(words: ResultWords, found: Facts): Pick<Presented, "papers" | "where" | "next" | "sections" | "table"> {
  const sections = words.sections.map(({ title, lines }) => ({ title, lines: fillLines(lines, found) }));
  const rows = words.table === undefined ? [] : itemsAt(found, words.table.each);
  const columns = words.table?.columns ?? [];
  return {
    papers: fillLines(words.papers, found),
    where: fillLines(words.where, found),
    next: fillLines(words.next, found),
    sections: sections.filter(({ lines }) => lines.length > 0),
    table:
      words.table === undefined || rows.length === 0
        ? null
        : {
            title: words.table.title,
            columns: columns.map(({ title }) => title),
            rows: rows.map((row) => columns.map(({ value }) => fillIn(value, row) ?? "")),
          },
  };
}

function whole(words: string, found: Facts): string {
  const filled = fillIn(words, found);
  if (filled === null) throw new Error(`nothing was found for a place in "${words}"`);
  return filled;
}

function listed(value: Facts[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Two provisions of the same clause are cited once. */
function citationsOf(provisions: readonly Provision[]): readonly Citation[] {
  return [...new Map(provisions.map(cite).map((citation) => [citation.label, citation])).values()];
}
