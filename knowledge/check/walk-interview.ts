import { type Given, lead, UnfilledFact } from "../interviews/follow.ts";
import type { Interview, Question } from "../interviews/interview.ts";
import { usualAnswer } from "../interviews/next-step.ts";
import { present } from "../interviews/present.ts";
import type { Answer, AnswerValue } from "../interviews/state.ts";
import type { Library } from "../library.ts";
import type { Day } from "../provision.ts";
import { addMonths } from "../rules/calendar.ts";

export interface Walking {
  readonly library: Pick<Library, "provisions">;
  readonly asOf: Day;
  /** How many ways through are walked, at least. */
  readonly walks: number;
  readonly seed: number;
}

export interface Walked {
  readonly faults: readonly string[];
  /** Questions and results that were met, by how often. */
  readonly questions: ReadonlyMap<string, number>;
  readonly results: ReadonlyMap<string, number>;
  readonly longest: number;
}

/**
 * Walks many ways through an interview to their ends. First every question that is met is answered in each way there is, and gone on from as
 * usual; then come ways made by chance. Finds questions never met, ways that end in no result or in one that cites nothing, and facts the
 * rule asks for that no question fills.
 */
export function walkInterview(interview: Interview, walking: Walking): Walked {
  const [questions, results] = [new Map<string, number>(), new Map<string, number>()];
  const faults = new Set<string>();
  const random = openRandom(walking.seed);
  const starts: (readonly Answer[])[] = [[]];
  let longest = 0;
  for (let walk = 0; walk < walking.walks || starts.length > 0; walk++) {
    const start = starts.shift();
    const choose = (question: Question) =>
      start !== undefined || random() < 0.5 ? usualAnswer(question, walking.asOf) : pick(sampleAnswers(question, walking.asOf), random);
    const end = walkOnce(interview, { walking, start: start ?? [], choose });
    for (const [at, { question }] of end.given.entries()) {
      if (!questions.has(question.id)) starts.push(...variantsOf(question, end.given.slice(0, at), walking.asOf));
      count(questions, question.id);
    }
    if ("fault" in end) faults.add(end.fault);
    else count(results, end.verdict);
    longest = Math.max(longest, end.given.length);
  }
  for (const { id } of interview.questions) if (!questions.has(id)) faults.add(`question ${id} is never asked`);
  return { faults: [...faults], questions, results, longest };
}

function variantsOf(question: Question, before: readonly Given[], asOf: Day): readonly (readonly Answer[])[] {
  const answers = before.map(({ answer }) => answer);
  return sampleAnswers(question, asOf).map((value) => [...answers, { question: question.id, value, said: "…" }]);
}

type Ended = { readonly given: readonly Given[] } & ({ readonly verdict: string } | { readonly fault: string });

interface Walk {
  readonly walking: Walking;
  /** Answers of a way known to be open. */
  readonly start: readonly Answer[];
  readonly choose: (question: Question) => AnswerValue;
}

function walkOnce(interview: Interview, { walking, start, choose }: Walk): Ended {
  const { library, asOf } = walking;
  const chosen = (question: Question): Answer => ({ question: question.id, value: choose(question), said: "…" });
  try {
    const { given } = lead(interview, (question) => start.find((each) => each.question === question.id) ?? chosen(question), asOf);
    const answers = given.map(({ answer }) => answer);
    const shown = present(interview, { interview: interview.slug, answers, confirming: [], at: null }, { asOf, library });
    if (shown === undefined) return { given, fault: `no result after ${writtenWay(given)}` };
    const handsOver = interview.results[shown.verdict]?.every(({ person }) => person);
    const cites = handsOver || shown.citations.length + shown.former.length > 0;
    return cites ? { given, verdict: shown.verdict } : { given, fault: `${shown.verdict} cites nothing after ${writtenWay(given)}` };
  } catch (fault) {
    if (fault instanceof UnfilledFact) return { given: fault.given, fault: fault.message };
    throw fault;
  }
}

function writtenWay(given: readonly Given[]): string {
  return given.map(({ answer: { question, value } }) => `${question}=${Object.values(value).slice(1).join("+")}`).join(", ");
}

function pick<Item>(items: readonly [Item, ...Item[]], random: () => number): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** Every button, and values at and around where rules turn. */
export function sampleAnswers(question: Question, asOf: Day): readonly [AnswerValue, ...AnswerValue[]] {
  const buttons = question.kind === "many" ? [] : question.options.map(({ id }): AnswerValue => ({ kind: "option", option: id }));
  return [usualAnswer(question, asOf), ...buttons, ...valuesFor(question, asOf)];
}

function valuesFor(question: Question, asOf: Day): readonly AnswerValue[] {
  switch (question.kind) {
    case "one":
      return [];
    case "many": {
      const ids = question.options.map(({ id }) => id);
      const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other]));
      return [...ids.map((id) => [id]), ...pairs, ids].map((options) => ({ kind: "options", options }));
    }
    case "day":
      return dayOffsets[question.when].map((months) => ({ kind: "day", day: addMonths(asOf, months), precision: "day" }));
    default: {
      const { least, most } = question;
      const numbers = [least, most, ...turns.filter((number) => least < number && number < most)];
      return numbers.map((number) => ({ kind: "number", number }));
    }
  }
}

const past = [-300, -170, -100, -62, -40, -25, -13, -7, -1, 0];
const future = [1, 14, 40];
const dayOffsets = { past, future, any: [...past, ...future] };
const turns = [1, 2, 6, 17, 18, 24, 60, 61, 180, 181, 1_000_000, 50_000_000, 100_000_000, 100_000_001];

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The same numbers for the same seed, on every machine. */
function openRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
