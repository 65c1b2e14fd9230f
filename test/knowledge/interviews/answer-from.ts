import { type Facts, type FactValue, factAt, overFacts, pathsOf, tickFacts, toAsk } from "../../../knowledge/interviews/facts.ts";
import type { Question } from "../../../knowledge/interviews/interview.ts";
import type { Answer, AnswerValue } from "../../../knowledge/interviews/state.ts";
import { Day } from "../../../knowledge/provision.ts";

/** What somebody whose case these facts are would answer; undefined where no answer says it. */
export function answerFrom(question: Question, known: Facts): Answer | undefined {
  const value = valueFrom(question, known);
  return value && { question: question.id, value, said: "…" };
}

function valueFrom(question: Question, known: Facts): AnswerValue | undefined {
  if (question.kind === "many") return ticksFrom(question, known);
  const value = "fills" in question ? factAt(known, question.fills) : undefined;
  if (typeof value === "string") return { kind: "day", day: Day.parse(value), precision: "day" };
  if (typeof value === "number") return { kind: "number", number: value };
  const option = question.options.find(({ facts }) => holds(overFacts(question.facts, facts), known));
  return option && { kind: "option", option: option.id };
}

function ticksFrom(question: Extract<Question, { kind: "many" }>, known: Facts): AnswerValue | undefined {
  if (holds(overFacts(question.facts, question.none.facts), known)) return { kind: "options", options: [] };
  const other = pathsOf(question.facts).filter((path) => !equal(factAt(question.facts, path), factAt(known, path)));
  const ticked = question.options.filter(({ facts }) => pathsOf(facts).some((path) => other.includes(path)) && isPartOf(facts, known));
  const facts = ticked.reduce<Facts>((all, option) => tickFacts(all, option.facts), question.facts);
  return ticked.length > 0 && holds(facts, known) ? { kind: "options", options: ticked.map(({ id }) => id) } : undefined;
}

/** Whether what one tick says is so: of a list it says a part. */
function isPartOf(said: Facts, known: Facts): boolean {
  return pathsOf(said).every((path) => {
    const [part, whole] = [factAt(said, path), factAt(known, path)];
    if (!Array.isArray(part) || !Array.isArray(whole) || part.includes(toAsk)) return equal(part, whole);
    return part.every((item) => whole.includes(item));
  });
}

/** Whether all that is said is so; what is still to be asked may be anything, in a list as long. */
function holds(said: Facts, known: Facts): boolean {
  return pathsOf(said).every((path) => equal(factAt(said, path), factAt(known, path)));
}

function equal(said: FactValue | undefined, known: FactValue | undefined): boolean {
  if (said === toAsk) return known !== undefined;
  if (Array.isArray(said) && Array.isArray(known)) return said.length === known.length && said.every((item, at) => equal(item, known[at]));
  return JSON.stringify(said) === JSON.stringify(known);
}
