import { figuresIn } from "../../knowledge/check/figures.ts";
import type { Entry } from "../../knowledge/passage.ts";
import { normalise, syllables } from "../../knowledge/words/normalise.ts";
import { agencies, counted, negations, neverMore, promises } from "./critical-words.ts";
import { isPlainText, linking } from "./plain-text.ts";

export const rephrasingFaults = ["form", "figures", "negations", "agencies", "promises", "duties", "words", "left out"] as const;
export type RephrasingFault = (typeof rephrasingFaults)[number];

/** Of the words of the short answer, so many must be there; of other words, so few may be. */
const mostKept = 0.9;
const mostAdded = 4;
const longestOver = 160;

/**
 * Why a rephrasing may not go out, or undefined. It says the same only when its figures, negations and agencies are those of the
 * curated short answer, each among the same words as there; when it promises, allows and demands nothing more; and when the
 * rest of its words are the answer's, its question's, or merely link.
 */
export function faultOfRephrasing(written: string, { short, question }: Pick<Entry, "short" | "question">): RephrasingFault | undefined {
  const said = normalise(written);
  const curated = normalise(short);
  if (!isPlainText(newIn(said, curated)) || said.length > curated.length + longestOver) return "form";
  if (!isSame(meanings(said), meanings(curated))) return "figures";
  const [saying, approved] = [read(said), read(curated)];
  if (!isSame(around(saying, isFigure, figureReach), around(approved, isFigure, figureReach))) return "figures";
  if (!isSame(around(saying, isNegation, negationReach), around(approved, isNegation, negationReach))) return "negations";
  if (!isSame(around(saying, isAgency, agencyReach), around(approved, isAgency, agencyReach))) return "agencies";
  if (promises.some((promise) => says(saying, promise) && !says(approved, promise))) return "promises";
  const [spoken, meant] = [count(saying.flat()), count(approved.flat())];
  if (!counted.every((word) => (spoken.get(word) ?? 0) === (meant.get(word) ?? 0))) return "duties";
  if (!neverMore.every((word) => (spoken.get(word) ?? 0) <= (meant.get(word) ?? 0))) return "duties";
  return faultOfWords({ spoken, meant, asked: new Set(syllables(normalise(question))) });
}

interface Words {
  readonly spoken: ReadonlyMap<string, number>;
  readonly meant: ReadonlyMap<string, number>;
  readonly asked: ReadonlySet<string>;
}

function faultOfWords({ spoken, meant, asked }: Words): RephrasingFault | undefined {
  let added = 0;
  for (const [word, times] of spoken) {
    const allowed = meant.get(word) ?? (asked.has(word) ? 1 : 0);
    if (times > allowed) return "words";
    if (!meant.has(word)) added += 1;
  }
  if (added > mostAdded) return "words";
  const total = [...meant.values()].reduce((sum, times) => sum + times, 0);
  const kept = [...meant].reduce((sum, [word, times]) => sum + Math.min(times, spoken.get(word) ?? 0), 0);
  return kept < total * mostKept ? "left out" : undefined;
}

/** Everything but the words that stand in the curated answer exactly so: "CT01", "m²". */
function newIn(said: string, curated: string): string {
  const known = new Set(curated.split(/\s+/u));
  return said
    .split(/\s+/u)
    .map((word) => (known.has(word) ? "a" : word))
    .join(" ");
}

function meanings(text: string): readonly string[] {
  return figuresIn(text).map(({ meaning }) => meaning);
}

/** Sentences as words, without those that only link. */
function read(text: string): readonly (readonly string[])[] {
  return text.split(/(?<=[.;!?])\s+|\n+/u).map((sentence) => syllables(sentence).filter((word) => !linking.has(word)));
}

interface Reach {
  readonly before: number;
  readonly behind: number;
}

const figureReach: Reach = { before: 4, behind: 5 };
const negationReach: Reach = { before: 1, behind: 2 };
const agencyReach: Reach = { before: 1, behind: 1 };

const isFigure = (word: string) => /\d/.test(word);
const isNegation = (word: string) => negations.has(word);
const isAgency = (word: string, next: string) => agencies.has(word) || agencies.has(`${word} ${next}`);

/** Each word of a kind with those beside it in its sentence. */
function around(
  sentences: readonly (readonly string[])[],
  isOne: (word: string, next: string) => boolean,
  reach: Reach,
): readonly string[] {
  return sentences.flatMap((words) =>
    words.flatMap((word, at) =>
      isOne(word, words[at + 1] ?? "") ? [words.slice(Math.max(0, at - reach.before), at + reach.behind + 1).join(" ")] : [],
    ),
  );
}

function says(sentences: readonly (readonly string[])[], phrase: string): boolean {
  return sentences.some((words) => ` ${words.join(" ")} `.includes(` ${phrase} `));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && [...some].sort().join("\n") === [...others].sort().join("\n");
}

function count(words: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
