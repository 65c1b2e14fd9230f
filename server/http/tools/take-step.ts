import { fits } from "../../../knowledge/interviews/answer-facts.ts";
import type { Interview, Question } from "../../../knowledge/interviews/interview.ts";
import { restore } from "../../../knowledge/interviews/kept-state.ts";
import { answer, back, begin, confirm, propose, reject } from "../../../knowledge/interviews/moves.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { sayAnswer } from "../../../knowledge/interviews/reading/say-answer.ts";
import type { Answer, AnswerValue, InterviewState } from "../../../knowledge/interviews/state.ts";
import type { Day } from "../../../knowledge/provision.ts";
import { AppError } from "../../errors.ts";
import { readWritten } from "./read-written.ts";
import { nothingWritten, type SentStep, type Written } from "./sent-step.ts";

/** Where the person is after what was sent. */
export interface Taken {
  readonly state: InterviewState;
  readonly written: Written;
  /** Why the answer was not taken, in words; null where it was. */
  readonly problem: string | null;
}

/** Takes one tap or answer of a page. Nothing is kept here: the state comes in with it and goes out with the next page. */
export function takeStep(interview: Interview, sent: SentStep, asOf: Day): Taken {
  const state = sent.move.kind === "begin" ? begin(interview) : stateOf(interview, sent);
  switch (sent.move.kind) {
    case "begin":
      return taken(state);
    case "back":
      return taken(back(interview, state, { asOf }));
    case "change":
      return taken(back(interview, reject(state), { to: sent.move.question, asOf }));
    case "yes":
      return taken(confirm(interview, state, asOf));
    case "no":
      // Where it was an answer being changed, its question is asked again.
      return taken(reject(state));
    case "choose":
      return takeAnswer(interview, state, { sent, asOf, value: (question) => choiceOf(question, sent) });
    case "go":
      return takeAnswer(interview, state, { sent, asOf, value: (question) => readWritten(question, sent.written, asOf) });
  }
}

function stateOf(interview: Interview, { state }: SentStep): InterviewState {
  if (state === undefined || state.interview !== interview.slug) throw new AppError("bad-request");
  return restore(interview, state);
}

interface Taking {
  readonly sent: SentStep;
  readonly asOf: Day;
  readonly value: (question: Question) => ReturnType<typeof readWritten>;
}

function takeAnswer(interview: Interview, state: InterviewState, { sent, asOf, value }: Taking): Taken {
  const step = next(interview, reject(state), asOf);
  // A page of before the library changed may answer what is no longer asked: what is asked now is shown.
  if (step.kind !== "question" || step.question.id !== sent.question) return taken(reject(state));
  const read = value(step.question);
  if (read.kind === "problem") return { state: reject(state), written: sent.written, problem: read.says };
  const answers: readonly Answer[] = [{ question: step.question.id, value: read.value, said: read.said }];
  return taken(read.confirm ? propose(state, answers) : answer(interview, state, { answers, asOf }));
}

function choiceOf(question: Question, { move }: SentStep): ReturnType<typeof readWritten> {
  const id = move.kind === "choose" ? move.option : "";
  const value: AnswerValue =
    question.kind === "many" && id === question.none.id ? { kind: "options", options: [] } : { kind: "option", option: id };
  if (!fits(question, value)) throw new AppError("bad-request");
  return { kind: "read", value, said: sayAnswer(question, value), confirm: false };
}

function taken(state: InterviewState): Taken {
  return { state, written: nothingWritten, problem: null };
}
