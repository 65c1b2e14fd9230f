import type { Day } from "../provision.ts";
import type { Judged, Rule } from "../rules/rule.ts";
import { findRule } from "../rules/rules.ts";
import { fillingOf, fits, learn } from "./answer-facts.ts";
import { type Facts, matches, overFacts } from "./facts.ts";
import type { Interview, Question } from "./interview.ts";
import type { Answer } from "./state.ts";
import { MissingFact, trackFacts } from "./tracked-facts.ts";

export interface Given {
  readonly question: Question;
  readonly answer: Answer;
}

/** The way through an interview that these answers make: those that were needed, in order, and where they lead. */
export interface Followed {
  readonly given: readonly Given[];
  /** What is known at the end of it, assumptions included. */
  readonly facts: Facts;
  readonly end: { readonly kind: "asks"; readonly question: Question } | ({ readonly kind: "concluded" } & Judged);
}

/** The way that kept answers make; one that no longer fits its question is no answer. */
export function follow(interview: Interview, answers: readonly Answer[], asOf: Day): Followed {
  return lead(interview, (question) => answers.find((each) => each.question === question.id && fits(question, each.value)), asOf);
}

/**
 * Lets the rule decide what is asked: it is run on what is known, stops at the first fact nobody has answered, is given the answer to the
 * question that fills it, and run again. Answers it never stops for have no say, whatever was answered before.
 */
export function lead(interview: Interview, answerTo: (question: Question) => Answer | undefined, asOf: Day): Followed {
  const rule = ruleOf(interview);
  const given: Given[] = [];
  let known: Facts = {};
  for (;;) {
    const facts = overFacts(interview.assumed, known);
    const run = runRule(rule, facts, asOf);
    if (run.kind === "concluded") return { given, facts, end: run };
    const question = questionFor(interview, run.path, { facts, given });
    const answer = answerTo(question);
    if (answer === undefined) return { given, facts, end: { kind: "asks", question } };
    known = learn(known, question, answer.value);
    given.push({ question, answer });
  }
}

/** The rule asked for a fact that no question left can fill: a fault of the interview, which the check of the library finds. */
export class UnfilledFact extends Error {
  /** The answers that led there. */
  readonly given: readonly Given[];
  constructor(interview: Interview, path: string, given: readonly Given[]) {
    const said = given.map(({ question, answer }) => `${question.id}: ${answer.said}`).join("; ");
    super(`${interview.rule} asks for ${path}, which no question left of ${interview.slug} fills (${said})`);
    this.given = given;
  }
}

export function ruleOf({ rule, slug }: Interview): Rule {
  const found = findRule(rule);
  if (found === undefined) throw new Error(`${slug}: there is no rule ${rule}`);
  return found;
}

type Run = { readonly kind: "missing"; readonly path: string } | ({ readonly kind: "concluded" } & Judged);

function runRule(rule: Rule, facts: Facts, asOf: Day): Run {
  try {
    return { kind: "concluded", ...rule.judge(trackFacts(facts), asOf) };
  } catch (stop) {
    if (stop instanceof MissingFact) return { kind: "missing", path: stop.path };
    throw stop;
  }
}

/** The first question left that asks for the fact and is for cases like this; or else the first that some answer of fills it besides. */
function questionFor(interview: Interview, path: string, { facts, given }: Pick<Followed, "facts" | "given">): Question {
  const left = interview.questions.filter((question) => !given.some((each) => each.question.id === question.id));
  const fitting = left.filter((question) => matches(facts, question.for));
  const question = fitting.find((each) => fillingOf(each, path) === "own") ?? fitting.find((each) => fillingOf(each, path) === "besides");
  if (question === undefined) throw new UnfilledFact(interview, path, given);
  return question;
}
