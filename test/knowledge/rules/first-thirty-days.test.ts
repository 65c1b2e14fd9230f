import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { firstThirtyDays } from "../../../knowledge/rules/first-thirty-days/first-thirty-days.ts";
import { type Change, settled } from "./release-facts.ts";

const today = "2026-11-23";
const calculate = (change: Change, asOf: string = today) => firstThirtyDays.calculate({ ...settled, ...change }, Day.parse(asOf));
const idsOf = (change: Change, asOf?: string) => calculate(change, asOf).items.map(({ id }) => id);
const itemOf = (id: string, change: Change, asOf?: string) => calculate(change, asOf).items.find((item) => item.id === id);

test("somebody settled has one thing left: to keep the certificate", () => {
  expect(idsOf({})).toEqual(["record-clearance"]);
});

test.each([
  [
    "to report, on the day on the paper",
    { reported: false, reportBy: "2026-11-30" },
    "report",
    { when: "by-date", by: "2026-11-30", articles: ["Điều 9.2 Thông tư 10/2024/TT-BCA", "Điều 9.1 Thông tư 10/2024/TT-BCA"] },
  ],
  ["to report today, its last day", { reported: false, reportBy: today }, "report", { when: "by-date", overdue: false }],
  ["to report, a day late", { reported: false, reportBy: "2026-11-22" }, "report", { when: "today", overdue: true }],
  ["to report, day not known", { reported: false }, "report", { when: "today", by: null }],
  ["amnesty: to show the paper", { releasedHow: "amnesty" }, "show-amnesty-paper", { articles: ["Điều 20.2 Luật Đặc xá 2018"] }],
  [
    "early release: to answer the summons, without a day",
    { releasedHow: "conditional-release", reported: false },
    "answer-summons",
    { when: "today", by: null, importance: "freedom" },
  ],
  [
    "early release: not to leave without consent",
    { releasedHow: "conditional-release" },
    "leave-only-with-consent",
    { when: "today", within: "trước khi đi" },
  ],
  ["early release: the roll call of December", { releasedHow: "conditional-release" }, "roll-call", { by: "2026-12-05" }],
  ["suspended: to ask for the days", { releasedHow: "suspended-sentence", reported: false }, "ask-days", { by: null, when: "today" }],
  ["suspended: periodic reports, without a day", { releasedHow: "suspended-sentence" }, "periodic-report", { by: null }],
  [
    "supervised residence: to stay",
    { penalties: ["supervised-residence"] },
    "supervised-residence",
    { when: "today", importance: "freedom" },
  ],
  ["supervised residence: the roll call", { penalties: ["supervised-residence"] }, "roll-call", { by: "2026-12-05" }],
  ["a residence ban", { penalties: ["residence-ban"] }, "residence-ban", { articles: ["Điều 42 Bộ luật Hình sự"] }],
  ["a work ban", { penalties: ["work-ban"] }, "work-ban", { articles: ["Điều 41 Bộ luật Hình sự"] }],
  ["a driving ban", { penalties: ["driving-ban"] }, "driving-ban", {}],
  ["another address than the paper's", { reported: false, atWrittenAddress: false }, "other-address", {}],
  ["nowhere to sleep", { placeTonight: false }, "place-to-stay", { when: "today", importance: "shelter" }],
  ["no residence: to say where one lives", { residence: "none" }, "declare-where-one-lives", {}],
  ["residence struck off: to register again", { residence: "removed" }, "permanent-residence", { bring: ["Tờ khai CT01"] }],
  ["registered elsewhere: thirty days", { residence: "registered-elsewhere" }, "temporary-residence", { by: "2026-12-16" }],
  [
    "registered elsewhere, day of release not known",
    { residence: "registered-elsewhere", releasedOn: null },
    "temporary-residence",
    { by: null },
  ],
  ["residence not known: to look", { residence: null }, "check-registration", {}],
  ["card still in prison", { idCard: "held-by-prison" }, "id-card", { when: "today", where: "Trại giam vừa ra" }],
  ["card lost", { idCard: "lost" }, "id-card", { when: "this-month" }],
  ["card past its age", { idCard: "age-passed" }, "id-card", { articles: ["Điều 21 Luật Căn cước 2023"] }],
  ["never had a card, nor a residence", { idCard: "never", residence: "none" }, "id-card", { articles: ["Điều 27 Luật Căn cước 2023"] }],
  ["a number in another's name", { phone: "other-name" }, "phone", {}],
  ["no VNeID", { vneidLevelTwo: false }, "vneid", {}],
  ["an account that no longer works", { bank: "not-usable" }, "bank", {}],
  [
    "no health insurance",
    { healthInsurance: false },
    "health-insurance",
    { bring: ["Tờ khai Mẫu số 2", "Danh sách hộ Mẫu số 4 để được giảm tiền"] },
  ],
  [
    "no health insurance, poor",
    { healthInsurance: false, poorHousehold: true },
    "health-insurance",
    { bring: ["Giấy chứng nhận hộ nghèo, cận nghèo"] },
  ],
  ["an expired car licence", { licence: "car-expired" }, "licence", {}],
  ["a child not yet registered", { newbornOn: "2026-10-01" }, "birth", { by: "2026-11-30", importance: "family" }],
  ["medicine left in prison", { illness: ["medicine"] }, "medicine", { when: "today" }],
  ["methadone", { illness: ["opioid-substitution"] }, "substitution", { when: "today" }],
  ["treatment left unfinished", { drugTreatmentUnfinished: true }, "drug-treatment", { importance: "freedom" }],
  ["money, after a sentence served", { needsMoney: true }, "loan-list", { by: "2026-12-05" }],
  ["money, on probation", { needsMoney: true, releasedHow: "conditional-release" }, "job-creation-loan", { by: null }],
  ["work", { looksForWork: true }, "work", {}],
  [
    "a contract suspended, now a suspended sentence",
    { releasedHow: "suspended-sentence", contractSuspended: true },
    "back-to-work",
    { by: "2026-12-01" },
  ],
  ["money of the judgment", { judgmentMoneyOwed: true }, "money-owed", {}],
  ["an allowance before prison", { allowanceBefore: true }, "allowance-again", {}],
  ["75 years old", { age: 75 }, "old-age", {}],
  ["70 years old and poor", { age: 70, poorHousehold: true }, "old-age", {}],
  ["abroad, on probation", { releasedHow: "conditional-release", plansAbroad: true }, "exit-ban", {}],
  ["abroad, owing money", { plansAbroad: true, judgmentMoneyOwed: true }, "exit-and-money", {}],
  ["papers the prison kept", { prisonReturned: "something-missing" }, "ask-the-prison", { when: "today" }],
  ["the certificate is lost", { certificate: "lost" }, "lost-certificate", { by: null }],
])("%s", (_, change: Change, id, expected) => {
  expect(itemOf(id, change)).toMatchObject({ id, ...expected });
});

test.each([
  ["74 years old", { age: 74 }, "old-age"],
  ["70 years old, not poor", { age: 70 }, "old-age"],
  ["already reported", { reported: true }, "report"],
  ["a driving ban silences the licence", { licence: "car-expired", penalties: ["driving-ban"] }, "licence"],
  ["a prison sentence ended the contract", { contractSuspended: true }, "back-to-work"],
  ["no roll call once the sentence is over", {}, "roll-call"],
  ["no consent needed once the sentence is over", {}, "leave-only-with-consent"],
])("not asked for: %s", (_, change: Change, id) => {
  expect(idsOf(change)).not.toContain(id);
});

test.each([
  ["the old law gives five days", "2026-06-30", { id: "report", by: "2026-06-25", overdue: true }],
  ["the new one is not read: no day", "2026-07-01", { id: "answer-summons", by: null }],
])("early release of 20/6/2026: %s", (_, asOf, expected) => {
  const [first] = calculate({ releasedHow: "conditional-release", releasedOn: "2026-06-20", reported: false }, asOf).items.filter(
    ({ id }) => /report|summons/.test(id),
  );
  expect(first).toMatchObject(expected);
});

test.each([
  ["how they came out is not known", { releasedHow: null }, today],
  ["before the circular", {}, "2024-04-30"],
])("a person is asked when %s", (_, change: Change, asOf) => {
  const { verdict, items, doubts } = calculate(change, asOf);
  expect({ verdict, items }).toEqual({ verdict: "hand-over", items: [] });
  expect(doubts).toHaveLength(1);
});

test("what cannot wait comes first, then what has a day, then the rest by weight", () => {
  const change = {
    reported: false,
    reportBy: "2026-11-30",
    placeTonight: false,
    residence: "registered-elsewhere",
    needsMoney: true,
    bank: "none",
    healthInsurance: false,
  };
  expect(idsOf(change)).toEqual([
    "place-to-stay",
    "report",
    "loan-list",
    "temporary-residence",
    "health-insurance",
    "bank",
    "record-clearance",
  ]);
});

const yesNo = fc.constantFrom(true, false, null);
const facts = fc.record({
  releasedHow: fc.constantFrom("served", "amnesty", "conditional-release", "probation-ended", "suspended-sentence", "sentence-postponed"),
  reportBy: fc.constantFrom(null, "2026-11-20", "2026-12-20"),
  reported: fc.boolean(),
  penalties: fc.subarray(["supervised-residence", "residence-ban", "work-ban", "driving-ban", "civil-rights"]),
  idCard: fc.constantFrom("have", "held-by-prison", "lost", "never", null),
  residence: fc.constantFrom("registered-here", "registered-elsewhere", "removed", "none", null),
  newbornOn: fc.constantFrom(null, "2026-09-01", "2026-11-01"),
  placeTonight: yesNo,
  healthInsurance: yesNo,
});
const needs = fc.constantFrom(
  "needsMoney",
  "looksForWork",
  "learnedTrade",
  "childrenElsewhere",
  "drugTreatmentUnfinished",
  "allowanceBefore",
  "plansAbroad",
);

test("the list is always in order, and nothing stands in it twice", () => {
  fc.assert(
    fc.property(facts, (change) => {
      const { items } = calculate(change);
      const ranks = items.map(({ when, by }) => (when === "today" ? "0" : when === "by-date" ? `1${by}` : "2"));
      expect(ranks).toEqual([...ranks].sort());
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const { when, by, overdue } of items) expect(when === "by-date").toBe(by !== null && !overdue && when !== "today");
    }),
  );
});

test("one more need never takes another thing off the list", () => {
  fc.assert(
    fc.property(facts, needs, (change, need) => {
      expect(idsOf({ ...change, [need]: true })).toEqual(expect.arrayContaining(idsOf({ ...change, [need]: false })));
    }),
  );
});
