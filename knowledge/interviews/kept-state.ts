import { z } from "zod";
import { fits } from "./answer-facts.ts";
import type { Interview } from "./interview.ts";
import { sayAnswer } from "./reading/say-answer.ts";
import { type Answer, AnswerValue, type InterviewState } from "./state.ts";

const most = 60;
const KeptAnswer = z.strictObject({ question: z.string().max(60), value: AnswerValue });

/** A state as somebody else kept it for us, without the words answers are said back in: these are made anew, so nobody can put any in. */
export const KeptState = z.strictObject({
  interview: z.string().max(60),
  answers: z.array(KeptAnswer).max(most),
  confirming: z.array(KeptAnswer).max(most),
  at: z.string().max(60).nullable(),
});
export type KeptState = z.infer<typeof KeptState>;

export function keep({ interview, answers, confirming, at }: InterviewState): KeptState {
  const bare = (all: readonly Answer[]) => all.map(({ question, value }) => ({ question, value }));
  return { interview, answers: bare(answers), confirming: bare(confirming), at };
}

/** The state of this interview; answers that are of no question of today, or cannot be, are asked for again. */
export function restore(interview: Interview, kept: KeptState): InterviewState {
  const whole = (all: KeptState["answers"]) =>
    all.flatMap(({ question: id, value }): readonly Answer[] => {
      const question = interview.questions.find((each) => each.id === id);
      return question === undefined || !fits(question, value) ? [] : [{ question: id, value, said: sayAnswer(question, value) }];
    });
  return { interview: interview.slug, answers: whole(kept.answers), confirming: whole(kept.confirming), at: kept.at };
}
