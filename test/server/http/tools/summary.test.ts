import fc from "fast-check";
import { expect, test } from "vitest";
import { respond } from "../../../../bot/respond.ts";
import { optionsOf } from "../../../../knowledge/interviews/interview.ts";
import { answer, begin } from "../../../../knowledge/interviews/moves.ts";
import { next, usualAnswer } from "../../../../knowledge/interviews/next-step.ts";
import { present } from "../../../../knowledge/interviews/present.ts";
import { sayAnswer } from "../../../../knowledge/interviews/reading/say-answer.ts";
import type { AnswerValue, InterviewState } from "../../../../knowledge/interviews/state.ts";
import { Day } from "../../../../knowledge/provision.ts";
import { longestText } from "../../../../server/http/paths.ts";
import { summaryFor } from "../../../../server/http/tools/summary.ts";
import { askedOf } from "../../../support/asked.ts";
import { realLibrary } from "../../../support/library.ts";

const today = Day.parse("2026-11-25");
const library = realLibrary();

test("a result sent to a counsellor is for a person, however much of it sounds like questions, and fits one message", () => {
  for (const tool of library.interviews.values())
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (choices) => {
        let state: InterviewState = begin(tool);
        for (const choice of choices) {
          const step = next(tool, state, today);
          if (step.kind !== "question") break;
          const options = optionsOf(step.question);
          const option = options[choice % (options.length + 1)];
          const value: AnswerValue =
            step.question.kind === "many"
              ? { kind: "options", options: step.question.options.filter((_, at) => (choice >> at) % 3 === 0).map(({ id }) => id) }
              : option === undefined
                ? usualAnswer(step.question, today)
                : { kind: "option", option: option.id };
          state = answer(tool, state, {
            answers: [{ question: step.question.id, value, said: sayAnswer(step.question, value) }],
            asOf: today,
          });
        }
        const presented = present(tool, state, { asOf: today, library });
        if (presented === undefined) return;
        const summary = summaryFor(tool, presented, today);
        expect(summary.length).toBeLessThanOrEqual(longestText);
        expect(summary).toContain(presented.heading);
        const { parts } = respond(askedOf(summary));
        expect(
          parts.map(({ outcome }) => outcome),
          summary,
        ).toEqual(["hand-over"]);
      }),
      { numRuns: 150 },
    );
});
