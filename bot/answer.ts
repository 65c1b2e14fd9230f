import { headings, type Section } from "../knowledge/entry.ts";
import type { Library } from "../knowledge/library.ts";
import { type Citation, cite, type Entry } from "../knowledge/passage.ts";
import { type Day, isInForce, writtenDay } from "../knowledge/provision.ts";
import { taps } from "./interview/taps.ts";
import type { AnswerPart, Choice, ReplyPart } from "./reply.ts";
import { again, askPerson, choiceValues, mediumConfidence, nextStep, pastLead, pastOnly, sectionTitles, staleFigures } from "./wording.ts";

export interface AnswerOn {
  /** The day whose law is asked about. */
  readonly day: Day;
  readonly today: Day;
  readonly library: Library;
}

/** An entry as an answer: the short answer first, then what to do, what is past and what is not sure. */
export function answerWith(entry: Entry, on: AnswerOn): ReplyPart {
  const citations = citationsOfEntry(entry);
  const said = { text: textOf(entry, on), choices: suggestions(entry, on), citations };
  if (entry.kind === "warning") return { outcome: "scam-warning", entry: entry.id, ...said };
  const answer: AnswerPart = { outcome: "answer", entry: entry.id, inForceFrom: entry.inForce.from, ...said };
  return answer;
}

/** Its main point alone, before something else is asked. */
export function answerBriefly(entry: Entry, on: AnswerOn): ReplyPart {
  return { ...answerWith(entry, on), text: textOf(entry, on, ["unsure"]), choices: [] };
}

/** The entry that was answered with last, asked about again: its main point, what is not sure, and a person who knows more. */
export function answerAgain(entry: Entry, on: AnswerOn): ReplyPart {
  const part = answerWith(entry, on);
  return { ...part, text: `${again}\n\n${textOf(entry, on, ["unsure"])}`, choices: [...part.choices.slice(0, 2), askPerson] };
}

function textOf(entry: Entry, { day, today }: AnswerOn, sections = Object.keys(headings) as readonly Section[]): string {
  const isPast = !isInForce(entry.inForce, today);
  const paragraphs = [
    isPast ? pastLead(writtenDay(day)) : "",
    entry.short,
    ...sections.map((section) => sectionText(entry, section)),
    ...new Set(entry.basis.flatMap(({ doubt }) => doubt ?? [])),
    entry.basis.some(({ staleAfter }) => staleAfter !== undefined && staleAfter < today) ? staleFigures : "",
    entry.confidence === "trung bình" && entry.basis.every(({ doubt }) => doubt === undefined) ? mediumConfidence : "",
    isPast ? pastOnly : nextStep(entry.next),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function sectionText(entry: Entry, section: Section): string {
  const text = entry.sections[section];
  if (text === undefined) return "";
  const title = sectionTitles[section];
  return title === "" ? text : `${title}\n${text}`;
}

/** Two provisions of the same clause are cited once. */
function citationsOfEntry({ basis: [first, ...others] }: Entry): readonly [Citation, ...Citation[]] {
  const lead = cite(first);
  const rest = new Map(others.map(cite).map((citation) => [citation.label, citation]));
  rest.delete(lead.label);
  return [lead, ...rest.values()];
}

const mostSuggestions = 3;

/** Its guided interview first, then what people ask next. */
function suggestions({ related, interview }: Entry, { today, library }: AnswerOn): readonly Choice[] {
  const guided = interview !== undefined && library.interviews.has(interview) ? [taps.begin(interview)] : [];
  const asked = related.flatMap((id) => {
    const entry = library.entries.get(id);
    return entry !== undefined && isInForce(entry.inForce, today) ? [choiceFor(entry)] : [];
  });
  return [...guided, ...asked].slice(0, mostSuggestions);
}

export function choiceFor(entry: Entry): Choice {
  // A false rumour alone on a button would read as if it were so.
  const label = entry.kind === "rumour" ? `“${entry.question.replace(/^Tin: /, "")}”: có đúng không?` : entry.question;
  return { label, value: choiceValues.entry + entry.id };
}
