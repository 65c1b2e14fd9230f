import { follow } from "../../knowledge/interviews/follow.ts";
import { type Interview, type Option, optionsOf, type Question } from "../../knowledge/interviews/interview.ts";
import { answer, back } from "../../knowledge/interviews/moves.ts";
import { next } from "../../knowledge/interviews/next-step.ts";
import type { Answer, InterviewState } from "../../knowledge/interviews/state.ts";
import type { KeptInterview } from "./kept-interview.ts";
import { type InterviewOn, type Stepped, showStep } from "./show-step.ts";

/** One interview of the library, what the conversation keeps of it, and the day. */
export interface UnderWay {
  readonly interview: Interview;
  readonly kept: KeptInterview;
  readonly on: InterviewOn;
}

/** Another state of it: what was ticked or not understood before is over. */
export function moved({ kept }: Pick<UnderWay, "kept">, state: InterviewState): KeptInterview {
  return { ...kept, state, ticked: [], misses: 0 };
}

export function take(answers: readonly Answer[], under: UnderWay, lead = ""): Stepped {
  const { interview, kept, on } = under;
  return showStep(interview, moved(under, answer(interview, kept.state, { answers, asOf: on.day })), { on, lead });
}

export function askedNow({
  interview,
  kept,
  on,
}: Pick<UnderWay, "interview" | "kept"> & { readonly on: Pick<InterviewOn, "day"> }): Question | undefined {
  const step = next(interview, kept.state, on.day);
  return step.kind === "question" ? step.question : undefined;
}

export function isAnswered(id: string, { interview, kept, on }: UnderWay): boolean {
  return follow(interview, kept.state.answers, on.day).given.some(({ question }) => question.id === id);
}

export function goneBack(to: string, under: UnderWay): KeptInterview {
  const { interview, kept, on } = under;
  return moved(under, back(interview, { ...kept.state, confirming: [] }, { to, asOf: on.day }));
}

/** Not knowing is an answer where the rule takes it. */
export function unknownOf(question: Question): Option | undefined {
  return optionsOf(question).find(({ id }) => id === "khong-nho" || id === "khong-ro");
}
