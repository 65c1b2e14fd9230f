import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { loan } from "../../../knowledge/rules/loan/loan.ts";
import { type Change, enterpriseAsks, personAsks } from "./loan-facts.ts";

const today = "2026-11-23";
const calculate = (input: unknown, asOf: string = today) => loan.calculate(input, Day.parse(asOf));

type Case = readonly [
  title: string,
  change: Change,
  asOf: string,
  expected: { readonly verdict: string; readonly because?: readonly string[]; readonly lastDay?: string | null },
];

const whoMayBorrow: readonly Case[] = [
  ["served, with the certificate, on the list", {}, today, { verdict: "conditions-met", lastDay: "2030-03-10" }],
  [
    "amnesty with its paper, inside five years on any reading",
    { release: "amnesty", certificate: "amnesty", endedOn: "2025-09-01" },
    today,
    { verdict: "conditions-met", lastDay: null },
  ],
  [
    "amnesty on the last day counted from it",
    { release: "amnesty", certificate: "amnesty", endedOn: "2021-11-23" },
    today,
    { verdict: "conditions-met", lastDay: null },
  ],
  [
    "amnesty, a day more than five years ago: from when they run is not said",
    { release: "amnesty", certificate: "amnesty", endedOn: "2021-11-22" },
    today,
    { verdict: "hand-over", because: ["Điều 3.2.a"], lastDay: null },
  ],
  [
    "probation of an early release has ended",
    { release: "conditional-release-probation-ended" },
    today,
    { verdict: "conditions-met", lastDay: "2030-03-10" },
  ],
  [
    "probation of an early release still runs",
    { release: "conditional-release-on-probation", certificate: "none", endedOn: null },
    today,
    { verdict: "not-yet", because: ["Điều 3.1.a"] },
  ],
  [
    "a suspended sentence is no prison served",
    { release: "suspended-sentence", certificate: "none", endedOn: null },
    today,
    { verdict: "not-eligible", because: ["Điều 3.1.a"] },
  ],
  [
    "nor is non-custodial reform",
    { release: "non-custodial-reform", certificate: "none", endedOn: null },
    today,
    { verdict: "not-eligible", because: ["Điều 3.1.a"] },
  ],
  [
    "still in prison",
    { release: "still-in-prison", certificate: "none", endedOn: null },
    today,
    { verdict: "not-yet", because: ["Điều 3.1.a"] },
  ],
  ["not known how they came out", { release: null }, today, { verdict: "hand-over", because: ["Điều 3.1.a"], lastDay: null }],
  ["no certificate yet", { certificate: "none" }, today, { verdict: "not-yet", because: ["Điều 3.1.a"] }],
  ["the certificate is lost", { certificate: "lost" }, today, { verdict: "not-yet", because: ["Điều 3.1.a"] }],
  ["not known whether there is a certificate", { certificate: null }, today, { verdict: "hand-over", because: ["Điều 3.1.a"] }],
  [
    "an amnesty paper for a sentence said to be served",
    { certificate: "amnesty" },
    today,
    { verdict: "hand-over", because: ["Điều 3.1.a"] },
  ],
  [
    "a completion paper for somebody said to be amnestied",
    { release: "amnesty" },
    today,
    { verdict: "hand-over", because: ["Điều 3.1.a"] },
  ],
  ["not on the list", { onPoliceList: false }, today, { verdict: "not-yet", because: ["Điều 3.2.a"] }],
  ["not known whether on the list", { onPoliceList: null }, today, { verdict: "hand-over", because: ["Điều 3.2.a"] }],
  ["not law-abiding", { lawAbiding: false }, today, { verdict: "not-yet", because: ["Điều 3.2.a"] }],
  ["in social evils", { socialEvils: true }, today, { verdict: "not-yet", because: ["Điều 3.2.a"] }],
  ["another loan for the same purpose", { otherDebt: "same-purpose" }, today, { verdict: "not-yet", because: ["Điều 3.3"] }],
  ["another loan for another purpose", { otherDebt: "other-purpose" }, today, { verdict: "conditions-met" }],
  ["other loans not known", { otherDebt: null }, today, { verdict: "hand-over", because: ["Điều 3.3"] }],
  ["money of the judgment still owed is no bar", { judgmentMoneyOwed: true }, today, { verdict: "conditions-met" }],
  [
    "unregistered and not on the list",
    { onPoliceList: false, residence: "unregistered" },
    today,
    { verdict: "not-yet", because: ["Điều 3.2.a"] },
  ],
  ["renting, but already on the list", { residence: "temporary" }, today, { verdict: "conditions-met" }],
  [
    "past five years and not on the list: past five years decides",
    { endedOn: "2020-01-01", onPoliceList: false },
    today,
    { verdict: "not-eligible", because: ["Điều 3.2.a"] },
  ],
  [
    "end of the sentence not known, not on the list: nothing to say yet",
    { endedOn: null, onPoliceList: false },
    today,
    { verdict: "hand-over", because: ["Điều 3.2.a"] },
  ],
];

const fiveYears: readonly Case[] = [
  ["the day before the last", { endedOn: "2021-11-24" }, today, { verdict: "conditions-met", lastDay: "2026-11-24" }],
  ["the last day itself", { endedOn: "2021-11-23" }, today, { verdict: "conditions-met", lastDay: "2026-11-23" }],
  ["the day after", { endedOn: "2021-11-22" }, today, { verdict: "not-eligible", because: ["Điều 3.2.a"], lastDay: "2026-11-22" }],
  [
    "ended on a leap day: the last day of February",
    { endedOn: "2024-02-29" },
    "2029-02-28",
    { verdict: "conditions-met", lastDay: "2029-02-28" },
  ],
  ["ended on a leap day, a day later", { endedOn: "2024-02-29" }, "2029-03-01", { verdict: "not-eligible", lastDay: "2029-02-28" }],
  ["sentence ends tomorrow", { endedOn: "2026-11-24" }, today, { verdict: "not-yet", because: ["Điều 3.2.a"], lastDay: "2031-11-24" }],
  ["sentence ends today", { endedOn: "2026-11-23" }, today, { verdict: "conditions-met", lastDay: "2031-11-23" }],
  [
    "the day before the decision came into force",
    { endedOn: "2022-01-01" },
    "2023-10-09",
    { verdict: "hand-over", because: [], lastDay: null },
  ],
  ["the day the decision came into force", { endedOn: "2022-01-01" }, "2023-10-10", { verdict: "conditions-met", lastDay: "2027-01-01" }],
];

test.each([...whoMayBorrow, ...fiveYears])("%s", (_, change, asOf, expected) => {
  expect(calculate(personAsks(change), asOf)).toMatchObject(expected);
});

test.each([
  ["10% exactly: 3 of 30", {}, null, "conditions-met", []],
  ["10% of 31 is more than 3", { employees: 31 }, null, "not-yet", ["Điều 3.2.b"]],
  ["1 of 10", { employees: 10, releasedEmployees: 1 }, null, "conditions-met", []],
  ["1 of 11", { employees: 11, releasedEmployees: 1 }, null, "not-yet", ["Điều 3.2.b"]],
  ["none of 5", { employees: 5, releasedEmployees: 0 }, null, "not-yet", ["Điều 3.2.b"]],
  ["numbers that contradict", { employees: 5, releasedEmployees: 6 }, null, "hand-over", ["Điều 3.2.b"]],
  ["numbers not known", { employees: null }, null, "hand-over", ["Điều 3.2.b"]],
  ["another kind of business", { form: "other" }, null, "not-eligible", ["Điều 3.1.b"]],
  ["a business household", { form: "business-household" }, null, "conditions-met", []],
  ["kind not known", { form: null }, null, "hand-over", ["Điều 3.1.b"]],
  ["not lawfully set up", { lawful: false }, null, "not-yet", ["Điều 3.2.b"]],
  ["no labour contracts", { contracts: false }, null, "not-yet", ["Điều 3.2.b"]],
  ["plan not confirmed by the commune", { planConfirmed: false }, null, "not-yet", ["Điều 3.2.b"]],
  ["owes the bank for the same purpose", { otherDebt: "same-purpose" }, null, "not-yet", ["Điều 3.3"]],
  ["100 million without security", { collateral: false }, 100_000_000, "conditions-met", []],
  ["a đồng more without security", { collateral: false }, 100_000_001, "not-yet", ["Điều 10.2"]],
  ["security not known", { collateral: null }, 300_000_000, "hand-over", ["Điều 10.2"]],
])("enterprise: %s", (_, change, amountAsked, verdict, because) => {
  const result = calculate(enterpriseAsks(change, { amountAsked }));
  expect(result.verdict).toBe(verdict);
  if (verdict !== "conditions-met") expect(result.because).toEqual(because);
});

test("each failing condition is named beside the others", () => {
  const { verdict, conditions } = calculate(
    personAsks({ onPoliceList: false, lawAbiding: false, socialEvils: true, otherDebt: "same-purpose" }),
  );
  expect(verdict).toBe("not-yet");
  expect(conditions.filter(({ status }) => status === "not-yet").map(({ name }) => name)).toEqual([
    "list",
    "law-abiding",
    "social-evils",
    "other-loan",
  ]);
});
