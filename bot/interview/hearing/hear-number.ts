import { optionsOf } from "../../../knowledge/interviews/interview.ts";
import { lastFromUs } from "../../conversation.ts";
import type { Doing } from "../doing.ts";
import { readTap } from "../taps.ts";
import type { Kept, Listening } from "./kept-in.ts";

/** "3": the third of the buttons, where they stand numbered in the text of some channels. */
export function hearNumber(text: string, { interview }: Kept, { conversation }: Listening): Doing | undefined {
  const last = lastFromUs(conversation);
  if (!/^\d{1,2}$/.test(text) || last?.from !== "bot" || last.outcome !== "interview") return undefined;
  const choice = last.choices[Number(text) - 1];
  const doing = choice && readTap(choice.value)?.doing;
  if (doing?.kind === "change" || doing?.kind === "ticked") return doing;
  if (doing?.kind !== "pick" || choice?.says === undefined) return undefined;
  const question = interview.questions.find(({ id }) => id === doing.question);
  const isPlain = question !== undefined && (question.kind === "many" || optionsOf(question).every(({ label }) => !/\d/.test(label)));
  if (isPlain) return doing;
  // "3" may be "đến 3 năm": what was taken is said back.
  return {
    kind: "answer",
    answers: [{ question: doing.question, value: { kind: "option", option: doing.option }, said: choice.says }],
    confirm: true,
  };
}
