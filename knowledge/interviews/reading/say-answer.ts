import { optionOf } from "../answer-facts.ts";
import type { Question } from "../interview.ts";
import type { AnswerValue } from "../state.ts";
import { saidDay } from "./read-day.ts";
import { saidNumber } from "./read-number.ts";
import { chosen, ticked } from "./read-option.ts";

/** How an answer is said back, made from its value alone. The value must fit the question. */
export function sayAnswer(question: Question, value: AnswerValue): string {
  switch (value.kind) {
    case "option": {
      const option = optionOf(question, value.option);
      return option === undefined ? "" : saidOf(chosen(option));
    }
    case "options":
      return question.kind === "many"
        ? saidOf(
            ticked(
              question.options.filter(({ id }) => value.options.includes(id)),
              question.none,
            ),
          )
        : "";
    case "day":
      return saidDay(value.day, value.precision);
    case "number":
      return "least" in question ? saidNumber(question, value.number) : "";
  }
}

function saidOf(reading: ReturnType<typeof chosen>): string {
  return reading.kind === "understood" ? reading.said : "";
}
