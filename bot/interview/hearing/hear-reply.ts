import { optionsOf, type Question } from "../../../knowledge/interviews/interview.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import type { Answer } from "../../../knowledge/interviews/state.ts";
import { syllables } from "../../../knowledge/words/normalise.ts";
import type { Doing, Done } from "../doing.ts";
import { type Kept, keptIn, type Listening } from "./kept-in.ts";

/** What is typed as an answer to what is asked now, or to another of its questions. */
export function hearReply(text: string, listening: Listening): Done | undefined {
  const found = keptIn(listening);
  if (found?.phase !== "running") return undefined;
  const step = next(found.interview, found.kept.state, listening.day);
  const doing = step.kind === "question" ? hearAnswer(step.question, { text, found, listening }) : undefined;
  return doing && { interview: found.interview.slug, doing };
}

interface Hearing {
  readonly text: string;
  readonly found: Kept;
  readonly listening: Listening;
}

/** A button's words count at once; what has many more words than one is said back first. */
const mostPlainWords = 5;

function hearAnswer(question: Question, hearing: Hearing): Doing | undefined {
  const { text, found, listening } = hearing;
  const reading = readAnswer(question, text, listening.day);
  if (reading.kind === "refused") return { kind: "refused", says: reading.says };
  if (reading.kind === "unclear") return hearElsewhere(question, hearing);
  const { value, said, confirm } = reading;
  if (value.kind === "options" && found.kept.ticked.length > 0) return tickMore(question, value.options, found);
  return {
    kind: "answer",
    answers: [{ question: question.id, value, said }],
    confirm: confirm || syllables(text).length > mostPlainWords,
  };
}

/** Typed beside what was tapped already; "không" is then: nothing more. */
function tickMore(question: Question, more: readonly string[], { kept: { ticked } }: Kept): Doing {
  if (more.length === 0) return { kind: "ticked", question: question.id };
  const options = optionsOf(question).filter(({ id }) => ticked.includes(id) || more.includes(id));
  const said = options.map(({ label, says }) => says ?? label).join("; ");
  const value = { kind: "options", options: options.map(({ id }) => id) } as const;
  return { kind: "answer", answers: [{ question: question.id, value, said }], confirm: true };
}

/** No answer to this question, but one to another: "tôi bị 3 năm". */
function hearElsewhere(question: Question, { text, found: { interview, kept }, listening: { day } }: Hearing): Doing | undefined {
  const isKnown = (heard: Answer) => kept.state.answers.some((each) => each.question === heard.question && each.said === heard.said);
  const heard = prefill(interview, text, day).filter((each) => each.question !== question.id && !isKnown(each));
  return heard.length === 0 ? undefined : { kind: "answer", answers: heard, confirm: true };
}
