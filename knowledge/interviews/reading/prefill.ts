import type { Day } from "../../provision.ts";
import { normalise, syllables } from "../../words/normalise.ts";
import { readPhrase, type Spoken, saysAny, spoken } from "../../words/phrases.ts";
import type { Interview, Question } from "../interview.ts";
import { followAsUsual } from "../next-step.ts";
import type { Answer } from "../state.ts";
import { type DayRead, findDays } from "./days.ts";
import { calm, type Found } from "./found.ts";
import type { Reading } from "./read-answer.ts";
import { takeDay } from "./read-day.ts";
import { findNumbers, takeNumber } from "./read-number.ts";
import { chosen } from "./read-option.ts";

/** What a message before the interview has said already of its questions, to be confirmed all at once. */
export function prefill(interview: Interview, message: string, asOf: Day): readonly Answer[] {
  const beginning = normalise(message).slice(0, longestHeard);
  const said: Said = { words: spoken(syllables(beginning)), text: calm(beginning) };
  const heard = interview.questions.flatMap((question) => {
    const reading = hearQuestion(question, said, asOf);
    return reading?.kind === "understood" ? [{ question: question.id, value: reading.value, said: reading.said }] : [];
  });
  return needed(interview, heard, asOf);
}

/** Letters of a story in which facts are listened for. */
const longestHeard = 600;

interface Said {
  readonly words: Spoken;
  readonly text: string;
}

/** What the rule would ask for if all the rest were as usual. */
function needed(interview: Interview, heard: readonly Answer[], asOf: Day): readonly Answer[] {
  const answers = followAsUsual(interview, heard, asOf).map(({ answer }) => answer);
  return answers.filter((answer) => heard.includes(answer));
}

function hearQuestion(question: Question, { words, text }: Said, asOf: Day): Reading | undefined {
  const said = question.options.filter(({ hear }) => saysAny(words, hear.map(readPhrase)));
  switch (question.kind) {
    case "one": {
      // The usual stands first, so of several that are said the last is the most particular.
      const option = said.at(-1);
      return option && chosen(option);
    }
    // Who has told one thing of several has not said that the rest is not so.
    case "many":
      return undefined;
    case "day": {
      const found = pick(question.hear, text, findDays(text, asOf));
      return found === undefined || isWrong(found) ? undefined : takeDay(question, found, asOf);
    }
    default: {
      const found = pick(question.hear, text, findNumbers(question.kind, text));
      return found === undefined ? undefined : takeNumber(question, found);
    }
  }
}

function isWrong(read: DayRead): read is Extract<DayRead, { wrong: string }> {
  return "wrong" in read;
}

/** The value that stands where ~ does in one of the patterns, with up to two words between. */
function pick<Value>(patterns: readonly string[], text: string, found: readonly Found<Value>[]): Value | undefined {
  for (const pattern of patterns) {
    const [before = "", after = ""] = pattern.split("~").map((part) => calm(part));
    const there = found.find(({ start, end }) => endsWith(text.slice(0, start), before) && startsWith(text.slice(end), after));
    if (there !== undefined) return there.value;
  }
  return undefined;
}

function endsWith(text: string, words: string): boolean {
  return words === "" || new RegExp(`(?<![a-z0-9])${words}(?: [a-z]+){0,2} ?$`).test(text);
}

function startsWith(text: string, words: string): boolean {
  return words === "" || new RegExp(`^ ?(?:[a-z]+ ){0,1}${words}(?![a-z0-9])`).test(text);
}
