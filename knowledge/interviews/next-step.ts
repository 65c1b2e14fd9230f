import type { Day } from "../provision.ts";
import { addMonths } from "../rules/calendar.ts";
import type { Judged } from "../rules/rule.ts";
import { follow, type Given, lead } from "./follow.ts";
import type { Interview, Question } from "./interview.ts";
import type { Answer, AnswerValue, InterviewState } from "./state.ts";

export type NextStep =
  /** What was understood from free words, to be said back: "đúng không?". */
  | { readonly kind: "confirm"; readonly understood: readonly Given[] }
  | {
      readonly kind: "question";
      readonly question: Question;
      readonly progress: Progress;
      /** What was answered the last time, where the person has gone back. */
      readonly before: Answer | null;
      readonly given: readonly Given[];
    }
  /** Say it with `present`. */
  | { readonly kind: "result"; readonly judged: Judged; readonly given: readonly Given[] };

/** Question `number` of about `about`. */
export interface Progress {
  readonly number: number;
  readonly about: number;
}

/** What comes now. */
export function next(interview: Interview, state: InterviewState, asOf: Day): NextStep {
  const understood = state.confirming.flatMap((answer) => {
    const question = interview.questions.find(({ id }) => id === answer.question);
    return question === undefined ? [] : [{ question, answer }];
  });
  if (understood.length > 0) return { kind: "confirm", understood };
  const { given, end } = follow(interview, state.answers, asOf);
  const again = given.findIndex(({ question }) => question.id === state.at);
  const asked = given[again];
  if (asked !== undefined) {
    const progress = { number: again + 1, about: given.length + questionsLeft(interview, given, asOf) };
    return { kind: "question", question: asked.question, progress, before: asked.answer, given: given.slice(0, again) };
  }
  if (end.kind === "concluded") return { kind: "result", judged: { output: end.output, basis: end.basis }, given };
  const progress = { number: given.length + 1, about: given.length + questionsLeft(interview, given, asOf) };
  return { kind: "question", question: end.question, progress, before: null, given };
}

/** How many are still to come for the usual case. */
function questionsLeft(interview: Interview, given: readonly Given[], asOf: Day): number {
  return (
    followAsUsual(
      interview,
      given.map(({ answer }) => answer),
      asOf,
    ).length - given.length
  );
}

/** The way of these answers, gone on to its end by the usual ones. */
export function followAsUsual(interview: Interview, answers: readonly Answer[], asOf: Day): readonly Given[] {
  const usual = (question: Question) => ({ question: question.id, value: usualAnswer(question, asOf), said: "" });
  const answerTo = (question: Question) => answers.find((each) => each.question === question.id) ?? usual(question);
  return lead(interview, answerTo, asOf).given;
}

/** Of buttons the first; writers of an interview put the most common there. */
export function usualAnswer(question: Question, asOf: Day): AnswerValue {
  switch (question.kind) {
    case "one":
      return { kind: "option", option: question.options[0]?.id ?? "" };
    case "many":
      return { kind: "options", options: [] };
    case "day":
      return { kind: "day", day: addMonths(asOf, question.when === "future" ? 12 : -12), precision: "day" };
    case "duration":
    case "number":
    case "money":
      return { kind: "number", number: Math.min(question.most, Math.max(question.least, 24)) };
  }
}
