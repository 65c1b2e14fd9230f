import fc from "fast-check";
import { expect, test } from "vitest";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import type { Facts } from "../../../knowledge/interviews/facts.ts";
import { lead } from "../../../knowledge/interviews/follow.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { Day } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import { loan } from "../../../knowledge/rules/loan/loan.ts";
import type { LoanInput } from "../../../knowledge/rules/loan/loan-input.ts";
import type { LoanOutput } from "../../../knowledge/rules/loan/loan-output.ts";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { realLibrary } from "../../support/library.ts";
import { answerFrom } from "./answer-from.ts";
import { interviewOf, today } from "./some-interview.ts";
import { shownAfter, standing, typeThrough, wordsOf } from "./type-through.ts";

const borrowing = interviewOf("vay-von");
const library = realLibrary();

const ready = ["làm ăn", "mãn án", "10/3/2025", "1, 3", "không", "80 triệu", "5 năm", "có"];

test.each([
  ["served, on the list", ready, "conditions-met after 8"],
  [
    "served, not on the list yet",
    ["làm ăn", "mãn án", "10/3/2025", "giấy xong án", "không", "chưa biết", "3 năm", "có"],
    "not-yet after 8",
  ],
  [
    "served, nothing at hand",
    ["1", "1", "tháng 5 năm ngoái", "chưa có điều nào", "không", "50tr", "không biết", "không"],
    "not-yet after 8",
  ],
  ["a suspended sentence", ["buôn bán", "án treo", "không"], "not-eligible after 3"],
  ["non-custodial reform", ["làm ăn", "cải tạo không giam giữ", "sau cai nghiện"], "not-eligible after 3"],
  ["out for seven years", ["làm ăn", "được giảm án", "15/8/2019", "không"], "not-eligible after 4"],
  ["five years to the day", ["làm ăn", "mãn án", "25/11/2021", "1, 3", "không", "30 triệu", "3 năm", "có"], "conditions-met after 8"],
  ["five years and a day", ["làm ăn", "mãn án", "24/11/2021", "không"], "not-eligible after 4"],
  ["does not remember the day", ["làm ăn", "mãn án", "không nhớ", "không"], "hand-over after 4"],
  ["amnesty long ago: from when is not said", ["làm ăn", "đặc xá", "2/9/2021", "không"], "hand-over after 4"],
  ["amnesty last year", ["làm ăn", "đặc xá", "2/9/2025", "1, 3", "không", "30 triệu", "3 năm", "không"], "conditions-met after 8"],
  ["the paper is lost", ["làm ăn", "mãn án", "10/3/2025", "2, 3", "không", "30 triệu", "3 năm", "có"], "not-yet after 8"],
  ["on probation", ["làm ăn", "tha sớm, thử thách", "không", "50 triệu", "5 năm", "có"], "not-yet after 6"],
  ["still in prison", ["làm ăn", "còn ở trại", "không", "50 triệu", "5 năm", "có"], "not-yet after 6"],
  ["owes the bank for the same purpose", [...ready.slice(0, 4), "nợ ngân hàng này", "cùng việc này", ...ready.slice(5)], "not-yet after 9"],
  ["owes the bank, for what is not known", [...ready.slice(0, 4), "1", "không rõ", ...ready.slice(5)], "hand-over after 9"],
  ["money of the judgment is owed: no bar", [...ready.slice(0, 4), "nợ tiền bản án", ...ready.slice(5)], "conditions-met after 8"],
  ["learning a trade", ["học nghề", "mãn án", "10/3/2025", "1, 3", "không", "6 tháng", "6 tháng", "1 năm", "có"], "conditions-met after 9"],
  [
    "a business with enough workers",
    ["vay cho cơ sở", "hộ kinh doanh", "1, 2, 3", "12", "2", "không nợ", "100 triệu", "5 năm"],
    "conditions-met after 8",
  ],
  ["a business above 100 million without security", ["3", "1", "1, 2, 3", "12", "2", "không nợ", "101 triệu", "5 năm"], "not-yet after 8"],
  ["a business with one of twelve", ["3", "1", "1, 2, 3", "12", "1", "không nợ", "chưa biết", "chưa biết"], "not-yet after 8"],
  ["a business of another kind", ["3", "loại khác"], "not-eligible after 2"],
  ["a business that does not know its workers", ["3", "hợp tác xã", "1, 2", "không rõ", "không rõ"], "hand-over after 5"],
])("%s", (_, typed, expected) => {
  expect(standing(borrowing, typeThrough(borrowing, typed))).toBe(expected);
});

test("the result gives sum, terms, what a month costs, and a table that ends with nothing owed", () => {
  const shown = shownAfter(borrowing, ready);
  const words = wordsOf(shown);
  expect(words).toContain("Nhiều nhất 100.000.000 đồng một người");
  expect(words).toContain("Hết ngày 10/3/2030 là quá 05 năm");
  // 80 million over 60 months at 0,52%: 1.333.333 and 416.000.
  expect(words).toContain("Lần đầu trả 1.749.333 đồng");
  expect(words).toContain("không phải lúc ghi tên");
  expect(words).not.toMatch(/sẽ được vay|chắc chắn/);
  expect(shown.table?.rows).toHaveLength(60);
  expect(shown.table?.rows.at(-1)?.at(-1)).toBe("0 đồng");
  expect(shown.person).toBe(false);
});

test("who is not on the list is told which day it is next written, and what is missing", () => {
  const shown = shownAfter(borrowing, ["làm ăn", "mãn án", "10/3/2025", "giấy xong án", "không", "chưa biết", "3 năm", "có"]);
  expect(shown.sections[0]).toEqual({
    title: "Còn thiếu",
    lines: ["Phải có tên trong danh sách Công an xã lập, Ủy ban xã xác nhận (Mẫu số 01)."],
  });
  expect(wordsOf(shown)).toContain("lần tới là ngày 05/12/2026");
  expect(shown.next[0]).toContain("Báo Công an xã");
});

test("who does not fit is asked nothing more about themselves, and shown where else to ask", () => {
  const shown = shownAfter(borrowing, ["buôn bán", "án treo", "sau cai nghiện"]);
  expect(shown.working).toHaveLength(1);
  expect(wordsOf(shown)).toContain("vay tạo việc làm");
  expect(wordsOf(shown)).toContain("sau cai nghiện có chương trình riêng");
  expect(wordsOf(shown)).not.toContain("Chưa rõ điều này");
});

test("a year alone is taken so that nobody is told no too early, and what hangs on it is said", () => {
  const years = (typed: string) => shownAfter(borrowing, ["làm ăn", "mãn án", typed, ...ready.slice(3)]);
  expect(years("2024").roughly).toEqual(["Em chỉ biết là năm 2024, nên lấy ngày cuối: 31/12/2024. Có ngày đúng thì kết quả có thể khác."]);
  expect(years("năm 2021")).toMatchObject({
    verdict: "conditions-met",
    roughly: [
      "Em chỉ biết là năm 2021, nên lấy ngày cuối: 31/12/2021. Lấy ngày khác thì kết quả đổi hẳn: anh/chị xem ngày đúng trên giấy rồi tính lại.",
    ],
  });
});

test("changing one's mind about how one came out leaves nothing of the other way behind", () => {
  const state = typeThrough(borrowing, ready);
  const changed = { ...state, at: "cach-ra" };
  const treo = typeThrough(borrowing, ["án treo"], changed);
  expect(standing(borrowing, treo)).toBe("duong-khac");
  expect(standing(borrowing, typeThrough(borrowing, ["không"], treo))).toBe("not-eligible after 3");
});

test.each([
  [
    "tôi ra tù 2 năm muốn vay 80 triệu nuôi bò",
    ["viec-gi: Làm ăn, buôn bán, chăn nuôi, mở tiệm", "ngay-xong: năm 2024, ngày tháng chưa rõ", "so-tien: 80.000.000 đồng"],
  ],
  [
    "chồng em mãn án 5/2025, muốn vay 50tr mở quán trả trong 3 năm",
    [
      "viec-gi: Làm ăn, buôn bán, chăn nuôi, mở tiệm",
      "cach-ra: Ở hết án",
      "ngay-xong: tháng 5/2025, ngày chưa rõ",
      "so-tien: 50.000.000 đồng",
      "tra-trong: 3 năm",
    ],
  ],
  ["em đang án treo muốn vay làm ăn", ["viec-gi: Làm ăn, buôn bán, chăn nuôi, mở tiệm", "cach-ra: Án treo, không phải đi tù"]],
  ["cho hỏi điều kiện vay vốn", []],
])("what was said before is filled in: %s", (message, expected) => {
  expect(prefill(borrowing, message, today).map(({ question, said }) => `${question}: ${said}`)).toEqual(expected);
});

/** As people could tell it: no answer that only a record would give, and nothing that is taken without asking. */
function asTold({ borrower, amountAsked, repay }: LoanInput): LoanInput {
  const asked = { province: null, repay: repay && { ...repay, every: "month" as const } };
  const sum = amountAsked && Math.min(10_000_000_000, Math.max(1_000_000, amountAsked));
  if (borrower.kind === "enterprise") {
    const { lawful, contracts, planConfirmed, collateral } = borrower;
    const has = {
      lawful: lawful === true,
      contracts: contracts === true,
      planConfirmed: planConfirmed === true,
      collateral: collateral === true,
    };
    return { ...asked, amountAsked: sum, borrower: { ...borrower, ...has } };
  }
  const { release, purpose } = borrower;
  const inside = release === "conditional-release-on-probation" || release === "still-in-prison";
  const paper = release === "amnesty" ? "amnesty" : "completion";
  return {
    ...asked,
    amountAsked: purpose === "training" ? null : sum,
    borrower: {
      ...borrower,
      certificate:
        borrower.certificate === "lost" || borrower.certificate === null ? "lost" : borrower.certificate === "none" ? "none" : paper,
      onPoliceList: !inside && borrower.onPoliceList === true,
      residence: !inside && borrower.residence === "permanent" ? "permanent" : null,
      lawAbiding: borrower.lawAbiding !== false,
      socialEvils: borrower.socialEvils === true,
      judgmentMoneyOwed: borrower.judgmentMoneyOwed === true,
      afterDrugTreatment: borrower.afterDrugTreatment === true,
      abroadContract: borrower.abroadContract === true,
      fullCapacity: null,
      hasPlan: null,
    },
  };
}

/** Anybody, and more often somebody who came out of prison a while ago and has most of what is needed. */
const anybody = fc.oneof(
  arbitraryOf(loan.input),
  fc
    .record({
      any: arbitraryOf(loan.input),
      daysAgo: fc.integer({ min: 0, max: 2_200 }),
      ready: fc.subarray(["onPoliceList", "lawAbiding"]),
    })
    .map(({ any, daysAgo, ready }) => {
      const facts = any as LoanInput;
      const has = Object.fromEntries(ready.map((name) => [name, true]));
      const out = { release: "served", endedOn: addDays(today, -daysAgo), certificate: "completion", socialEvils: false, ...has };
      return facts.borrower.kind === "enterprise" ? facts : { ...facts, borrower: { ...facts.borrower, ...out } };
    }),
);

test("whatever the facts, the interview comes to what the calculation comes to", { timeout: 120_000 }, () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(anybody, fc.constantFrom(today, Day.parse("2025-06-01"), Day.parse("2027-03-01")), (any, asOf) => {
      const facts = asTold(any as LoanInput);
      const known = JSON.parse(JSON.stringify(facts)) as Facts;
      const { end } = lead(borrowing, (question) => answerFrom(question, known), asOf);
      if (end.kind === "asks") throw new Error(`nothing says ${end.question.id} of ${JSON.stringify(facts)}`);
      const [found, calculated] = [end.output as LoanOutput, loan.calculate(facts, asOf)];
      // Where nothing turns on the rest any more it is not asked for; otherwise the two are the same to the last word.
      const isWhole = found.papers.length > 0;
      expect(isWhole ? written(found) : decided(found)).toEqual(isWhole ? written(calculated) : decided(calculated));
      expect(calculated.conditions).toEqual(expect.arrayContaining(found.conditions));
      const ending = `${found.verdict}${isWhole ? "" : ", early"}`;
      met.set(ending, (met.get(ending) ?? 0) + 1);
    }),
    { numRuns: 600 },
  );
  for (const ending of ["conditions-met", "not-yet", "hand-over", "hand-over, early", "not-eligible, early"])
    expect(met.get(ending), ending).toBeGreaterThan(10);
});

function written({ instalments, ...rest }: LoanOutput): object {
  return { ...rest, instalments: JSON.stringify(instalments) };
}

function decided({ verdict, lastDay, nextListDay, alternatives }: LoanOutput): object {
  return { verdict, lastDay, nextListDay, alternatives };
}

test("thousands of ways through it end in a result that cites the law or hands over to a person", { timeout: 120_000 }, () => {
  for (const asOf of ["2026-11-25", "2025-06-01", "2027-03-01"]) {
    const { faults, results, longest } = walkInterview(borrowing, { library, asOf: Day.parse(asOf), walks: 300, seed: 7 });
    expect(faults).toEqual([]);
    expect([...results.keys()].sort()).toEqual(["conditions-met", "hand-over", "not-eligible", "not-yet"]);
    expect(longest).toBeLessThanOrEqual(10);
  }
});
