import { type Interview, Question } from "../../../knowledge/interviews/interview.ts";
import { Day } from "../../../knowledge/provision.ts";
import { realLibrary } from "../../support/library.ts";

export const today = Day.parse("2026-11-25");

/** A released interview. */
export function interviewOf(slug: string): Interview {
  const interview = realLibrary().interviews.get(slug);
  if (interview === undefined) throw new Error(`the library has no interview ${slug}`);
  return interview;
}

/** A question with nothing about it but its kind and what is given. */
export function questionWith(parts: Readonly<Record<string, unknown>>): Question {
  return Question.parse({ id: "some-question", ask: "Câu hỏi nào đó?", why: "Để biết điều đó.", ...parts });
}
