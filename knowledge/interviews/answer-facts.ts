import type { Day } from "../provision.ts";
import { type Facts, factAt, joinFacts, overFacts, pathsOf, tickFacts, toAsk, withFact } from "./facts.ts";
import { type Option, optionsOf, type Question } from "./interview.ts";
import type { AnswerValue } from "./state.ts";

/** What is known once this is answered too. The value must fit the question. */
export function learn(known: Facts, question: Question, value: AnswerValue): Facts {
  switch (value.kind) {
    case "option":
      return joinFacts(known, overFacts(question.facts, optionOf(question, value.option)?.facts ?? {}));
    case "options":
      return joinFacts(known, ticked(question, value.options));
    case "day":
      return learnValue(known, question, value.day);
    case "number":
      return learnValue(known, question, value.number);
  }
}

function learnValue(known: Facts, question: Question, value: string | number): Facts {
  const more = joinFacts(known, question.facts);
  return "fills" in question ? withFact(more, question.fills, value) : more;
}

/** Whether a question of today takes that value: a kept state may be older than the library. */
export function fits(question: Question, value: AnswerValue): boolean {
  switch (value.kind) {
    case "option":
      return question.kind !== "many" && optionOf(question, value.option) !== undefined;
    case "options":
      return question.kind === "many" && value.options.every((id) => question.options.some((option) => option.id === id));
    case "day":
      return question.kind === "day" && isThinkable(value.day) && (value.precision === "day" || question.roughly !== undefined);
    case "number":
      return (
        "least" in question &&
        question.least <= value.number &&
        value.number <= question.most &&
        (question.kind === "number" || Number.isInteger(value.number))
      );
  }
}

/** A day the calendar of a rule can count from and to, whoever kept it. */
function isThinkable(day: Day): boolean {
  return day >= "1940-01-01" && day <= "2199-12-31";
}

/** What a fact is to a question: what it is asked for, something that some of its answers say besides, or nothing. */
export type Filling = "own" | "besides" | undefined;

export function fillingOf(question: Question, path: string): Filling {
  const says = (facts: Facts) => pathsOf(facts).some((said) => meets(said, path));
  const settles = (facts: Facts) => pathsOf(facts).some((said) => meets(said, path) && factAt(facts, said) !== toAsk);
  if (("fills" in question && meets(question.fills, path)) || settles(question.facts)) return "own";
  const options = optionsOf(question).map(({ facts }) => facts);
  if (!options.some(settles)) return undefined;
  return !("fills" in question) && options.every(says) ? "own" : "besides";
}

/** The same fact, or one within the other. */
function meets(said: string, path: string): boolean {
  return said === path || said.startsWith(`${path}.`) || path.startsWith(`${said}.`);
}

export function optionOf(question: Question, id: string): Option | undefined {
  return optionsOf(question).find((option) => option.id === id);
}

function ticked(question: Question, ids: readonly string[]): Facts {
  if (question.kind !== "many" || ids.length === 0) return overFacts(question.facts, question.kind === "many" ? question.none.facts : {});
  const options = question.options.filter(({ id }) => ids.includes(id));
  return options.reduce<Facts>((facts, option) => tickFacts(facts, option.facts), question.facts);
}
