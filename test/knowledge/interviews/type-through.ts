import type { Interview } from "../../../knowledge/interviews/interview.ts";
import { answer, begin } from "../../../knowledge/interviews/moves.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { type Presented, present } from "../../../knowledge/interviews/present.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import type { InterviewState } from "../../../knowledge/interviews/state.ts";
import { realLibrary } from "../../support/library.ts";
import { today } from "./some-interview.ts";

const library = realLibrary();

/** An interview answered by typing, one answer after the other. */
export function typeThrough(interview: Interview, typed: readonly string[], state: InterviewState = begin(interview)): InterviewState {
  return typed.reduce((before, words) => {
    const step = next(interview, before, today);
    if (step.kind !== "question") throw new Error(`"${words}" answers nothing`);
    const reading = readAnswer(step.question, words, today);
    if (reading.kind !== "understood") throw new Error(`"${words}" is no answer to ${step.question.id}`);
    return answer(interview, before, { answers: [{ question: step.question.id, value: reading.value, said: reading.said }], asOf: today });
  }, state);
}

/** The question that comes now, or the verdict and after how many questions. */
export function standing(interview: Interview, state: InterviewState): string {
  const step = next(interview, state, today);
  if (step.kind === "question") return step.question.id;
  const shown = present(interview, state, { asOf: today, library });
  return shown === undefined ? step.kind : `${shown.verdict} after ${shown.given.length}`;
}

export function shownAfter(interview: Interview, typed: readonly string[]): Presented {
  const shown = present(interview, typeThrough(interview, typed), { asOf: today, library });
  if (shown === undefined) throw new Error(`no result yet after ${typed.join(", ")}`);
  return shown;
}

/** All that a result says to the person. */
export function wordsOf({ heading, explanation, changes, papers, where, next: steps, sections }: Presented): string {
  return [heading, explanation, ...changes, ...papers, ...where, ...steps, ...sections.flatMap(({ lines }) => lines)].join("\n");
}
