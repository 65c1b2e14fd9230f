import type { Question } from "../../../knowledge/interviews/interview.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { calm } from "../../../knowledge/interviews/reading/found.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import type { Answer } from "../../../knowledge/interviews/state.ts";
import { isMostly } from "../../../knowledge/words/phrases.ts";
import type { Doing } from "../doing.ts";
import { type Kept, type Listening, typedWords } from "./kept-in.ts";

/** To what was said back: yes, no, what it is instead ("không, 4 năm"), or what is told besides ("chưa trả bồi thường"). */
export function hearSettling(text: string, { interview, kept }: Kept, { library, day }: Listening): Doing | undefined {
  const step = next(interview, kept.state, day);
  if (step.kind !== "confirm") return undefined;
  const said = typedWords(text);
  const { yes, no } = library.lexicon.interview;
  const instead = calm(text).replace(/^(?:da |a |u )?(?:khong phai|khong dung|khong|sai|nham)(?: roi)?[ ,.:]*(?:ma )?(?:la )?/, "");
  const [only, ...others] = step.understood.flatMap(({ question }) => valueIn(instead, question, day));
  if (only !== undefined && others.length === 0) {
    const answers = kept.state.confirming.map((each) => (each.question === only.question ? only : each));
    return { kind: "answer", answers, confirm: true };
  }
  const more = prefill(interview, text, day).filter((told) => !kept.state.confirming.some((each) => each.question === told.question));
  if (more.length > 0) return { kind: "answer", answers: [...kept.state.confirming, ...more], confirm: true };
  if (isMostly(said, no, 1)) return { kind: "no" };
  return isMostly(said, yes, 1) ? { kind: "yes" } : undefined;
}

/** The value that stands in the text, if the question asks for one. */
function valueIn(text: string, question: Question, day: Listening["day"]): readonly Answer[] {
  if (question.kind === "one" || question.kind === "many") return [];
  const reading = readAnswer(question, text, day);
  if (reading.kind !== "understood" || reading.value.kind === "option") return [];
  return [{ question: question.id, value: reading.value, said: reading.said }];
}
