import { optionsOf, type Question } from "../../../knowledge/interviews/interview.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { calm } from "../../../knowledge/interviews/reading/found.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import type { Answer, AnswerValue } from "../../../knowledge/interviews/state.ts";
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

function hearAnswer(question: Question, hearing: Hearing): Doing | undefined {
  const { text, found, listening } = hearing;
  const reading = readAnswer(question, text, listening.day);
  if (reading.kind === "refused") return { kind: "refused", says: reading.says };
  if (reading.kind === "unclear") {
    const others = heardElsewhere(question, hearing);
    return others.length === 0 ? undefined : { kind: "answer", answers: others, confirm: true };
  }
  const { value, said } = reading;
  if (value.kind === "options" && found.kept.ticked.length > 0) return tickMore(question, value.options, found);
  const others = heardElsewhere(question, hearing);
  const confirm = reading.confirm || others.length > 0 || isLongerThanButton(text, question, value);
  return { kind: "answer", answers: [{ question: question.id, value, said }, ...others], confirm };
}

/** A button's words count at once; what has more words than it may mean something else, and is said back first. */
function isLongerThanButton(text: string, question: Question, value: AnswerValue): boolean {
  const id = value.kind === "option" ? value.option : question.kind === "many" ? question.none.id : undefined;
  const option = optionsOf(question).find((each) => each.id === id);
  const isSaid = calm(option?.says ?? "").includes(calm(text));
  return !isSaid && syllables(text).length > syllables(option?.label ?? "").length + 1;
}

/** Typed beside what was tapped already; "không" is then: nothing more. */
function tickMore(question: Question, more: readonly string[], { kept: { ticked } }: Kept): Doing {
  if (more.length === 0) return { kind: "ticked", question: question.id };
  const options = optionsOf(question).filter(({ id }) => ticked.includes(id) || more.includes(id));
  const said = options.map(({ label, says }) => says ?? label).join("; ");
  const value = { kind: "options", options: options.map(({ id }) => id) } as const;
  return { kind: "answer", answers: [{ question: question.id, value, said }], confirm: true };
}

/** Answers to other questions that were told besides: "tôi bị 3 năm tù". */
function heardElsewhere(question: Question, { text, found: { interview, kept }, listening: { day } }: Hearing): readonly Answer[] {
  const isKnown = (heard: Answer) => kept.state.answers.some((each) => each.question === heard.question && each.said === heard.said);
  return prefill(interview, text, day).filter((each) => each.question !== question.id && !isKnown(each));
}
