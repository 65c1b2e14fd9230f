import { type Interview, Question } from "../../../knowledge/interviews/interview.ts";
import { answer, begin, confirm } from "../../../knowledge/interviews/moves.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { type Presented, present } from "../../../knowledge/interviews/present.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import type { InterviewState } from "../../../knowledge/interviews/state.ts";
import { Day } from "../../../knowledge/provision.ts";
import { realLibrary } from "../../support/library.ts";

export const today = Day.parse("2026-11-25");
/** Read once: it takes seconds. */
export const library = realLibrary();

/** A released interview. */
export function interviewOf(slug: string): Interview {
  const interview = library.interviews.get(slug);
  if (interview === undefined) throw new Error(`the library has no interview ${slug}`);
  return interview;
}

/** A question with nothing about it but its kind and what is given. */
export function questionWith(parts: Readonly<Record<string, unknown>>): Question {
  return Question.parse({ id: "some-question", ask: "Câu hỏi nào đó?", why: "Để biết điều đó.", ...parts });
}

export interface Shown extends Presented {
  /** Ids of what was asked, in order. */
  readonly asked: readonly string[];
}

/** The interview gone through by somebody who types these answers, after this message of talk, and says yes whenever something is said back. */
export function typedThrough(slug: string, typed: readonly string[], { talk = "", asOf = today } = {}): Shown {
  const interview = interviewOf(slug);
  const start = confirm(interview, begin(interview, prefill(interview, talk, asOf)), asOf);
  const end = typed.reduce((state, words) => typeAnswer(interview, state, { words, asOf }), start);
  const shown = present(interview, end, { asOf, library });
  const step = next(interview, end, asOf);
  if (shown === undefined) throw new Error(step.kind === "question" ? `${step.question.id} is still asked` : "no result");
  return { ...shown, asked: shown.given.map(({ question }) => question) };
}

interface Typed {
  readonly words: string;
  readonly asOf: Day;
}

function typeAnswer(interview: Interview, state: InterviewState, { words, asOf }: Typed): InterviewState {
  const step = next(interview, state, asOf);
  if (step.kind !== "question") throw new Error(`"${words}" answers nothing`);
  const reading = readAnswer(step.question, words, asOf);
  if (reading.kind !== "understood") throw new Error(`"${words}" was not understood at ${step.question.id}`);
  return answer(interview, state, { answers: [{ question: step.question.id, value: reading.value, said: reading.said }], asOf });
}
