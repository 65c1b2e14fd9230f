import { z } from "zod";
import { pathsOf } from "../interviews/facts.ts";
import { placesIn } from "../interviews/fill-in.ts";
import { type Interview, type Line, optionsOf, type Question, type ResultWords } from "../interviews/interview.ts";
import type { Library } from "../library.ts";
import { type Day, isInForce } from "../provision.ts";
import type { Rule } from "../rules/rule.ts";
import { findRule } from "../rules/rules.ts";
import { leavesOf, misfits, schemasAt } from "./facts-fit.ts";
import { figuresOutside } from "./grounding.ts";
import { hardToRead } from "./readability.ts";
import { walkInterview } from "./walk-interview.ts";

/** Something wrong with an interview, and words of its file near which it stands. */
export interface InterviewFault {
  readonly message: string;
  readonly near: string;
}

/** Every answer of every question; tests walk further. */
const walks = 300;

export function checkInterview(interview: Interview, library: Library, today: Day): readonly InterviewFault[] {
  const rule = findRule(interview.rule);
  if (rule === undefined) return [{ message: `there is no rule ${interview.rule}`, near: "rule:" }];
  const form = [
    ...interview.questions.flatMap((question) => checkQuestion(question, rule)),
    ...namedTwice(interview.questions.map(({ id }) => id)).map((id) => ({ message: `question ${id} stands twice`, near: `id: ${id}` })),
    ...misfits(rule.input, interview.assumed).map((message) => ({ message, near: "assumed:" })),
    ...unfilled(interview, rule).map((path) => ({ message: `no question fills ${path}, and it is not assumed`, near: "questions:" })),
    ...checkResults(interview, rule),
    ...checkLinks(interview, library, today),
    ...checkWords(interview, library),
  ];
  if (form.length > 0) return form;
  const { faults } = walkInterview(interview, { library, asOf: today, walks, seed: 1 });
  return faults.map((message) => ({ message, near: /^question (\S+)/.exec(message)?.[1] ?? "questions:" }));
}

function checkQuestion(question: Question, rule: Rule): readonly InterviewFault[] {
  const options = optionsOf(question);
  const near = `id: ${question.id}`;
  const facts = [question.facts, ...options.map((option) => option.facts)].flatMap((each) => misfits(rule.input, each));
  const values = "fills" in question ? valueFaults(question, rule) : [];
  const twice = [...namedTwice(options.map(({ id }) => id)), ...namedTwice(options.map(({ label }) => label))];
  const nowhere = pathsOf(question.for).filter((path) => schemasAt(rule.input, path).length === 0);
  return [
    ...facts,
    ...values,
    ...twice.map((name) => `option "${name}" stands twice`),
    ...nowhere.map((path) => `for: the rule has no fact ${path}`),
  ].map((message) => ({ message: `${question.id}: ${message}`, near }));
}

function valueFaults(question: Extract<Question, { fills: string }>, rule: Rule): readonly string[] {
  const schemas = schemasAt(rule.input, question.fills);
  if (schemas.length === 0) return [`the rule has no fact ${question.fills}`];
  const samples = question.kind === "day" ? ["2024-02-29"] : [question.least, question.most];
  return samples
    .filter((sample) => !schemas.some((schema) => schema.safeParse(sample).success))
    .map((sample) => `${question.fills} takes no ${sample}`);
}

/** Facts of the rule that nobody would ever be asked for. */
function unfilled({ assumed, questions }: Interview, rule: Rule): readonly string[] {
  const said = [assumed, ...questions.flatMap((question) => [question.facts, ...optionsOf(question).map(({ facts }) => facts)])];
  const filled = [
    ...said.flatMap((facts) => pathsOf(facts)),
    ...questions.flatMap((question) => ("fills" in question ? [question.fills] : [])),
  ];
  return leavesOf(rule.input, said).filter(
    (leaf) => !filled.some((path) => path === leaf || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`)),
  );
}

function checkResults(interview: Interview, rule: Rule): readonly InterviewFault[] {
  const [verdicts] = schemasAt(rule.output, interview.verdict);
  if (!(verdicts instanceof z.ZodEnum)) return [{ message: `${interview.verdict} is no verdict of ${rule.name}`, near: "verdict:" }];
  const missing = verdicts.options.filter((verdict) => !(verdict in interview.results)).map((verdict) => `no words for ${verdict}`);
  return [
    ...missing.map((message) => ({ message, near: "results:" })),
    ...Object.entries(interview.results).flatMap(([verdict, words]) => [
      ...(verdicts.safeParse(verdict).success ? [] : [{ message: `${verdict} is no verdict of ${rule.name}`, near: `${verdict}:` }]),
      ...words.flatMap((each, at) =>
        checkResult(each, rule, at === words.length - 1).map((message) => ({ message: `${verdict}: ${message}`, near: each.heading })),
      ),
    ]),
  ];
}

function checkResult(words: ResultWords, rule: Rule, isLast: boolean): readonly string[] {
  const conditional = Object.keys(words.if).length > 0;
  return [
    ...(conditional === isLast ? [isLast ? "the last wording has no if" : "only the last wording goes without if"] : []),
    ...misfits(rule.output, words.if),
    ...[words.heading, words.explanation].flatMap((text) => missingPlaces(text, rule.output)),
    ...linesOf(words).flatMap((line) => missingInLine(line, rule.output)),
    ...(words.table === undefined
      ? []
      : missingInList(
          words.table.each,
          words.table.columns.map(({ value }) => value),
          rule.output,
        )),
  ];
}

function missingInLine(line: Line, output: z.ZodType): readonly string[] {
  if (typeof line === "string") return missingPlaces(line, output);
  if (line.each === undefined) return [...misfits(output, line.if), ...missingPlaces(line.line, output)];
  return missingInList(line.each, [line.line, ...pathsOf(line.if).map((path) => `{${path}}`)], output);
}

function missingInList(path: string, texts: readonly string[], output: z.ZodType): readonly string[] {
  const [item] = schemasAt(output, `${path}.0`);
  return item === undefined ? [`${path} is no list of the rule`] : texts.flatMap((text) => missingPlaces(text, item));
}

function missingPlaces(text: string, schema: z.ZodType): readonly string[] {
  return placesIn(text).flatMap((path) => (schemasAt(schema, path).length === 0 ? [`the rule finds no {${path}}`] : []));
}

function checkLinks({ slug, entries, basis, hotlines }: Interview, library: Library, today: Day): readonly InterviewFault[] {
  const named = [...library.entries.values()].filter(({ interview }) => interview === slug).map(({ id }) => id);
  return [
    ...entries.filter((id) => !library.entries.has(id)).map((id) => ({ message: `no entry ${id}`, near: id })),
    ...entries
      .filter((id) => library.entries.has(id) && !named.includes(id))
      .map((id) => ({ message: `${id} does not name interview: ${slug}`, near: id })),
    ...named
      .filter((id) => !entries.includes(id))
      .map((id) => ({ message: `${id} names this interview and is not under entries`, near: "entries:" })),
    ...basis.flatMap((id) => {
      const provision = library.provisions.get(id);
      if (provision === undefined) return [{ message: `no provision ${id}`, near: id }];
      return isInForce(provision.inForce, today) ? [] : [{ message: `${id} is not in force on ${today}`, near: id }];
    }),
    ...hotlines.filter((id) => !library.hotlines.has(id)).map((id) => ({ message: `hotlines: no hotline ${id}`, near: id })),
  ];
}

function checkWords(interview: Interview, library: Library): readonly InterviewFault[] {
  const basis = interview.basis.flatMap((id) => library.provisions.get(id) ?? []);
  const lines = interview.hotlines.flatMap((id) => library.hotlines.get(id)?.number ?? []);
  const told = saidBy(interview);
  const faults = [
    ...[...told, ...choicesOf(interview)].flatMap((text) => hardIn(text)),
    ...told.flatMap((text) =>
      figuresOutside([text], basis, lines).map(({ said }) => ({ message: `"${said}" stands in none of its basis`, text })),
    ),
  ];
  return faults.map(({ message, text }) => ({ message, near: text.slice(0, 30) }));
}

function hardIn(text: string): readonly { readonly message: string; readonly text: string }[] {
  return hardToRead({ short: text, next: "", sections: {} }).map(({ words, why }) => ({ message: `${why}: "${words}"`, text }));
}

/** Everything it tells by itself; an example of how to type ("Ghi như thế này: …") tells nothing. */
function saidBy({ title, about, have, questions, results }: Interview): readonly string[] {
  const asked = questions.flatMap(({ ask, why, help = "" }) => [ask, why, help.replace(/Ghi như thế này: [^.]*\./, "")]);
  const told = Object.values(results)
    .flat()
    .flatMap((words) => [words.heading, words.explanation, ...linesOf(words).map((line) => (typeof line === "string" ? line : line.line))]);
  return [title, about, ...have, ...asked, ...told].map((text) => text.replace(/\{[^}]*\}/g, "…"));
}

/** What a person may say of the case: its figures are theirs. */
function choicesOf({ questions }: Interview): readonly string[] {
  return questions.flatMap((question) => optionsOf(question).map(({ label, says }) => says ?? label));
}

function linesOf({ changes, papers, where, next, sections }: ResultWords): readonly Line[] {
  return [...changes, ...papers, ...where, ...next, ...sections.flatMap(({ lines }) => lines)];
}

function namedTwice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
