import fc from "fast-check";
import { expect, test } from "vitest";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import type { Facts } from "../../../knowledge/interviews/facts.ts";
import { lead } from "../../../knowledge/interviews/follow.ts";
import { Day } from "../../../knowledge/provision.ts";
import { legalAid } from "../../../knowledge/rules/legal-aid/legal-aid.ts";
import type { LegalAidInput } from "../../../knowledge/rules/legal-aid/legal-aid-input.ts";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { answerFrom } from "./answer-from.ts";
import { interviewOf, library, typedThrough } from "./some-interview.ts";

const slug = "tro-giup-phap-ly";
const aid = interviewOf(slug);

test.each<readonly [string, readonly string[], string, number]>([
  ["released, nothing else", ["không phải", "không"], "not-covered", 2],
  ["a poor household, over land", ["hộ nghèo", "không", "đất đai", "không", "bà rịa"], "covered", 5],
  ["near-poor and accused", ["hộ cận nghèo", "không", "có", "vụ án hình sự", "không", "1"], "covered", 6],
  ["near-poor, not accused", ["hộ cận nghèo", "không", "không"], "not-covered", 3],
  ["near-poor and disabled", ["cận nghèo", "khuyết tật", "không", "nợ nần", "không", "tỉnh khác"], "covered", 6],
  ["disabled with a monthly allowance", ["không", "có trợ cấp tháng, người khuyết tật", "nợ nần", "không", "1"], "covered", 5],
  ["elderly, not in need", ["không", "3"], "not-covered", 2],
  ["a child of 10", ["không", "chưa đủ 18 tuổi", "dưới 16", "đất đai", "không", "1"], "covered", 6],
  ["17 and beaten", ["không", "2", "từ 16 đến dưới 18", "là người bị hại", "vụ án hình sự", "không", "1"], "covered", 7],
  ["17, in no case", ["không", "2", "từ 16 đến dưới 18", "không dính vụ nào"], "not-covered", 4],
  ["sold abroad and come back", ["không", "bị lừa bán", "đã là nạn nhân", "việc khác", "không", "2"], "covered", 6],
  ["a martyr's child, near-poor", ["cận nghèo", "có công, liệt sĩ", "thân nhân liệt sĩ", "không", "nợ nần", "không", "1"], "covered", 7],
  ["Châu Ro in a very hard area", ["không", "dân tộc thiểu số", "có", "đất đai", "không", "1"], "covered", 6],
  ["poor, over a business matter", ["hộ nghèo", "không", "làm ăn, buôn bán"], "not-covered", 3],
  ["poor, helped elsewhere", ["hộ nghèo", "không", "nợ nần", "nơi khác đang giúp"], "not-covered", 4],
  ["poor, no matter yet", ["hộ nghèo", "không", "chưa có việc gì", "không", "1"], "not-yet", 5],
  ["poor without the paper", ["chưa rõ", "không", "không"], "hand-over", 3],
])("%s: the interview says what the law says, in as many questions", (_, typed, verdict, questions) => {
  const shown = typedThrough(slug, typed);
  expect({ verdict: shown.verdict, questions: shown.asked.length }).toEqual({ verdict, questions });
  expect(shown.person).toBe(verdict === "hand-over");
});

test("the result says which group, which paper proves it, how long it takes, and that the law changes in 2027", () => {
  const shown = typedThrough(slug, ["hộ cận nghèo", "không", "có", "vụ án hình sự", "đang bị bắt giữ, mất giấy", "1"]);
  expect(shown.heading).toContain("thuộc diện được trợ giúp pháp lý miễn phí");
  expect(shown.papers[0]).toBe("Chứng minh thuộc diện: Giấy chứng nhận hộ cận nghèo và văn bản tố tụng cho thấy mình bị buộc tội.");
  expect(shown.sections.map(({ title }) => title)).toEqual(["Thuộc diện nào", "Bao lâu có người giúp"]);
  expect(shown.sections[1]?.lines.join(" ")).toContain("12 giờ");
  expect(shown.working.join(" ")).toContain("xin xác nhận của nơi đã cấp giấy");
  expect(shown.changes[0]).toContain("01/1/2027");
  expect(shown.citations.map(({ label }) => label)).toContain("Điều 7 khoản 6 Luật Trợ giúp pháp lý 2017");
});

test("a group whose paper has not been read shows no empty line for it", () => {
  const shown = typedThrough(slug, ["không", "có công, liệt sĩ", "người có công", "đất đai", "không", "1"]);
  expect(shown.papers[0]).toMatch(/^Đơn yêu cầu/);
  expect(shown.changes.join(" ")).toContain("chưa đọc được");
});

test("outside all groups and inside one with the wrong matter are told in different words", () => {
  expect(typedThrough(slug, ["không", "không"]).heading).toContain("chưa thuộc diện");
  expect(typedThrough(slug, ["hộ nghèo", "không", "làm ăn, buôn bán"]).heading).toContain("việc này thì nơi trợ giúp không nhận");
});

test("who lacks only the need is told what the need is", () => {
  expect(typedThrough(slug, ["không", "khuyết tật"]).working.join(" ")).toContain("thuộc hộ cận nghèo, hoặc đang hưởng trợ cấp");
});

test("what was said in talk is not asked again: the household, the matter, where one lives", () => {
  const talk = "nhà em cận nghèo, chồng em ở Vũng Tàu bị bắt, xin luật sư miễn phí";
  const shown = typedThrough(slug, ["ko có", "co", "dang bi bat giu"], { talk });
  expect(shown.asked).toEqual(["ho-ngheo", "hoan-canh", "bi-buoc-toi", "viec", "tinh-the", "noi-song"]);
  expect(shown.verdict).toBe("covered");
  expect(typedThrough(slug, ["không", "không", "1"], { talk: "nhà tôi hộ nghèo muốn ly hôn thì có luật sư nhà nước không" }).verdict).toBe(
    "covered",
  );
});

test("from 2027 a person is asked, whatever the group", () => {
  const asOf = Day.parse("2027-01-05");
  expect(typedThrough(slug, ["hộ nghèo", "không", "việc khác", "tỉnh khác", "không"], { asOf })).toMatchObject({
    verdict: "hand-over",
    person: true,
  });
});

/** As people can tell it: what they do not know of themselves is not so, ages by group, matters by their button. */
function asTold(facts: LegalAidInput): LegalAidInput {
  const { age, poorHousehold, nearPoorHousehold, ethnicMinority, role, trafficking, workingDaysLeft: days } = facts;
  const group = age === null ? null : ([18, 16].find((least) => age >= least) ?? 15);
  const householdKnown = poorHousehold !== null && nearPoorHousehold !== null;
  const isAdult = group === 18;
  return {
    ...facts,
    ...honoursTold(facts),
    age: group,
    poorHousehold: householdKnown ? poorHousehold : null,
    nearPoorHousehold: householdKnown ? nearPoorHousehold && !poorHousehold : null,
    monthlyAllowance: facts.monthlyAllowance === true,
    ethnicMinority: ethnicMinority === true,
    hardArea: ethnicMinority === true ? facts.hardArea : null,
    elderly: facts.elderly === true,
    disabled: facts.disabled === true,
    domesticViolence: facts.domesticViolence === true,
    hiv: facts.hiv === true,
    role: isAdult && role !== null && role !== "accused" ? "none" : role,
    trafficking: isAdult && trafficking === "minor-companion" ? "none" : trafficking,
    matter: matters[facts.matter ?? "other"] ?? facts.matter ?? "other",
    workingDaysLeft: days !== null && days < 5 ? 4 : null,
    papers: facts.papers ?? "have",
    matterIn: null,
    applyBy: null,
  };
}

function honoursTold({ meritorious, martyrFamily, agentOrange }: LegalAidInput) {
  const all = [meritorious, martyrFamily, agentOrange];
  const told = (honour: boolean | null) => (all.includes(null) && !all.includes(true) ? null : honour === true);
  return { meritorious: told(meritorious), martyrFamily: told(martyrFamily), agentOrange: told(agentOrange) };
}

const matters: Readonly<Record<string, LegalAidInput["matter"]>> = { inheritance: "land", "judicial-record": "record-clearance" };

test("whatever the facts, told as people can tell them, the interview finds all that the calculation finds", () => {
  const days = fc.constantFrom("2025-03-01", "2025-08-01", "2026-11-25", "2027-01-02").map((day) => Day.parse(day));
  fc.assert(
    fc.property(arbitraryOf(legalAid.input), days, (raw, asOf) => {
      const facts = asTold(raw as LegalAidInput);
      const { end, given } = lead(aid, (question) => answerFrom(question, facts as unknown as Facts), asOf);
      expect(end.kind === "asks" ? end.question.id : end.output, given.map(({ question }) => question.id).join(" ")).toEqual(
        legalAid.calculate(facts, asOf),
      );
    }),
    { numRuns: 600 },
  );
});

test("a great many ways through it end in a result that cites the law or hands over to a person", { timeout: 60_000 }, () => {
  for (const asOf of ["2026-11-25", "2025-06-01", "2027-03-01"]) {
    const { faults, longest } = walkInterview(aid, { library, asOf: Day.parse(asOf), walks: 600, seed: 7 });
    expect(faults).toEqual([]);
    expect(longest).toBeLessThanOrEqual(11);
  }
});
