import { type ArticleIndex, indexArticles } from "../../knowledge/articles/article-index.ts";
import { weighCandidates } from "../../knowledge/articles/search-articles.ts";
import type { Judged } from "../../knowledge/ranking/fit.ts";
import { fold, normalise, syllables } from "../../knowledge/words/normalise.ts";
import { type BenchQuestion, type BenchSet, readBenchSet, readSynthetic } from "./bench-set.ts";

/** Questions to fit on, with the articles they ask about. */
export interface Training {
  readonly set: BenchSet;
  readonly questions: readonly BenchQuestion[];
  /** How often each question counts. */
  readonly times: number;
}

/** Of the questions that a machine wrote, one in so many is fitted on. */
const syntheticShare = 6;
const sameQuestion = 0.6;

/**
 * The training splits, and nothing else: `dev` of alqac25 without the questions that alqac22 asks too, machine-written ones, and
 * `train` of zalo-pd, which are fewer and count twice.
 */
export function readTraining(folder: string): readonly Training[] {
  const alqac25 = readBenchSet("alqac25", folder);
  const zalo = readBenchSet("zalo-pd", folder);
  const table = readBenchSet("alqac22", folder).questions.map(({ text }) => wordsOf(text));
  const fresh = alqac25.questions.filter(({ split, text }) => split === "dev" && !table.some((other) => alike(wordsOf(text), other)));
  const synthetic = readSynthetic(folder).filter((_, at) => at % syntheticShare === 0);
  return [
    { set: alqac25, questions: [...fresh, ...synthetic], times: 1 },
    { set: zalo, questions: zalo.questions.filter(({ split }) => split === "train"), times: 2 },
  ];
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(syllables(fold(normalise(text))));
}

function alike(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared / (some.size + others.size - shared) > sameQuestion;
}

/** Each question, its candidates and which of them are right. Marks make no difference to the search. */
export function judge(training: readonly Training[]): readonly Judged[] {
  return training.flatMap(({ set, questions, times }) => {
    const index = indexArticles(set.articles);
    const judged = questions.map((question) => judgeOne(index, set, question));
    return Array.from({ length: times }, () => judged.filter(({ right }) => right.includes(true))).flat();
  });
}

function judgeOne(index: ArticleIndex, { articles }: BenchSet, { text, right }: BenchQuestion): Judged {
  const weighed = weighCandidates(index, text);
  return { evidence: weighed.map(({ evidence }) => evidence), right: weighed.map(({ item }) => right.includes(articles[item]?.id ?? "")) };
}

const fewest = 8;
const asGoodAsAny = { word: 0.85, pair: 0.5 };
const sure = 4;

/**
 * What a question's words are worth: for each folded word and pair that many questions have, how often the right article has it
 * too, of what is usual. Only what is worth much less than others is named.
 */
export function weighQuestionWords(training: readonly Training[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { asked: number; found: number }>();
  for (const { set, questions } of training) {
    const texts = new Map(set.articles.map(({ id, title, text, document }) => [id, `${title}\n${text}\n${document}`]));
    for (const { text, right } of questions) {
      const there = right.map((id) => new Set(termsOf(texts.get(id) ?? "")));
      for (const term of new Set(termsOf(text))) {
        const count = counts.get(term) ?? { asked: 0, found: 0 };
        counts.set(term, { asked: count.asked + 1, found: count.found + (there.some((terms) => terms.has(term)) ? 1 : 0) });
      }
    }
  }
  const weighed = [...counts].flatMap(([term, { asked, found }]): (readonly [string, number])[] => {
    const usual = term.includes(" ") ? asGoodAsAny.pair : asGoodAsAny.word;
    const share = (found + sure * usual) / (asked + sure);
    const telling = share < (term.includes(" ") ? 0.3 : 0.75);
    return asked >= fewest && telling ? [[term, Math.round((share / usual) * 100) / 100]] : [];
  });
  return new Map(weighed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function termsOf(text: string): readonly string[] {
  const words = syllables(fold(text));
  return [...words, ...words.slice(1).map((word, at) => `${words[at] ?? ""} ${word}`)];
}
