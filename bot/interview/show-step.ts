import { follow, type Given } from "../../knowledge/interviews/follow.ts";
import { type Interview, optionsOf, type Question } from "../../knowledge/interviews/interview.ts";
import { reject } from "../../knowledge/interviews/moves.ts";
import { type NextStep, next } from "../../knowledge/interviews/next-step.ts";
import { readAnswer } from "../../knowledge/interviews/reading/read-answer.ts";
import type { Choice, ReplyPart } from "../reply.ts";
import type { Asked } from "../respond.ts";
import { askPerson } from "../wording.ts";
import type { KeptInterview } from "./kept-interview.ts";
import { showResult } from "./show-result.ts";
import { taps } from "./taps.ts";
import * as words from "./words.ts";

export type InterviewOn = Pick<Asked, "day" | "library" | "people" | "conversation">;

/** Where an interview stands after something was done, and what is said of it. */
export interface Stepped {
  readonly kept: KeptInterview;
  readonly part: ReplyPart;
  /** The question that is asked, or "confirm", "result": all that a trace may say. */
  readonly at: string;
}

/** What comes now, as a part of a reply. Every one of them has buttons. */
export function showStep(
  interview: Interview,
  kept: KeptInterview,
  { on, lead = "" }: { readonly on: InterviewOn; readonly lead?: string },
): Stepped {
  const step = next(interview, kept.state, on.day);
  switch (step.kind) {
    case "confirm":
      return { kept, part: confirmPart(interview, { kept, step, lead, on }), at: "confirm" };
    case "question":
      return { kept, part: questionPart(interview, { kept, step, lead, on }), at: step.question.id };
    case "result":
      return {
        kept: { ...kept, phase: "done", misses: 0, ticked: [] },
        part: showResult(interview, kept.state, { on, lead }),
        at: "result",
      };
  }
}

type StepOf<Kind extends NextStep["kind"]> = Extract<NextStep, { kind: Kind }>;

interface Showing<Kind extends NextStep["kind"]> {
  readonly kept: KeptInterview;
  readonly step: StepOf<Kind>;
  readonly lead: string;
  readonly on: InterviewOn;
}

function questionPart(interview: Interview, { kept, step, lead, on }: Showing<"question">): ReplyPart {
  const { question, progress, before } = step;
  const ticked = tickedOf(question, kept);
  const text = paragraphs([
    lead,
    words.progress(progress),
    ticked.length > 0 ? words.ticked(ticked.map((option) => option.says ?? option.label).join("; ")) : question.ask,
    ticked.length > 0 ? "" : (question.help ?? howToSay(question, on, lead)),
    ticked.length > 0 ? "" : words.why(question.why),
    before === null ? "" : words.before(before.said),
  ]);
  const choices = [...optionChoices(interview.slug, question, kept), ...controls(interview.slug, progress.number > 1)];
  const headline = ticked.length > 0 ? undefined : question.ask;
  return { outcome: "interview", interview: interview.slug, progress, headline, text, choices: choices.slice(0, mostChoices) };
}

/** What Messenger carries; only a question of eleven buttons leaves no place for the one to a person, who is called by words too. */
const mostChoices = 13;

function controls(slug: string, canGoBack: boolean): readonly Choice[] {
  return [...(canGoBack ? [taps.back(slug)] : []), taps.later(slug), askPerson];
}

/** Of a value it is said how to write it; buttons speak for themselves. */
function howToSay(question: Question, { day }: InterviewOn, said: string): string {
  if (question.kind === "one" || question.kind === "many") return "";
  const reading = readAnswer(question, "", day);
  return reading.kind === "unclear" && reading.hint !== said ? reading.hint : "";
}

function optionChoices(slug: string, question: Question, kept: KeptInterview): readonly Choice[] {
  const options = optionsOf(question);
  const ticked = tickedOf(question, kept);
  const left = ticked.length === 0 ? options : options.filter((option) => option !== noneOf(question) && !ticked.includes(option));
  const atLength = left.some(({ says, label }) => says !== undefined && says !== label);
  const choices = left.map(({ id, label, says }) => ({
    label,
    value: taps.pick(slug, question.id, id),
    ...(atLength && { says: says ?? label }),
  }));
  return ticked.length === 0 ? choices : [taps.ticked(slug, question.id), ...choices];
}

function noneOf(question: Question) {
  return question.kind === "many" ? question.none : undefined;
}

function tickedOf(question: Question, { ticked }: KeptInterview) {
  return question.kind === "many" ? question.options.filter(({ id }) => ticked.includes(id)) : [];
}

function confirmPart(interview: Interview, { kept, step, lead, on }: Showing<"confirm">): ReplyPart {
  const { slug } = interview;
  const [first, ...others] = step.understood;
  const asked = next(interview, reject(kept.state), on.day);
  const isToWhatIsAsked = others.length === 0 && asked.kind === "question" && asked.question.id === first?.question.id;
  const text =
    first !== undefined && isToWhatIsAsked
      ? paragraphs([lead, words.understood(first.answer.said)])
      : paragraphs([lead, words.understoodAll(step.understood.map(givenLine)), words.isItSo]);
  const choices = [taps.yes(slug, kept.said), taps.no(slug, kept.said), taps.later(slug), askPerson];
  return { outcome: "interview", interview: slug, text, choices };
}

export function givenLine({ question, answer }: Given): string {
  return `${question.ask} ${answer.said}`;
}

/** Every answer that was needed, each to be changed by a tap. */
export function showAnswers(interview: Interview, kept: KeptInterview, on: InterviewOn): Stepped {
  const { given } = follow(interview, kept.state.answers, on.day);
  if (given.length === 0) return showStep(interview, kept, { on, lead: words.nothingBefore });
  const answers = given.map((each) => ({ label: shortened(givenLine(each)), value: taps.changeOne(interview.slug, each.question.id) }));
  const choices = [...answers, taps.goOn(interview.slug), taps.later(interview.slug)];
  return { kept, part: { outcome: "interview", interview: interview.slug, text: words.which, choices }, at: "change" };
}

/** Labels come back with the tap, and the website takes no longer ones. */
const longestLabel = 160;

function shortened(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;
}

function paragraphs(all: readonly string[]): string {
  return all.filter((paragraph) => paragraph !== "").join("\n\n");
}
