import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { judicialRecord } from "../../../knowledge/rules/judicial-record/judicial-record.ts";
import { type Change, citizenAsks } from "./judicial-record-facts.ts";

const today = "2026-11-23";
const calculate = (change: Change, asOf: string = today) => judicialRecord.calculate(citizenAsks(change), Day.parse(asOf));
const ready = { channel: "online", vneidLevelTwo: true, fiveKindsIntegrated: true, recordIntegrated: true } as const;

test.each([
  ["in person", { channel: "in-person" }, today, 200_000, false],
  ["online, VNeID not complete", {}, today, 200_000, false],
  ["online, VNeID complete", ready, today, 0, true],
  ["online, complete but for the judicial record", { ...ready, recordIntegrated: false }, today, 200_000, false],
  ["online, completeness not known", { ...ready, fiveKindsIntegrated: null }, today, null, null],
  ["complete, way not chosen", { ...ready, channel: null }, today, null, null],
  ["complete, but in person", { ...ready, channel: "in-person" }, today, 200_000, false],
  ["complete, the day before it began", ready, "2026-08-14", 200_000, false],
  ["complete, the day it began", ready, "2026-08-15", 0, true],
  ["complete, its last day", ready, "2027-02-28", 0, true],
  ["complete, the day after: read too long ago", ready, "2027-03-01", null, null],
  ["in person, after the fee was last checked", { channel: "in-person" }, "2027-03-01", null, null],
  ["a student, in person", { channel: "in-person", feeGroup: "student" }, today, 100_000, false],
  ["meritorious", { channel: "in-person", feeGroup: "meritorious" }, today, 100_000, false],
  ["a martyr's family", { channel: "in-person", feeGroup: "martyr-family" }, today, 100_000, false],
  ["a poor household", { channel: "in-person", feeGroup: "poor-household" }, today, 0, true],
  ["a near-poor household", { channel: "post", feeGroup: "near-poor-household" }, today, 0, true],
  ["elderly", { channel: "in-person", feeGroup: "elderly" }, today, 0, true],
  ["disabled", { channel: "in-person", feeGroup: "disabled" }, today, 0, true],
  ["a very hard commune", { channel: "in-person", feeGroup: "hard-commune" }, today, 0, true],
  ["group not known", { channel: "in-person", feeGroup: null }, today, null, null],
  ["two copies", { channel: "in-person", copies: 2 }, today, 200_000, false],
  ["three copies", { channel: "in-person", copies: 3 }, today, 205_000, false],
  ["five copies for a student", { channel: "in-person", copies: 5, feeGroup: "student" }, today, 115_000, false],
  ["three copies, exempt: not read", { channel: "in-person", copies: 3, feeGroup: "poor-household" }, today, null, true],
  ["online in 2025", {}, "2025-12-31", 170_000, false],
  ["a student online in 2025", { feeGroup: "student" }, "2025-12-31", 80_000, false],
  ["in person in 2025", { channel: "in-person" }, "2025-12-31", 200_000, false],
  ["in 2025, way not chosen", { channel: null }, "2025-12-31", null, null],
  ["online on 01/01/2026", {}, "2026-01-01", 200_000, false],
  ["the first day of the circular", {}, "2025-04-24", 170_000, false],
  ["the day before it", {}, "2025-04-23", null, null],
  ["filed in 2025, asked today", { filedOn: "2025-12-31" }, today, 170_000, false],
])("fee: %s", (_, change: Change, asOf, dong, exempt) => {
  expect(calculate(change, asOf).fee).toEqual({ dong, exempt });
});

const groups = [
  "child",
  "elderly",
  "disabled",
  "poor-household",
  "near-poor-household",
  "hard-commune",
  "student",
  "meritorious",
  "martyr-family",
] as const;
const facts = fc.record({
  channel: fc.constantFrom("online", "in-person", "post"),
  vneidLevelTwo: fc.boolean(),
  fiveKindsIntegrated: fc.boolean(),
  recordIntegrated: fc.boolean(),
  copies: fc.integer({ min: 1, max: 2 }),
});
const days = fc.constantFrom("2025-06-01", "2026-03-01", "2026-08-20", today, "2027-02-28");

test("belonging to a group never makes the paper dearer", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...groups), days, (change, feeGroup, asOf) => {
      const plain = calculate({ ...change, feeGroup: "none" }, asOf).fee.dong ?? Number.NaN;
      expect(calculate({ ...change, feeGroup }, asOf).fee.dong).toBeLessThanOrEqual(plain);
    }),
  );
});

const demands = fc.record({
  purpose: fc.constantFrom("private-job", "practice-licence", "administrative-procedure", "civil-service", "criminal-proceedings"),
  legalBasis: fc.constantFrom("law-or-decree", "lower-document", "internal-rule", "none", null),
  dataConnected: fc.constantFrom(true, false, null),
});

test("from July 2026 nobody in the country may demand form 2, whatever paper they show", () => {
  fc.assert(
    fc.property(demands, (change) => {
      expect(calculate({ ...change, asked: "form-2" })).toMatchObject({ verdict: "need-not-submit", mayDemand: "no" });
    }),
  );
});

test("without a law or decree form 1 is never something they may demand", () => {
  fc.assert(
    fc.property(demands, (change) => {
      fc.pre(change.legalBasis !== "law-or-decree");
      expect(calculate({ ...change, asked: "form-1" }).mayDemand).not.toBe("yes");
    }),
  );
});
