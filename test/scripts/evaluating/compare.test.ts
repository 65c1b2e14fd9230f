import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareWith } from "../../../scripts/evaluating/compare.ts";
import type { Row } from "../../../scripts/evaluating/measure.ts";

const row = (replies: Readonly<Record<string, readonly [reply: string, right: boolean]>>): Row => {
  const asked = Object.entries(replies).map(([id, [reply, right]]) => ({ id, turns: [`câu ${id}`], reply, right, facts: ["A-01"] }));
  return { set: "questions", count: asked.length, figures: { right: asked.filter(({ right }) => right).length / asked.length }, asked };
};

test("a comparison names every question that is answered otherwise, and whether that made it right or wrong", () => {
  const file = join(mkdtempSync(join(tmpdir(), "compare-")), "before.json");
  writeFileSync(file, JSON.stringify({ rows: [row({ a: ["x/1", true], b: ["x/2", false], c: ["x/3", true], d: ["x/4", true] })] }));
  expect(compareWith(file, [row({ a: ["x/1", true], b: ["x/9", true], c: ["ask-back ?x/3", false], d: ["x/5", true] })])).toEqual([
    "questions: same figures",
    "    now right  b  x/2 → x/9 | câu b",
    "    now wrong  c  x/3 → ask-back ?x/3 | câu c",
    "    still right  d  x/4 → x/5 | câu d",
  ]);
  expect(compareWith(file, [row({ a: ["x/1", true], b: ["x/2", true], c: ["x/3", true], d: ["x/4", true] })])).toEqual([
    "questions: right +25.0",
  ]);
  expect(compareWith(file, [row({ a: ["x/1", true], b: ["x/2", false], c: ["x/3", true], d: ["x/4", true] })])).toEqual([]);
});
