import fc from "fast-check";
import { expect, test } from "vitest";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import type { Facts } from "../../../knowledge/interviews/facts.ts";
import { lead } from "../../../knowledge/interviews/follow.ts";
import { back } from "../../../knowledge/interviews/moves.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { Day } from "../../../knowledge/provision.ts";
import { judicialRecord } from "../../../knowledge/rules/judicial-record/judicial-record.ts";
import type { JudicialRecordInput } from "../../../knowledge/rules/judicial-record/judicial-record-input.ts";
import type { JudicialRecordOutput } from "../../../knowledge/rules/judicial-record/judicial-record-output.ts";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { realLibrary } from "../../support/library.ts";
import { answerFrom } from "./answer-from.ts";
import { interviewOf, today } from "./some-interview.ts";
import { shownAfter, standing, typeThrough, wordsOf } from "./type-through.ts";

const paper = interviewOf("phieu-ly-lich-tu-phap");

test.each([
  ["an employer demands form 2", ["xin việc làm", "phiếu số 2"], "need-not-submit after 2"],
  ["an employer demands form 2, by its number", ["1", "số 2"], "need-not-submit after 2"],
  ["an employer points to its own rules", ["xin việc làm", "theo nội quy"], "need-not-submit after 2"],
  ["an employer names no law", ["xin việc làm", "số một, không luật"], "need-not-submit after 2"],
  ["an employer asks, the law is not known", ["xin việc làm", "phiếu số 1"], "ask-for-basis after 2"],
  [
    "an employer names a decree",
    ["xin việc làm", "số một, có nói luật", "tôi tự xin", "đến nộp trực tiếp", "không rõ", "không diện nào"],
    "apply after 6",
  ],
  ["nobody has asked yet", ["xin việc làm", "chưa ai đòi", "1", "1", "2", "1", "1"], "apply after 7"],
  ["the civil service", ["thi công chức"], "need-not-submit after 1"],
  ["the court", ["tòa, công an cần"], "need-not-submit after 1"],
  ["an office that can look it up", ["thủ tục nhà nước", "họ tra được trên máy"], "need-not-submit after 2"],
  ["an office, the law is not known", ["thủ tục nhà nước", "1"], "ask-for-basis after 2"],
  ["to know one's own record, on the phone", ["tự xem", "tôi", "trên điện thoại", "2", "chưa đủ thời gian", "1"], "apply after 6"],
  ["to prove that it is cleared, on paper", ["chứng minh xóa án", "1", "2", "đã xóa, chưa rõ sửa", "hộ nghèo"], "apply after 5"],
  ["without VNeID, on the phone", ["tự xem", "1", "1", "chưa có", "không rõ", "1"], "cannot-this-way after 6"],
  ["level of VNeID not known", ["tự xem", "1", "1", "không rõ", "không rõ", "1"], "apply after 6"],
  ["a mother for her son", ["chứng minh xóa án", "cha mẹ, vợ, con", "2", "đủ điều kiện xóa", "1"], "apply after 5"],
  ["a brother without a paper", ["tự xem", "anh chị em", "chưa có", "1", "không rõ", "1"], "cannot-this-way after 6"],
  ["a brother, the kind of paper not known", ["tự xem", "anh chị em", "không rõ", "1", "không rõ", "1"], "hand-over after 6"],
  ["by post, registered nowhere", ["tự xem", "1", "gửi bưu điện", "chưa đăng ký đâu", "không rõ", "1"], "hand-over after 6"],
  ["for an embassy, from abroad", ["nộp cho nước ngoài", "số 2", "đang ở nước ngoài", "1", "có, đủ hết", "không rõ", "1"], "apply after 7"],
])("%s", (_, typed, expected) => {
  expect(standing(paper, typeThrough(paper, typed))).toBe(expected);
});

test("who is asked for form 2 gets a polite sentence to say, and is warned not to give it", () => {
  const shown = shownAfter(paper, ["xin việc làm", "phiếu số 2"]);
  expect(shown.heading).toBe("Theo lời kể, họ không được bắt anh/chị nộp phiếu này.");
  expect(shown.sections[0]?.title).toBe("Nói với họ thế này");
  expect(shown.sections[0]?.lines[0]).toMatch(/^“Dạ, .* ạ\? .*”$/);
  expect(wordsOf(shown)).toContain("Đừng đưa Phiếu số 2 cho nơi tuyển dụng");
  expect(shown.citations.map(({ label }) => label)).toContain("Luật sửa đổi Luật Lý lịch tư pháp năm 2025");
});

test.each([
  ["on paper", ["2", "chưa đủ thời gian", "không diện nào"], ["200.000 đồng một lần.", "Trong 01 giờ", "Ghi “có án tích”"]],
  ["on paper, a student", ["2", "đã xóa, đã sửa", "học sinh, sinh viên"], ["100.000 đồng một lần.", "Ghi “không có án tích”."]],
  ["on paper, poor", ["2", "không rõ", "hộ nghèo"], ["không phải trả phí", "em không nói được"]],
  [
    "on the phone, all there",
    ["1", "có, đủ hết", "đủ điều kiện xóa", "không diện nào"],
    ["không phải trả phí", "Trong 08 giờ làm việc", "không thấy phạm tội mới"],
  ],
  [
    "on the phone, not known",
    ["1", "có, chưa rõ đủ", "nay không còn là tội", "không diện nào"],
    ["Em chưa có số chắc", "Đúng ra ghi “không có án tích”"],
  ],
  ["on the phone, something missing", ["1", "có, còn thiếu", "không rõ", "không diện nào"], ["200.000 đồng một lần."]],
])("fee, time and what it says: %s", (_, typed, expected) => {
  const words = wordsOf(shownAfter(paper, ["chứng minh xóa án", "tôi tự xin", ...typed]));
  for (const each of [...expected, "5 ngày làm việc", "thêm 5.000 đồng", "Công an tỉnh, thành phố"]) expect(words).toContain(each);
});

test("how to tell the years in the camp is never guessed", () => {
  const words = wordsOf(shownAfter(paper, ["tự xem", "1", "2", "không rõ", "1"]));
  expect(words).toContain("Trước khi khai đoạn ở trại, hỏi nơi nhận hồ sơ ghi thế nào. Cứ khai đúng sự thật.");
});

test("going back and saying what else they said changes the result", () => {
  const state = typeThrough(paper, ["xin việc làm", "phiếu số 2"]);
  const again = back(paper, state, { asOf: today });
  expect(standing(paper, again)).toBe("doi-gi");
  expect(standing(paper, typeThrough(paper, ["hỏi rồi mà họ không nói được luật nào"], again))).toBe("need-not-submit after 2");
  expect(standing(paper, typeThrough(paper, ["có đưa ra luật hoặc nghị định"], again))).toBe("ai-xin");
});

test.each([
  [
    "công ty bắt nộp phiếu lý lịch tư pháp số 2 mới cho đi làm",
    ["viec-gi: Xin việc ở công ty, nhà máy, cửa hàng", "doi-gi: Đòi Phiếu số 2"],
  ],
  ["tui muốn tự xem hồ sơ của mình, nhà hộ nghèo", ["viec-gi: Tự xem hồ sơ mình", "dien-phi: Hộ nghèo"]],
  ["lý lịch tư pháp là gì", []],
])("what was said before is filled in: %s", (message, expected) => {
  expect(prefill(paper, message, today).map(({ question, said }) => `${question}: ${said}`)).toEqual(expected);
});

/** As people could tell it: no more than there is a button for. */
function asTold(facts: JudicialRecordInput): JudicialRecordInput {
  const abroadNow = facts.abroadNow && facts.appliedBy === "self";
  return {
    ...facts,
    ...demandTold(facts),
    ...wayTold({ ...facts, abroadNow }),
    abroadNow,
    atLeast16: true,
    citizenship: "vietnamese",
    copies: 1,
    needsVerification: null,
    filedOn: null,
    feeGroup: facts.feeGroup === "child" ? "none" : facts.feeGroup,
  };
}

function demandTold({ purpose, asked, legalBasis, dataConnected }: JudicialRecordInput): Partial<JudicialRecordInput> {
  const nothing = { legalBasis: null, dataConnected: null };
  switch (purpose) {
    case "know-own-record":
    case "prove-record-cleared":
      return { ...nothing, asked: null };
    case "civil-service":
    case "criminal-proceedings":
      return { ...nothing, asked: "unsaid" };
    case "abroad":
      return { ...nothing, asked: asked === "unsaid" ? null : asked };
    default: {
      if (asked === "form-2") return { ...nothing, asked };
      if (purpose === "administrative-procedure" && dataConnected === true) return { ...nothing, asked: "unsaid", dataConnected };
      if (asked === null && purpose !== "administrative-procedure") return nothing;
      const form = legalBasis === null ? "unsaid" : "form-1";
      // An office has no rules of its own to point to.
      return {
        dataConnected: null,
        asked: form,
        legalBasis: purpose === "administrative-procedure" && legalBasis === "internal-rule" ? "none" : legalBasis,
      };
    }
  }
}

function wayTold(facts: JudicialRecordInput): Partial<JudicialRecordInput> {
  const { appliedBy, abroadNow, channel, vneidLevelTwo, fiveKindsIntegrated } = facts;
  const unasked = { vneidLevelTwo: null, fiveKindsIntegrated: null, recordIntegrated: null };
  const closed = (appliedBy === "other" && channel === "online") || (abroadNow && channel === "in-person");
  if (closed || (channel === null && (appliedBy === "other" || abroadNow))) return { ...unasked, channel: null };
  if (channel === "in-person" || channel === "post") return unasked;
  if (vneidLevelTwo === null) return { ...unasked, channel: null };
  if (!vneidLevelTwo) return { fiveKindsIntegrated: false, recordIntegrated: false };
  return { recordIntegrated: fiveKindsIntegrated === true ? true : null };
}

test("whatever the facts, the interview comes to what the calculation comes to", { timeout: 120_000 }, () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(
      arbitraryOf(judicialRecord.input),
      fc.constantFrom(today, Day.parse("2026-07-01"), Day.parse("2027-03-01")),
      (any, asOf) => {
        const facts = asTold(any as JudicialRecordInput);
        const known = JSON.parse(JSON.stringify(facts)) as Facts;
        const { end } = lead(paper, (question) => answerFrom(question, known), asOf);
        if (end.kind === "asks") throw new Error(`nothing says ${end.question.id} of ${JSON.stringify(facts)}`);
        const [found, calculated] = [end.output as JudicialRecordOutput, judicialRecord.calculate(facts, asOf)];
        // Who need not hand it in is not asked how they would apply; otherwise the two are the same to the last word.
        const isWhole = found.papers.length > 0;
        expect(isWhole ? found : decided(found)).toEqual(isWhole ? calculated : decided(calculated));
        met.set(found.verdict, (met.get(found.verdict) ?? 0) + 1);
      },
    ),
    { numRuns: 1_000 },
  );
  for (const verdict of ["apply", "need-not-submit", "ask-for-basis", "cannot-this-way", "hand-over"])
    expect(met.get(verdict), verdict).toBeGreaterThan(30);
});

function decided({ verdict, form, mayDemand, because }: JudicialRecordOutput): object {
  return { verdict, form, mayDemand, because };
}

test("thousands of ways through it end in a result that cites the law or hands over to a person", { timeout: 120_000 }, () => {
  for (const asOf of ["2026-11-25", "2025-06-01", "2027-03-01"]) {
    const { faults, longest } = walkInterview(paper, { library: realLibrary(), asOf: Day.parse(asOf), walks: 1_000, seed: 7 });
    expect(faults.filter((fault) => asOf === "2026-11-25" || !fault.includes("never asked"))).toEqual([]);
    expect(longest).toBeLessThanOrEqual(9);
  }
});
