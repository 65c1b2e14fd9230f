import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { figuresIn } from "../../../knowledge/check/figures.ts";
import { hardToRead } from "../../../knowledge/check/readability.ts";
import { Day, isInForce, type Provision } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import { isCurrent, isFresh, isSure, type ProvisionId, writtenArticle } from "../../../knowledge/rules/cited-law.ts";
import { firstThirtyDays } from "../../../knowledge/rules/first-thirty-days/first-thirty-days.ts";
import { judicialRecord } from "../../../knowledge/rules/judicial-record/judicial-record.ts";
import { legalAid } from "../../../knowledge/rules/legal-aid/legal-aid.ts";
import { loan } from "../../../knowledge/rules/loan/loan.ts";
import type { Rule } from "../../../knowledge/rules/rule.ts";
import { arbitraryDay, arbitraryOf } from "../../support/arbitrary.ts";
import { realLibrary } from "../../support/library.ts";

const rules: readonly Rule[] = [loan, legalAid, judicialRecord, firstThirtyDays];
const folder = fileURLToPath(new URL("../../../knowledge/rules/", import.meta.url));
const { provisions } = realLibrary();

const cited = ["loan", "legal-aid", "judicial-record", "first-thirty-days"].flatMap((room) =>
  readdirSync(join(folder, room)).flatMap((file) =>
    [...readFileSync(join(folder, room, file), "utf8").matchAll(/"([a-z0-9-]+\/[a-z0-9.-]+)"/g)].map(([, id]) => id ?? ""),
  ),
);
const ids = [...new Set(cited)].filter((id) => !id.startsWith("..")) as ProvisionId[];

function provisionOf(id: string): Provision {
  const provision = provisions.get(id);
  if (provision === undefined) throw new Error(`the library has no provision ${id}`);
  return provision;
}

test("the rules cite provisions of the library, many of them", () => {
  expect(ids.length).toBeGreaterThan(150);
  expect(ids.filter((id) => !provisions.has(id))).toEqual([]);
});

test.each(ids)("%s is written, in force, fresh and sure as the library says", (id) => {
  const { article, clause, point, document, inForce, staleAfter, confidence } = provisionOf(id);
  const numbered = [article, clause, point].filter((part) => part !== undefined).join(".");
  expect(writtenArticle(id)).toBe(numbered === "" ? document.short : `Điều ${numbered} ${document.short}`);
  expect(isCurrent(id, inForce.from)).toBe(true);
  expect(isCurrent(id, addDays(inForce.from, -1))).toBe(false);
  expect(isCurrent(id, inForce.to ?? Day.parse("2099-12-31"))).toBe(true);
  if (inForce.to !== undefined) expect(isCurrent(id, addDays(inForce.to, 1))).toBe(false);
  expect(isSure(id)).toBe(confidence === "cao");
  expect(isFresh(id, staleAfter ?? Day.parse("2099-12-31"))).toBe(true);
  if (staleAfter !== undefined) expect(isFresh(id, addDays(staleAfter, 1))).toBe(false);
});

interface Result {
  readonly verdict: string;
  readonly because: readonly string[];
  readonly basis: readonly string[];
  readonly working: readonly string[];
  readonly doubts: readonly string[];
}

/** Runs the check over facts of every kind on days of every law. */
function onAnything(rule: Rule, check: (result: Result, facts: Readonly<Record<string, unknown>>, asOf: Day) => void): void {
  fc.assert(
    fc.property(arbitraryOf(rule.input), arbitraryDay, (facts, day) => {
      const asOf = Day.parse(day);
      // Every result of the four rules has these parts.
      check(rule.calculate(facts, asOf) as Result, facts as Readonly<Record<string, unknown>>, asOf);
    }),
    { numRuns: 400 },
  );
}

test.each(rules.map((rule) => [rule.name, rule] as const))("%s gives what its schema says, for anything its schema takes", (_, rule) => {
  onAnything(rule, (result) => expect(rule.output.safeParse(result).error).toBeUndefined());
  expect(Object.keys(z.toJSONSchema(rule.output).properties ?? {})).toEqual(
    expect.arrayContaining(["verdict", "because", "working", "doubts"]),
  );
});

test.each(rules.map((rule) => [rule.name, rule] as const))("%s rests only on law in force on the day", (_, rule) => {
  onAnything(rule, ({ basis }, { filedOn }, asOf) => {
    // What was filed under the old law stays under it.
    const days = typeof filedOn === "string" ? [asOf, Day.parse(filedOn)] : [asOf];
    expect(basis.filter((id) => !days.some((day) => isInForce(provisionOf(id).inForce, day)))).toEqual([]);
  });
});

test.each(rules.map((rule) => [rule.name, rule] as const))("%s says why it hands over, and what any other verdict rests on", (_, rule) => {
  onAnything(rule, ({ verdict, doubts, because, basis }) => {
    if (verdict === "hand-over") expect(doubts.length).toBeGreaterThan(0);
    else expect(because.length).toBeGreaterThan(0);
    expect(because.length === 0 || basis.length > 0).toBe(true);
  });
});

test.each(rules.map((rule) => [rule.name, rule] as const))(
  "%s never rests on what is less than sure, or was read too long ago, without a doubt",
  (_, rule) => {
    onAnything(rule, ({ basis, doubts }, _facts, asOf) => {
      const shaky = basis
        .map(provisionOf)
        .filter(({ confidence, staleAfter }) => confidence !== "cao" || (staleAfter !== undefined && staleAfter < asOf));
      if (shaky.length > 0) expect(doubts, shaky.map(({ id }) => id).join()).not.toEqual([]);
    });
  },
);

test.each(rules.map((rule) => [rule.name, rule] as const))("%s speaks in plain words", (_, rule) => {
  onAnything(rule, (result) => {
    const short = textsOf({ ...result, because: [], basis: [] }).join("\n");
    expect(hardToRead({ short, next: "", sections: {} })).toEqual([]);
    expect(short).not.toMatch(/(?:sẽ|chắc chắn) được/);
  });
});

test.each([
  ["legal-aid", legalAid],
  ["judicial-record", judicialRecord],
  ["first-30-days", firstThirtyDays],
])("every figure %s says stands in a provision it rests on", (_, rule) => {
  onAnything(rule, (result, _facts, asOf) => {
    const grounds = new Set(result.basis.flatMap((id) => figuresOf(provisionOf(id))));
    const said = textsOf({ ...result, because: [], basis: [], doubts: [] }).flatMap(figuresIn);
    const loose = said.filter(({ meaning }) => !grounds.has(meaning) && !isDeadline(meaning));
    expect(loose.map(({ said: figure }) => `${figure} (${asOf})`)).toEqual([]);
  });
});

test("an item has a day only where sure facts give one", () => {
  onAnything(firstThirtyDays, (result) => {
    const { items } = firstThirtyDays.output.parse(result) as ReturnType<typeof firstThirtyDays.calculate>;
    for (const { by, basis } of items)
      if (by !== null)
        expect(
          basis.map((id) => provisionOf(id).confidence).filter((confidence) => confidence !== "cao" && confidence !== "trung bình"),
        ).toEqual([]);
  });
});

/** A day worked out from the facts. */
function isDeadline(meaning: string): boolean {
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(meaning) || /^\d{4}-\d{2}-\d{2}$/.test(meaning);
}

function figuresOf({ says, about, document }: Provision): readonly string[] {
  return figuresIn([says, about, document.short, document.number].join("\n")).map(({ meaning }) => meaning);
}

/** Every sentence of a result, wherever it stands; codes and days are no sentences. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.includes(" ") && !value.startsWith("Điều ") ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
