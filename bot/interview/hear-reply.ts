import { optionsOf, type Question } from "../../knowledge/interviews/interview.ts";
import { next } from "../../knowledge/interviews/next-step.ts";
import { calm } from "../../knowledge/interviews/reading/found.ts";
import { prefill } from "../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../knowledge/interviews/reading/read-answer.ts";
import type { Answer } from "../../knowledge/interviews/state.ts";
import { syllables } from "../../knowledge/words/normalise.ts";
import { isMostly, spoken } from "../../knowledge/words/phrases.ts";
import { lastFromUs } from "../conversation.ts";
import type { Doing, Done } from "./doing.ts";
import { type Kept, keptIn, type Listening } from "./kept-in.ts";
import { readTap } from "./taps.ts";

/** What is typed as an answer to what is asked now, or to another of its questions. */
export function hearReply(text: string, listening: Listening): Done | undefined {
  const found = keptIn(listening);
  if (found === undefined || (found.phase !== "running" && found.phase !== "offered")) return undefined;
  const step = next(found.interview, found.kept.state, listening.day);
  if (step.kind === "result") return undefined;
  const hearing: Hearing = { text, found, listening };
  const asked = step.kind === "confirm" ? step.understood.map(({ question }) => question) : [];
  const doing = pickedByNumber(hearing) ?? (step.kind === "question" ? hearAnswer(step.question, hearing) : hearSettling(asked, hearing));
  return doing && { interview: found.interview.slug, doing };
}

interface Hearing {
  readonly text: string;
  readonly found: Kept;
  readonly listening: Listening;
}

/** "3", where what was shown last stood in another order than the question has. */
function pickedByNumber({ text, found: { kept }, listening: { conversation } }: Hearing): Doing | undefined {
  const last = lastFromUs(conversation);
  const choice = /^\d{1,2}$/.test(text) && last?.from === "bot" ? last.choices[Number(text) - 1] : undefined;
  const doing = choice && readTap(choice.value)?.doing;
  return doing?.kind === "change" || kept.ticked.length > 0 ? doing : undefined;
}

/** Yes, no, or what it is instead: "không, 4 năm". */
function hearSettling(questions: readonly Question[], { text, found: { kept }, listening: { library, day } }: Hearing): Doing | undefined {
  const said = spoken(syllables(calm(text)));
  const { yes, no } = library.lexicon.interview;
  const instead = calm(text).replace(/^(?:da |a |u )?(?:khong phai|khong dung|khong|sai|nham)(?: roi)?[ ,.:]*(?:ma )?(?:la )?/, "");
  const [only, ...others] = questions.flatMap((question) => valueIn(instead, question, day));
  if (only !== undefined && others.length === 0) {
    const answers = kept.state.confirming.map((each) => (each.question === only.question ? only : each));
    return { kind: "answer", answers, confirm: true };
  }
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
