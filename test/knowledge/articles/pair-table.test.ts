import fc from "fast-check";
import { expect, test } from "vitest";
import { addPair, emptyPairTable, pairNumber } from "../../../knowledge/articles/postings/pair-table.ts";
import { openPostings } from "../../../knowledge/articles/postings/postings.ts";

test("pairs get numbers in the order they come, however many they are, and one that never came has none", () => {
  const number = fc.nat({ max: 2 ** 21 - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 3000 }), fc.tuple(number, number), (pairs, stranger) => {
      const table = emptyPairTable();
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const known = expected.get(`${first} ${second}`) ?? expected.size;
        expected.set(`${first} ${second}`, known);
        expect(addPair(table, first, second)).toBe(known);
      }
      expect(table.size).toBe(expected.size);
      for (const [first, second] of pairs) expect(pairNumber(table, first, second)).toBe(expected.get(`${first} ${second}`));
      expect(pairNumber(table, ...stranger)).toBe(expected.get(stranger.join(" ")) ?? -1);
    }),
    { numRuns: 30 },
  );
});

test("postings name for each term the texts that have it and how often", () => {
  const writer = openPostings();
  for (const [text, terms] of [
    ["first", [3, 0, 3]],
    ["second", []],
    ["third", [3]],
  ] as const) {
    expect(text).not.toBe("");
    for (const term of terms) writer.count(term, 2);
    writer.end();
  }
  const { starts, texts, counts, rarities } = writer.finish();
  expect([...starts]).toEqual([0, 1, 1, 1, 3]);
  expect([...texts]).toEqual([0, 0, 2]);
  expect([...counts]).toEqual([2, 4, 2]);
  expect(rarities[0]).toBeGreaterThan(rarities[3] ?? 0);
});
