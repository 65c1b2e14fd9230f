import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../knowledge/articles/article.ts";
import { indexArticles } from "../../../knowledge/articles/article-index.ts";
import { articleWeights } from "../../../knowledge/articles/article-weights.ts";
import { openArticleSearch, weighCandidates } from "../../../knowledge/articles/search-articles.ts";
import { articleEvidence } from "../../../knowledge/articles/weigh-articles.ts";
import { fold } from "../../../knowledge/words/normalise.ts";

const article = (id: string, title: string, text: string, document = "Luật Mẫu"): Article => ({ id, number: id, title, document, text });
const articles = [
  article("1", "Phạm vi điều chỉnh", "Luật này quy định về vay vốn và hoàn trả."),
  article("2", "Giải thích từ ngữ", "1. Bên vay là người nhận tiền.\n2. Lãi chậm trả là khoản tiền phải trả thêm khi quá hạn."),
  article("3", "Thời hạn vay", "Thời hạn vay do hai bên thỏa thuận, không quá 120 tháng."),
  article("4", "Trả nợ trước hạn", "Bên vay được trả nợ trước hạn.\nBên cho vay không được thu lãi của thời gian còn lại."),
  article("5", "Thời hạn xóa án tích", "Thời hạn để xóa án tích là 02 năm đối với người bị phạt tù đến 05 năm.", "Luật Hình phạt"),
];
const search = openArticleSearch(indexArticles(articles));
const first = (question: string) => articles[search(question, 1)[0]?.item ?? -1]?.id;

test("a question finds the article whose title it names, typed with marks or without", () => {
  for (const question of ["Thời hạn vay tối đa là bao nhiêu tháng?", "Tôi trả nợ trước hạn có phải trả lãi không?"]) {
    expect(first(question)).toBe(question.startsWith("Thời") ? "3" : "4");
    expect(first(fold(question))).toBe(first(question));
  }
});

test("what a word means is looked for where it is defined, not where it is only used", () => {
  expect(first("Lãi chậm trả là gì?")).toBe("2");
});

test("an article that is named by its number is found", () => {
  expect(first("Điều 1 Luật Mẫu nói gì?")).toBe("1");
});

test("the name of the law in a question leads to that law", () => {
  expect(first("Theo Luật Hình phạt, thời hạn là bao lâu?")).toBe("5");
});

test("a question that shares no word with any article finds none", () => {
  expect(search("xyzzy qwerty", 10)).toEqual([]);
  expect(search("", 10)).toEqual([]);
  expect(openArticleSearch(indexArticles([]))("vay vốn", 10)).toEqual([]);
});

test("every candidate carries each piece of evidence, weighed by a fitted weight", () => {
  expect(articleWeights).toHaveLength(articleEvidence.length);
  for (const { evidence } of weighCandidates(indexArticles(articles), "thời hạn vay")) {
    expect(evidence).toHaveLength(articleEvidence.length);
    for (const amount of evidence) expect(Number.isFinite(amount)).toBe(true);
  }
});

test("any question over any articles gives finite scores, best first, each article once", () => {
  const word = fc.constantFrom("vay", "Vốn", "trả", "nợ", "là", "điều", "1.", "12", "\n", "ệ", "—", "😀", "hoà");
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), text, (texts, question) => {
      const index = indexArticles(texts.map(([title, body], at) => article(String(at), title, body)));
      const found = openArticleSearch(index)(question, 10);
      expect(new Set(found.map(({ item }) => item)).size).toBe(found.length);
      for (const [at, { score }] of found.entries()) {
        expect(Number.isFinite(score)).toBe(true);
        expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

test("a very long question is answered in bounded time", () => {
  const started = performance.now();
  search("thời hạn vay trả nợ trước hạn ".repeat(20_000), 10);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("a question finds the same articles in the same order whatever marks it is typed with", () => {
  for (const question of [
    "Bên vay có được trả nợ trước hạn không?",
    "lãi CHẬM trả là gì",
    "thời hạn xoá án tích",
    "Điều 3 nói gì về thoả thuận",
  ])
    expect(search(fold(question), 10)).toEqual(search(question, 10));
});
