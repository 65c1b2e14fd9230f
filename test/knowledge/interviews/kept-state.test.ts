import fc from "fast-check";
import { expect, test } from "vitest";
import { optionsOf, type Question } from "../../../knowledge/interviews/interview.ts";
import { KeptState, keep, restore } from "../../../knowledge/interviews/kept-state.ts";
import { answer, back, begin } from "../../../knowledge/interviews/moves.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { present } from "../../../knowledge/interviews/present.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import { sayAnswer } from "../../../knowledge/interviews/reading/say-answer.ts";
import type { AnswerValue, InterviewState } from "../../../knowledge/interviews/state.ts";
import { arbitraryDay } from "../../support/arbitrary.ts";
import { realLibrary } from "../../support/library.ts";
import { today } from "./some-interview.ts";

const library = realLibrary();
const interviews = [...library.interviews.values()];

const typedDay = "tháng 5 năm 2023";
const typed: Readonly<Record<string, string>> = { day: typedDay, duration: "3 năm 6 tháng", number: "12", money: "50 triệu" };

test("an answer is said back from its value in the very words it was first said in", () => {
  for (const question of interviews.flatMap(({ questions }) => questions)) {
    const words = question.kind === "day" && question.roughly === undefined ? "3/2/2024" : typed[question.kind];
    for (const text of [...optionsOf(question).map(({ says, label }) => says ?? label), ...(words === undefined ? [] : [words])]) {
      const reading = readAnswer(question, text, today);
      if (reading.kind === "understood") expect(sayAnswer(question, reading.value), `${question.id}: ${text}`).toBe(reading.said);
    }
  }
});

test("a state that goes out and comes back is the same, and a stranger's words cannot be put into it", () => {
  for (const interview of interviews) {
    let state: InterviewState = begin(interview);
    for (let step = next(interview, state, today); step.kind === "question"; step = next(interview, state, today)) {
      const value = firstAnswer(step.question);
      state = answer(interview, state, {
        answers: [{ question: step.question.id, value, said: sayAnswer(step.question, value) }],
        asOf: today,
      });
      expect(restore(interview, KeptState.parse(JSON.parse(JSON.stringify(keep(state)))))).toEqual(state);
    }
    const changing = back(interview, state, { asOf: today });
    expect(restore(interview, keep(changing))).toEqual(changing);
  }
  expect(
    JSON.stringify(
      keep({
        interview: "x",
        answers: [{ question: "q", value: { kind: "options", options: [] }, said: "lời lạ" }],
        confirming: [],
        at: null,
      }),
    ),
  ).not.toContain("lời lạ");
});

function firstAnswer(question: Question): AnswerValue {
  if (question.kind === "many") return { kind: "options", options: [] };
  const [option] = question.options;
  return option === undefined ? { kind: "day", day: today, precision: "day" } : { kind: "option", option: option.id };
}

test("whatever answers of the right form are sent, there is a question or a result, and no fault", () => {
  const value = fc.oneof(
    fc.record({
      kind: fc.constant("day"),
      day: fc.oneof(arbitraryDay, fc.constantFrom("0001-01-01", "9999-12-31")),
      precision: fc.constantFrom("day", "month", "year"),
    }),
    fc.record({ kind: fc.constant("number"), number: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat({ max: 400 })) }),
  );
  for (const interview of interviews) {
    const answerTo = (question: Question) => {
      const option = fc.constantFrom("__proto__", ...optionsOf(question).map(({ id }) => id));
      const chosen = fc.oneof(
        option.map((id) => ({ kind: "option", option: id })),
        fc.array(option, { maxLength: 3 }).map((options) => ({ kind: "options", options })),
        value,
      );
      return chosen.map((each) => ({ question: question.id, value: each }));
    };
    fc.assert(
      fc.property(fc.tuple(...interview.questions.map(answerTo)), (answers) => {
        const state = restore(interview, KeptState.parse({ interview: interview.slug, answers, confirming: [], at: null }));
        const step = next(interview, state, today);
        if (step.kind === "result") expect(present(interview, state, { asOf: today, library })?.heading).toBeTruthy();
      }),
      { numRuns: 400 },
    );
  }
});
