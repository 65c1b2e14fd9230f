import type { Passage } from "../../knowledge/passage.ts";
import type { Day } from "../../knowledge/provision.ts";
import type { Asked } from "../respond.ts";
import { dayAsked } from "./day-asked.ts";
import { type Decision, decide } from "./decide.ts";
import { type Reading, type Standing, standingOf } from "./follow-up.ts";
import { searchInTalk } from "./search-in-talk.ts";
import { splitQuestions } from "./split-questions.ts";

/** What a question is answered from. */
export type AnswerIn = Pick<Asked, "conversation" | "day" | "library" | "search">;

/** What was found for one question, and the day whose law it is about. */
export interface Found {
  readonly decision: Decision;
  readonly passages: readonly Passage[];
  readonly day: Day;
}

export interface FoundAll {
  /** One for each question answered, or the one that could not be. */
  readonly found: readonly [Found, ...Found[]];
  /** The message asked more than was answered. */
  readonly leftOver: boolean;
}

/**
 * The answers to a message. Several answers only where several of its questions, each with the story around it, find different
 * ones; else the message read whole, unless only a part of it finds an answer.
 */
export function findAnswers(text: string, asked: AnswerIn): FoundAll {
  const whole = findIn({ text, context: "" }, asked);
  const questions = splitQuestions(text);
  const found = questions.length === 1 ? [findIn(questions[0], asked)] : answerEach(questions, asked);
  const [first, ...more] = found;
  if (first === undefined) return { found: [whole], leftOver: false };
  if (more.length === 0) return { found: [surer(whole, first)], leftOver: questions.length > 1 };
  return { found: [first, ...more], leftOver: found.length < questions.length };
}

/** A message read whole says more than a part of it. */
function surer(whole: Found, part: Found): Found {
  return whole.decision.kind === "answer" || whole.decision.probability >= part.decision.probability ? whole : part;
}

function findIn(question: Reading, asked: AnswerIn): Found {
  return find(standingOf(question, asked.conversation, asked.library), asked);
}

function find(standing: Standing, { day: today, search }: AnswerIn): Found {
  const { text, context } = standing.before?.leans ? standing.before.said : standing.alone;
  const past = dayAsked(`${context} ${text}`, today);
  const now = searchOn(today);
  if (past === today) return now;
  // A year told in passing is not always the day asked about: what that day's law does not answer, today's may.
  const then = searchOn(past);
  return then.decision.kind === "answer" ? then : now;

  function searchOn(day: Day): Found {
    const passages = searchInTalk(standing, (reading) => search({ ...reading, day, limit: 12 }));
    return { decision: decide(passages), passages, day };
  }
}

/** An answer for each question that has one the others have not: told with its story, or else by itself; or else its second best. */
function answerEach(questions: readonly Reading[], asked: AnswerIn): readonly Found[] {
  const answers = new Map<string, Found>();
  for (const question of questions) {
    const told = findIn(question, asked);
    const readings = [told, findIn({ ...question, context: "" }, asked)];
    const found =
      readings.find(({ decision }) => decision.kind === "answer" && !answers.has(decision.passage.entry.id)) ?? secondBest(told, answers);
    if (found?.decision.kind === "answer") answers.set(found.decision.passage.entry.id, found);
  }
  return [...answers.values()];
}

/** A question beside another one's answer is mostly about the next likely thing. */
const sureEnoughSecond = 0.1;

function secondBest(found: Found, answers: ReadonlyMap<string, Found>): Found | undefined {
  const [, second] = found.passages;
  if (found.decision.kind !== "answer" || second === undefined || second.probability < sureEnoughSecond || answers.has(second.entry.id))
    return undefined;
  return { ...found, decision: { kind: "answer", passage: second, probability: second.probability } };
}
