import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { legalAid } from "../../../knowledge/rules/legal-aid/legal-aid.ts";

const today = "2026-11-23";
/** Nobody in particular: an adult who belongs to no group, with a quarrel over land. */
const nobody = {
  age: 35,
  meritorious: false,
  poorHousehold: false,
  nearPoorHousehold: false,
  monthlyAllowance: false,
  ethnicMinority: false,
  hardArea: false,
  martyrFamily: false,
  agentOrange: false,
  elderly: false,
  disabled: false,
  domesticViolence: false,
  hiv: false,
  role: "none",
  trafficking: "none",
  matter: "land",
  helpedElsewhere: false,
  inCustody: false,
  workingDaysLeft: null,
  livesIn: "ho-chi-minh",
  matterIn: "ho-chi-minh",
  papers: "have",
  applyBy: "in-person",
} as const;
type Change = Readonly<Record<string, unknown>>;
const calculate = (change: Change, asOf: string = today) => legalAid.calculate({ ...nobody, ...change }, Day.parse(asOf));

test.each([
  ["released and nothing else", {}, "not-covered", [], ["Điều 7"]],
  ["meritorious", { meritorious: true }, "covered", ["meritorious"], ["Điều 7.1"]],
  ["a poor household", { poorHousehold: true }, "covered", ["poor-household"], ["Điều 7.2"]],
  ["15 years old", { age: 15 }, "covered", ["child"], ["Điều 7.3"]],
  ["16 years old, in no case", { age: 16 }, "not-covered", [], ["Điều 7"]],
  ["an ethnic minority in a very hard area", { ethnicMinority: true, hardArea: true }, "covered", ["ethnic-minority"], ["Điều 7.4"]],
  ["an ethnic minority elsewhere", { ethnicMinority: true }, "not-covered", [], ["Điều 7"]],
  ["a very hard area alone", { hardArea: true }, "not-covered", [], ["Điều 7"]],
  ["an ethnic minority, area not known", { ethnicMinority: true, hardArea: null }, "hand-over", [], undefined],
  ["16, denounced", { age: 16, role: "denounced" }, "covered", ["aged-16-to-17"], ["Điều 7.5"]],
  ["17, a prisoner", { age: 17, role: "prisoner" }, "covered", ["aged-16-to-17"], ["Điều 7.5"]],
  ["17, a witness", { age: 17, role: "witness" }, "covered", ["aged-16-to-17"], ["Điều 7.5"]],
  ["17, the victim", { age: 17, role: "victim" }, "covered", ["aged-16-to-17"], ["Điều 7.5"]],
  ["18, accused, not near-poor", { age: 18, role: "accused" }, "not-covered", [], ["Điều 7"]],
  ["an adult victim of an ordinary case", { role: "victim" }, "not-covered", [], ["Điều 7"]],
  ["accused and near-poor", { role: "accused", nearPoorHousehold: true }, "covered", ["near-poor-accused"], ["Điều 7.6"]],
  ["near-poor but not accused", { nearPoorHousehold: true }, "not-covered", [], ["Điều 7"]],
  ["a victim of trafficking, no need asked", { trafficking: "victim" }, "covered", ["trafficking-victim"], ["Điều 7.6a"]],
  ["being identified as one", { trafficking: "being-identified" }, "covered", ["trafficking-victim"], ["Điều 7.6a"]],
  ["17, who came with a victim", { trafficking: "minor-companion", age: 17 }, "covered", ["trafficking-victim"], ["Điều 7.6a"]],
  ["18, who came with a victim", { trafficking: "minor-companion", age: 18 }, "not-covered", [], ["Điều 7"]],
  ["disabled, not in need", { disabled: true }, "not-covered", [], ["Điều 7"]],
  [
    "disabled, near-poor",
    { disabled: true, nearPoorHousehold: true },
    "covered",
    ["disabled"],
    ["Điều 7.7", "Điều 2 Nghị định 144/2017/NĐ-CP"],
  ],
  ["disabled, with a monthly allowance", { disabled: true, monthlyAllowance: true }, "covered", ["disabled"], undefined],
  ["disabled, need not known", { disabled: true, nearPoorHousehold: null }, "hand-over", [], undefined],
  ["elderly, near-poor", { elderly: true, nearPoorHousehold: true }, "covered", ["elderly"], undefined],
  ["with HIV, near-poor", { hiv: true, nearPoorHousehold: true }, "covered", ["hiv"], undefined],
  ["beaten at home, with an allowance", { domesticViolence: true, monthlyAllowance: true }, "covered", ["domestic-violence"], undefined],
  ["of a martyr's family, near-poor", { martyrFamily: true, nearPoorHousehold: true }, "covered", ["martyr-family"], undefined],
  ["agent orange, not in need", { agentOrange: true }, "not-covered", [], ["Điều 7"]],
  ["an allowance alone", { monthlyAllowance: true }, "not-covered", [], ["Điều 7"]],
  [
    "poor and elderly and near-poor at once",
    { poorHousehold: true, elderly: true, nearPoorHousehold: true },
    "covered",
    ["poor-household", "elderly"],
    undefined,
  ],
  ["poor, over a business matter", { poorHousehold: true, matter: "business" }, "not-covered", ["poor-household"], ["Điều 27.1"]],
  ["poor, helped elsewhere already", { poorHousehold: true, helpedElsewhere: true }, "not-covered", ["poor-household"], ["Điều 30.3"]],
  ["poor, no matter yet", { poorHousehold: true, matter: "none" }, "not-yet", ["poor-household"], ["Điều 30.1"]],
  ["poor, matter not known", { poorHousehold: true, matter: null }, "hand-over", ["poor-household"], ["Điều 27.1", "Điều 30.1"]],
  ["age not known", { age: null }, "hand-over", [], undefined],
])("%s", (_, change: Change, verdict, names, because) => {
  const result = calculate(change);
  expect(result.verdict).toBe(verdict);
  expect(result.categories.map(({ name }) => name)).toEqual(names);
  if (because !== undefined) expect(result.because).toEqual(because);
  expect(result.free).toBe(verdict === "covered" ? true : null);
});

test.each([
  ["17, denounced, before 2026", { age: 17, role: "denounced" }, "2025-12-31", "not-covered"],
  ["17, accused, before 2026", { age: 17, role: "accused" }, "2025-12-31", "covered"],
  ["17, denounced, from 2026", { age: 17, role: "denounced" }, "2026-01-01", "covered"],
  ["trafficked, the day before its own clause", { trafficking: "victim" }, "2025-06-30", "hand-over"],
  ["trafficked, the day of it", { trafficking: "victim" }, "2025-07-01", "covered"],
  ["poor, the last day of the old law", { poorHousehold: true }, "2026-12-31", "covered"],
  ["poor, the first day of the new one", { poorHousehold: true }, "2027-01-01", "hand-over"],
  ["released and nothing else, in 2027", {}, "2027-01-01", "hand-over"],
  ["poor, before the law", { poorHousehold: true }, "2017-12-31", "hand-over"],
  ["poor, the first day of the law", { poorHousehold: true }, "2018-01-01", "covered"],
])("%s", (_, change: Change, asOf, verdict) => {
  expect(calculate(change, asOf).verdict).toBe(verdict);
});

test("the change of 2027 is announced from the day it was passed, and its summary shown from the day it applies", () => {
  expect(calculate({ disabled: true }, "2026-04-23").changesOn).toBeNull();
  expect(calculate({ disabled: true }).changesOn).toBe("2027-01-01");
  expect(calculate({ disabled: true }).otherHelp.join(" ")).toContain("01/01/2027");
  const after = calculate({ disabled: true, poorHousehold: true }, "2027-01-01");
  expect(after.categories.map(({ name }) => name)).toEqual(["poor-household", "disabled"]);
  expect(after).toMatchObject({ free: null, times: [], because: ["Luật Trợ giúp pháp lý sửa đổi năm 2026"] });
});

test("somebody who lacks only the need is told what the need is", () => {
  expect(calculate({ disabled: true }).working.join(" ")).toContain("thuộc hộ cận nghèo");
  expect(calculate({}).working.join(" ")).not.toContain("thuộc hộ cận nghèo");
});

test.each([
  [{ poorHousehold: true }, ["Giấy chứng nhận hộ nghèo."]],
  [{ meritorious: true }, []],
  [{ disabled: true, nearPoorHousehold: true }, ["Giấy hộ cận nghèo kèm giấy chứng nhận khuyết tật, hoặc quyết định hưởng trợ cấp."]],
])("what proves %o", (change: Change, proof) => {
  const { categories, doubts } = calculate(change);
  expect(categories[0]?.proof).toEqual(proof);
  expect(doubts.some((doubt) => doubt.includes("chưa đọc được"))).toBe(proof.length === 0);
});

test.each([
  ["held by the police", { matter: "criminal-case", inCustody: true }, "12 giờ"],
  ["in a criminal case", { matter: "criminal-case" }, "03 ngày làm việc"],
  ["advice", { matter: "labour" }, "10 ngày"],
  ["4 working days left", { matter: "labour", workingDaysLeft: 4 }, "nhận ngay dù thiếu giấy"],
  ["4 working days left in a hard area", { matter: "labour", workingDaysLeft: 4, hardArea: true }, "10 ngày làm việc"],
])("times: %s", (_, change: Change, words) => {
  expect(calculate({ poorHousehold: true, ...change }).times.join(" ")).toContain(words);
});

test("5 working days left is not yet urgent", () => {
  expect(calculate({ poorHousehold: true, workingDaysLeft: 5 }).times.join(" ")).not.toContain("nhận ngay dù thiếu giấy");
});

const yesNo = fc.constantFrom(true, false, null);
const groups = [
  "meritorious",
  "poorHousehold",
  "nearPoorHousehold",
  "monthlyAllowance",
  "ethnicMinority",
  "hardArea",
  "martyrFamily",
  "agentOrange",
  "elderly",
  "disabled",
  "domesticViolence",
  "hiv",
] as const;
const facts = fc.record({
  ...Object.fromEntries(groups.map((group) => [group, yesNo])),
  age: fc.option(fc.integer({ min: 0, max: 100 })),
  role: fc.constantFrom("none", "denounced", "accused", "victim", "prisoner", null),
  trafficking: fc.constantFrom("none", "victim", "minor-companion", null),
  matter: fc.constantFrom("land", "business", "none", "criminal-case", null),
});
const rank = { "not-covered": 0, "hand-over": 1, "not-yet": 2, covered: 2 };

test("one more group never takes an entitlement away", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...groups), fc.constantFrom("2025-03-01", "2025-08-01", today), (change, group, asOf) => {
      const before = calculate({ ...change, [group]: false }, asOf);
      const after = calculate({ ...change, [group]: true }, asOf);
      const entitled = (names: typeof before.categories) => names.map(({ name }) => name);
      expect(entitled(after.categories)).toEqual(expect.arrayContaining(entitled(before.categories)));
      if (before.verdict === "covered") expect(after.verdict).toBe("covered");
      if (change.matter === "land") expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
    }),
  );
});

test("what is not known is never taken for a no", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...groups), (change, group) => {
      const open = calculate({ ...change, [group]: null });
      const closed = new Set([calculate({ ...change, [group]: true }).verdict, calculate({ ...change, [group]: false }).verdict]);
      if (open.verdict === "not-covered" || open.verdict === "covered") expect([...closed]).toEqual([open.verdict]);
    }),
  );
});
