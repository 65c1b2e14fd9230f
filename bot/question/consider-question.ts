import type { Entry, Passage } from "../../knowledge/passage.ts";
import type { Day } from "../../knowledge/provision.ts";
import { answerAgain, answerWith, choiceFor } from "../answer.ts";
import { answeredLast, type Conversation } from "../conversation.ts";
import { handOverTo } from "../escalate.ts";
import { taps } from "../interview/taps.ts";
import type { Choice, ReplyPart } from "../reply.ts";
import type { Asked } from "../respond.ts";
import type { Understanding } from "../understand.ts";
import * as wording from "../wording.ts";
import { type Decision, interviewOf } from "./decide.ts";
import { type Found, type FoundAll, findAnswers } from "./find-answers.ts";

/** What is said to one question, and how sure it is. */
export interface Considered {
  readonly part: ReplyPart;
  readonly confidence: number;
  readonly passages: readonly Passage[];
}

export type Question = Extract<Understanding, { kind: "question" }>;

/** The parts of a reply to a question: answered, asked back, declined or handed over. */
export function considerQuestion(question: Question, asked: Asked, { found, leftOver }: FoundAll = findAnswers(question.text, asked)) {
  const [first, ...others] = found;
  const warning = question.about === "lure" ? warningIn(first) : undefined;
  if (warning !== undefined) return [{ part: answer(warning, asked.day, asked), confidence: 1, passages: first.passages }] as const;
  const isOutside = question.about === "outside";
  const last = others.length;
  const parts = [first, ...others].map((each, position): Considered => {
    const considered = considerFound(each, asked, isOutside);
    if (!leftOver || position < last) return considered;
    return { ...considered, part: { ...considered.part, text: `${considered.part.text}\n\n${wording.leftOver}` } };
  });
  // As many parts as were found, and one at least was.
  return parts as unknown as readonly [Considered, ...Considered[]];
}

/** The warning nearest to what was told, however near another entry is. */
function warningIn({ passages }: Found): Entry | undefined {
  return passages.find(({ entry }) => entry.kind === "warning")?.entry;
}

const notOurs: ReplyPart = { outcome: "decline", reason: "outside", text: wording.outside, choices: wording.topicChoices };
const sureThoughOutside = 0.75;

function considerFound({ decision, passages, day }: Found, asked: Asked, outside: boolean): Considered {
  const { conversation, people } = asked;
  const confidence = decision.probability;
  if (outside && confidence < sureThoughOutside) return { part: notOurs, confidence: 1 - confidence, passages };
  switch (decision.kind) {
    case "answer":
      return { part: answer(decision.passage.entry, day, asked), confidence, passages };
    case "ask-back":
      if (failedBefore(conversation)) return { part: handOverTo(people, "failed-twice"), confidence, passages };
      return {
        part: {
          outcome: "ask-back",
          text: wording.askBack,
          choices: choicesBetween(decision, asked),
        },
        confidence,
        passages,
      };
    case "unknown":
      return { part: handOverTo(people, failedBefore(conversation) ? "failed-twice" : "unknown"), confidence, passages };
  }
}

const mostChoices = 4;

/** The entries it may be about, a way to work it out where the likeliest has one, and a person. */
function choicesBetween(decision: Extract<Decision, { kind: "ask-back" }>, { library }: Asked): readonly Choice[] {
  const slug = interviewOf(decision);
  const others = [...(slug !== undefined && library.interviews.has(slug) ? [taps.begin(slug)] : []), wording.askPerson];
  return [...decision.passages.map(({ entry }) => choiceFor(entry)).slice(0, mostChoices - others.length), ...others];
}

function answer(entry: Entry, day: Day, { conversation, day: today, library }: Asked): ReplyPart {
  const said = answeredLast(conversation).includes(entry.id) ? answerAgain : answerWith;
  return said(entry, { day, today, library });
}

/** The last thing the bot said was a question back: asking twice in a row helps nobody. */
function failedBefore({ turns }: Conversation): boolean {
  const last = turns.findLast((turn) => turn.from === "bot");
  return last?.from === "bot" && last.outcome === "ask-back";
}
