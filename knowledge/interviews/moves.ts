import type { Day } from "../provision.ts";
import { follow } from "./follow.ts";
import type { Interview } from "./interview.ts";
import type { Answer, InterviewState } from "./state.ts";

/** A new interview; what was heard in talk before it waits to be confirmed, all at once. */
export function begin(interview: Interview, heard: readonly Answer[] = []): InterviewState {
  return { interview: interview.slug, answers: [], confirming: heard, at: null };
}

export interface Answering {
  readonly answers: readonly Answer[];
  readonly asOf: Day;
}

/** Takes the answers as they are: a button, or a page. An earlier answer to the same question is replaced; what follows from it is worked out anew. */
export function answer(interview: Interview, state: InterviewState, { answers, asOf }: Answering): InterviewState {
  const others = state.answers.filter(({ question }) => !answers.some((each) => each.question === question));
  const all = [...others, ...answers];
  const { given, end } = follow(interview, all, asOf);
  // Until the rule has all it needs, an answer it passed over may still come to be needed.
  const kept = end.kind === "concluded" ? given.map((each) => each.answer) : all;
  return { ...state, answers: kept, confirming: [], at: null };
}

/** Puts answers understood from free words before the person: next comes "đúng không?". */
export function propose(state: InterviewState, answers: readonly Answer[]): InterviewState {
  return { ...state, confirming: answers };
}

/** "Đúng." */
export function confirm(interview: Interview, state: InterviewState, asOf: Day): InterviewState {
  return answer(interview, state, { answers: state.confirming, asOf });
}

/** "Không phải": the questions are asked in their turn. */
export function reject(state: InterviewState): InterviewState {
  return { ...state, confirming: [] };
}

export interface GoingBack {
  /** The question to go back to; the one before where none is named. */
  readonly to?: string;
  readonly asOf: Day;
}

/** Asks an answered question again. Nothing is forgotten by going back: only another answer changes what was said. */
export function back(interview: Interview, state: InterviewState, { to, asOf }: GoingBack): InterviewState {
  if (state.confirming.length > 0) return reject(state);
  const way = follow(interview, state.answers, asOf).given.map(({ question }) => question.id);
  const here = state.at === null ? -1 : way.indexOf(state.at);
  const before = way[(here === -1 ? way.length : here) - 1];
  const at = to === undefined ? before : way.find((id) => id === to);
  return at === undefined ? state : { ...state, at };
}
