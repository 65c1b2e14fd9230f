import type { Day } from "../../provision.ts";
import type { Question } from "../interview.ts";
import type { AnswerValue } from "../state.ts";
import { calm } from "./found.ts";
import { readDay } from "./read-day.ts";
import { readNumber } from "./read-number.ts";
import { readOption, readTicks } from "./read-option.ts";

/** What somebody typed, as an answer to one question. */
export type Reading =
  | {
      readonly kind: "understood";
      readonly value: AnswerValue;
      /** To be said back: "ngày 25/12/2023", "3 năm 6 tháng", "tháng 5/2023, ngày chưa rõ". */
      readonly said: string;
      /** Read out of free words, so to be confirmed; the words of a button are not. */
      readonly confirm: boolean;
    }
  /** Not understood; how it could be said. */
  | { readonly kind: "unclear"; readonly hint: string }
  /** Understood, and it cannot be. */
  | { readonly kind: "refused"; readonly says: string };

/** Reads a typed answer: with or without marks, in digits or words, as a button's words or number. */
export function readAnswer(question: Question, typed: string, asOf: Day): Reading {
  const text = calm(typed);
  switch (question.kind) {
    case "one":
      return readOption(question, text) ?? { kind: "unclear", hint: hints.one };
    case "many":
      return readTicks(question, text) ?? { kind: "unclear", hint: hints.many };
    case "day":
      return firstOf(readDay(question, text, asOf), readOption(question, text));
    case "duration":
    case "number":
    case "money":
      return firstOf(readNumber(question, text), readOption(question, text));
  }
}

/** A value is looked for first ("chưa nhớ rõ, hình như 5/2023"), then the buttons beside it. */
function firstOf(value: Reading, option: Reading | undefined): Reading {
  return value.kind === "unclear" && option !== undefined ? option : value;
}

const hints = {
  one: "Em chưa hiểu. Anh/chị bấm một nút, hoặc gõ số thứ tự của nút.",
  many: "Em chưa hiểu. Anh/chị bấm những điều đúng, hoặc gõ số thứ tự, ví dụ: 1, 3.",
};
