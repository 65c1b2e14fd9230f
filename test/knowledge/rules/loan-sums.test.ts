import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import { loan } from "../../../knowledge/rules/loan/loan.ts";
import { type Change, enterpriseAsks, personAsks } from "./loan-facts.ts";

const today = "2026-11-23";
const calculate = (input: unknown, asOf: string = today) => loan.calculate(input, Day.parse(asOf));
const training = (months: number, receivingMonths: number) => ({ purpose: "training", course: { months, receivingMonths } });

test.each([
  ["business", {}, { mostPerMonth: null, most: 100_000_000 }, 120],
  ["training of 3 months", training(3, 3), { mostPerMonth: 4_000_000, most: 12_000_000 }, 6],
  ["training of 6 months", training(6, 6), { mostPerMonth: 4_000_000, most: 24_000_000 }, 12],
  ["training of exactly a year", training(12, 12), { mostPerMonth: 4_000_000, most: 48_000_000 }, 24],
  ["training of 13 months", training(13, 13), { mostPerMonth: 4_000_000, most: 52_000_000 }, 13],
  ["training of 24 months", training(24, 24), { mostPerMonth: 4_000_000, most: 96_000_000 }, 24],
  ["half of a long course left", training(24, 12), { mostPerMonth: 4_000_000, most: 48_000_000 }, 12],
  ["training, length not known", { purpose: "training" }, { mostPerMonth: 4_000_000, most: null }, null],
])("%s: how much and how long", (_, change: Change, amount, mostRepayMonths) => {
  const result = calculate(personAsks(change));
  expect(result.amount).toMatchObject(amount);
  expect(result.term.mostRepayMonths).toBe(mostRepayMonths);
  expect(result.collateral).toBe(false);
});

test.each([
  ["3 of 30 workers: which workers count is not said", {}, null],
  ["everybody of 5 has served a sentence", { employees: 5, releasedEmployees: 5 }, 500_000_000],
  ["20 of 150: two thousand million either way", { employees: 150, releasedEmployees: 20 }, 2_000_000_000],
  ["19 of 150: the readings differ", { employees: 150, releasedEmployees: 19 }, null],
])("enterprise, %s", (_, change, most) => {
  const result = calculate(enterpriseAsks(change));
  expect(result.amount).toMatchObject({ mostPerWorker: 100_000_000, most });
  expect(result.doubts.some((doubt) => doubt.includes("không nói rõ"))).toBe(most === null);
});

test.each([
  ["2024-12-31", null],
  ["2025-01-01", { yearlyPercent: 6.6, monthlyPercent: 0.55, overdueYearlyPercent: 8.58, since: null }],
  ["2025-11-30", { yearlyPercent: 6.6, monthlyPercent: 0.55, overdueYearlyPercent: 8.58, since: null }],
  ["2025-12-01", { yearlyPercent: 6.24, monthlyPercent: 0.52, overdueYearlyPercent: 8.112, since: "2025-12-01" }],
  ["2027-02-28", { yearlyPercent: 6.24, monthlyPercent: 0.52, overdueYearlyPercent: 8.112, since: "2025-12-01" }],
  ["2027-03-01", null],
])("on %s the rate is %o", (asOf, interest) => {
  const result = calculate(personAsks({ endedOn: "2024-06-01" }, { repay: { months: 12, every: "month" } }), asOf);
  expect(result.interest).toEqual(interest);
  expect(result.instalments === null).toBe(interest === null);
});

// The totals the library gives as its own sums (qd-2553-2025/1.1-5).
test.each([
  [50_000_000, 60, "month", 60, 7_930_000],
  [100_000_000, 60, "month", 60, 15_860_000],
  [100_000_000, 120, "month", 120, 31_460_000],
  [50_000_000, 60, "half-year", 10, 8_580_000],
  [12_000_000, 12, "quarter", 4, 468_000],
  [10_000_000, 10, "quarter", 4, 364_000],
])("%i đồng over %i months, each %s: %i instalments and about %i đồng of interest", (amountAsked, months, every, count, totalInterest) => {
  const { instalments } = calculate(personAsks({}, { amountAsked, repay: { months, every } }));
  expect(instalments?.count).toBe(count);
  // Each instalment is rounded to whole đồng.
  expect(Math.abs((instalments?.totalInterest ?? 0) - totalInterest)).toBeLessThanOrEqual(count / 2);
});

test.each([
  ["100 million", { amountAsked: 100_000_000 }, { askedWithin: true }, 100_000_000],
  ["a đồng more: the table is for the highest sum", { amountAsked: 100_000_001 }, { askedWithin: false }, 100_000_000],
  ["no sum named", {}, { askedWithin: null }, 100_000_000],
])("asked for %s", (_, change, amount, principal) => {
  const result = calculate(personAsks({}, { ...change, repay: { months: 120, every: "month" } }));
  expect(result.amount).toMatchObject(amount);
  expect(result.instalments?.principal).toBe(principal);
});

test("a term of 121 months gives no table", () => {
  const result = calculate(personAsks({}, { repay: { months: 121, every: "month" } }));
  expect(result).toMatchObject({ instalments: null, term: { askedWithin: false } });
});

test.each([
  ["2026-12-04", "2026-12-05"],
  ["2026-12-05", "2026-12-05"],
  ["2026-12-06", "2027-01-05"],
])("on %s the next list is of %s", (asOf, nextListDay) => {
  expect(calculate(personAsks(), asOf)).toMatchObject({ nextListDay });
});

test.each([
  ["past five years", { endedOn: "2020-01-01" }, {}, ["job-creation"]],
  [
    "past five years, after treatment, going abroad, in Hà Nội",
    { endedOn: "2020-01-01", afterDrugTreatment: true, abroadContract: true },
    { province: "ha-noi" },
    ["job-creation", "after-drug-treatment", "work-abroad", "ha-noi"],
  ],
  ["without full capacity", { endedOn: "2020-01-01", fullCapacity: false }, {}, []],
  ["nothing to make up for", {}, {}, []],
])("other loans: %s", (_, change, rest, names) => {
  expect(calculate(personAsks(change, rest)).alternatives.map(({ name }) => name)).toEqual(names);
});

test("before 2026 the other loan is the old one, without a sum", () => {
  const [old] = calculate(personAsks({ release: "suspended-sentence" }), "2025-12-31").alternatives;
  expect(old).toMatchObject({ name: "job-creation", most: null, articles: ["Quyết định 2553/QĐ-TTg"] });
});

test("on probation a loan to work abroad is answered by the ban to leave", () => {
  const [, abroad] = calculate(personAsks({ release: "conditional-release-on-probation", abroadContract: true })).alternatives;
  expect(abroad).toMatchObject({ name: "work-abroad", articles: ["Điều 36.2 Luật Xuất cảnh, nhập cảnh 2019"] });
});

const repayments = fc.record({
  amountAsked: fc.integer({ min: 1, max: 100_000_000 }),
  months: fc.integer({ min: 1, max: 120 }),
  every: fc.constantFrom("month" as const, "quarter" as const, "half-year" as const),
  asOf: fc.constantFrom("2025-06-01", "2026-11-23"),
});

test("instalments pay exactly the principal, in equal parts, and interest on what was owed", () => {
  fc.assert(
    fc.property(repayments, ({ amountAsked, months, every, asOf }) => {
      const { instalments } = calculate(personAsks({ endedOn: "2024-06-01" }, { amountAsked, repay: { months, every } }), asOf);
      const rows = instalments?.rows ?? [];
      const paid = rows.reduce((sum, row) => sum + row.principal, 0);
      expect(paid).toBe(amountAsked);
      expect(rows.at(-1)).toMatchObject({ balance: 0, afterMonths: months });
      for (const row of rows.slice(0, -1)) expect(row.principal).toBe(rows[0]?.principal);
      // What division leaves over is on the last one, less than a đồng for each.
      const left = (rows.at(-1)?.principal ?? 0) - (rows[0]?.principal ?? 0);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThan(rows.length);
      // Month by month instead of period by period, with the yearly rate as a fraction.
      const rate = asOf < "2025-12-01" ? 6.6 / 1200 : 6.24 / 1200;
      for (const [at, row] of rows.entries()) {
        const owed = amountAsked - rows.slice(0, at).reduce((sum, { principal }) => sum + principal, 0);
        const length = row.afterMonths - (rows[at - 1]?.afterMonths ?? 0);
        let interest = 0;
        for (let month = 0; month < length; month++) interest += owed * rate;
        expect(Math.abs(row.interest - interest)).toBeLessThanOrEqual(0.51);
        expect(row.total).toBe(row.principal + row.interest);
      }
      expect(instalments?.totalInterest).toBe(rows.reduce((sum, row) => sum + row.interest, 0));
    }),
  );
});

const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(Day.parse("2019-01-01"), count));

test("five years end on the anniversary: that day still, the next no more", () => {
  fc.assert(
    fc.property(days, (endedOn) => {
      const { lastDay } = calculate(personAsks({ endedOn }));
      const [year, rest] = [Number(endedOn.slice(0, 4)) + 5, endedOn.slice(4)];
      const anniversary = rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`;
      expect(lastDay).toBe(anniversary);
      fc.pre(anniversary >= "2023-10-10");
      expect(calculate(personAsks({ endedOn }), anniversary).verdict).toBe("conditions-met");
      expect(calculate(personAsks({ endedOn }), addDays(Day.parse(anniversary), 1)).verdict).toBe("not-eligible");
      expect(calculate(personAsks({ endedOn }), addDays(Day.parse(anniversary), -1)).verdict).toBe(
        addDays(Day.parse(anniversary), -1) >= "2023-10-10" ? "conditions-met" : "hand-over",
      );
    }),
  );
});
