import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readKept, writeKept } from "../../knowledge/files/kept-file.ts";
import { tableOf, valueIn } from "../../knowledge/ranking/term-table.ts";

test("a table gives each term its value, and a term it does not have none", () => {
  const words = fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 300 });
  fc.assert(
    fc.property(words, words, (kept, others) => {
      const table = tableOf(new Map(kept.map((term, value) => [term, value])));
      kept.forEach((term, value) => {
        expect(valueIn(table, term)).toBe(value);
      });
      for (const term of others.filter((each) => !kept.includes(each))) expect(valueIn(table, term)).toBeUndefined();
    }),
  );
});

test("a hundred thousand pairs of words are told apart, and from as many that are not there", () => {
  const pairs = Array.from({ length: 200_000 }, (_, at) => `từ${at % 447} từ${Math.floor(at / 447)}`);
  const [there, missing] = [pairs.slice(0, 100_000), pairs.slice(100_000)];
  const table = tableOf(new Map(there.map((term, value) => [term, value])));
  expect(there.every((term, value) => valueIn(table, term) === value)).toBe(true);
  expect(missing.filter((term) => valueIn(table, term) !== undefined)).toEqual([]);
});

test("what is kept in a file is read as it was, and a file that was cut short is refused", () => {
  const file = join(mkdtempSync(join(tmpdir(), "huong-thien-kept-")), "kept.bin");
  const value = {
    name: "đủ dấu",
    list: [1, { two: undefined }],
    map: new Map([["a", new Set([1])]]),
    deep: { few: Uint16Array.of(1, 65_535), some: Float32Array.of(0.5, -1), none: new Float64Array(0), whole: Int8Array.of(-128, 127) },
  };
  writeKept(file, value);
  expect(readKept(file)).toEqual(value);
  truncateSync(file, readFileSync(file).length - 1);
  expect(() => readKept(file)).toThrow("cut short");
  writeFileSync(file, "");
  expect(() => readKept(file)).toThrow("cut short");
});
