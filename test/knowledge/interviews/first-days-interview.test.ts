import fc from "fast-check";
import { expect, test } from "vitest";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import type { Facts } from "../../../knowledge/interviews/facts.ts";
import { lead } from "../../../knowledge/interviews/follow.ts";
import { Day } from "../../../knowledge/provision.ts";
import { firstThirtyDays } from "../../../knowledge/rules/first-thirty-days/first-thirty-days.ts";
import type { FirstThirtyDaysInput } from "../../../knowledge/rules/first-thirty-days/first-thirty-days-input.ts";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { answerFrom } from "./answer-from.ts";
import { interviewOf, library, type Shown, typedThrough } from "./some-interview.ts";

const slug = "30-ngay-dau";
const firstDays = interviewOf(slug);
const none = "không";

/** The lines under a title, in one text; empty where the title is not shown. */
function under(title: string, { sections }: Shown): string {
  return (sections.find((section) => section.title === title)?.lines ?? []).join("\n");
}

test("served, not yet reported, nothing missing: eight questions, the date on the paper first", () => {
  const shown = typedThrough(slug, ["ở hết án", "chưa", "30/11/2026", none, "có tên ở đây", none, none, "cần vay làm ăn"]);
  expect(shown).toMatchObject({ verdict: "checklist", person: false, former: [] });
  expect(shown.asked).toHaveLength(8);
  expect(shown.sections.map(({ title, lines }) => `${title}: ${lines.length}`)).toEqual(["Có hạn: 2", "Trong tháng này: 1"]);
  expect(under("Có hạn", shown).split("\n")[0]).toBe(
    "Đến hết ngày 30/11/2026 (hạn ghi trên giấy chứng nhận): Đến trình diện trong hạn ghi trên giấy chứng nhận. Mở giấy ra xem ngày, đi càng sớm càng tốt. Ở đâu: Trụ sở Ủy ban xã, phường nơi về ở; Công an xã làm việc trực tiếp. Mang theo: Giấy chứng nhận chấp hành xong án phạt tù. Không làm nghĩa vụ này có thể bị phạt cảnh cáo hoặc 500.000–1.000.000 đồng.",
  );
  expect(under("Có hạn", shown)).toContain("Đến hết ngày 05/12/2026 (trước ngày 05 hằng tháng): Muốn vay vốn");
  expect(under("Trong tháng này", shown)).toContain("Giữ kỹ giấy chứng nhận");
});

test.each<readonly [string, readonly string[], number, string, RegExp]>([
  [
    "the date on the paper is past",
    ["ở hết án", "chưa", "20/11/2026", none, "1", none, none, none],
    8,
    "Đã quá hạn, làm ngay",
    /Đến trình diện .* Hạn là ngày 20\/11\/2026, đã qua/,
  ],
  [
    "no date on the paper",
    ["ở hết án", "chưa", "không thấy ghi", none, "1", none, none, none],
    8,
    "Làm ngay",
    /Đến trình diện .* Khi nào: hạn ghi trên giấy/,
  ],
  [
    "another address than the paper's",
    ["đặc xá", "chưa, ở chỗ khác", "30/11/2026", none, "1", none, none, none],
    8,
    "Trong tháng này",
    /địa chỉ khác .* Mang theo: Giấy chứng nhận đặc xá/,
  ],
  ["everything done", ["ở hết án", "rồi", none, "1", none, none, none], 7, "Trong tháng này", /^Giữ kỹ giấy chứng nhận/],
  [
    "early release, not yet called",
    ["tha sớm, thử thách", "chưa", none, "1", none, none, none],
    7,
    "Làm ngay",
    /Chưa thấy gọi thì tự lên hỏi.*2\.000\.000–3\.000\.000/,
  ],
  [
    "a suspended sentence, leaving the commune",
    ["án treo", "rồi", none, "1", none, none, none],
    7,
    "Làm ngay",
    /Rời xã từ 01 ngày trở lên .* Khi nào: trước khi đi/,
  ],
  ["supervised residence", ["ở hết án", "rồi", "quản chế", "1", none, none, none], 7, "Làm ngay", /không tự ý rời nơi đó/],
  [
    "nowhere to sleep",
    ["ở hết án", "rồi", none, "không có chỗ ở", "chưa từng có", none, none, none],
    8,
    "Làm ngay",
    /Tối nay chưa có chỗ ở thì đến Ủy ban xã/,
  ],
  [
    "registered elsewhere",
    ["ở hết án", "rồi", none, "có tên ở xã khác", none, none, "16/11/2026", none],
    8,
    "Có hạn",
    /16\/12\/2026 .*đăng ký tạm trú/,
  ],
  [
    "the card is lost",
    ["ở hết án", "rồi", none, "1", none, "thẻ căn cước", "bị mất", none],
    8,
    "Trong tháng này",
    /Mất thẻ căn cước thì xin cấp lại/,
  ],
  [
    "medicine and HIV in a poor household, uninsured",
    ["ở hết án", "rồi", none, "1", "1, 3, 4", "bảo hiểm y tế", none],
    7,
    "Trong tháng này",
    /Hộ nghèo, cận nghèo có nhóm bảo hiểm y tế.*\nNgười nhiễm HIV/,
  ],
  [
    "a child born in October",
    ["ở hết án", "rồi", none, "1", "con chưa khai sinh", none, "15/10/2026", none],
    8,
    "Có hạn",
    /14\/12\/2026 .*Khai sinh cho con/,
  ],
  [
    "76 years old",
    ["ở hết án", "rồi", none, "1", "từ 70 tuổi trở lên", none, none, "đủ 75 rồi"],
    8,
    "Trong tháng này",
    /trợ cấp hưu trí xã hội/,
  ],
  [
    "abroad, owing money",
    ["ở hết án", "rồi", "định đi nước ngoài", "còn nợ tiền bản án", "1", none, none],
    7,
    "Trong tháng này",
    /tạm hoãn xuất cảnh/,
  ],
])("%s: so many questions, and this on the list", (_, typed, questions, title, line) => {
  const shown = typedThrough(slug, typed);
  expect(shown.asked).toHaveLength(questions);
  expect(under(title, shown)).toMatch(line);
});

test("with nearly everything amiss there are twelve questions, and no line has a hole", () => {
  const [prison, money, home] = ["1, 2, 3, 4, 5, 6, 7", "1, 2, 3, 4, 5", "1, 2, 3, 4, 5, 6, 7, 8"];
  const before = ["ở hết án", "chưa, ở chỗ khác", "30/11/2026", prison, money, "có tên ở xã khác", home];
  const after = ["1, 2, 3, 4, 5, 7, 8, 9", "trại đang giữ", "tháng 11/2026", "1/11/2026", "đủ 75 rồi"];
  const shown = typedThrough(slug, [...before, ...after]);
  expect(shown.asked).toHaveLength(12);
  expect(shown.roughly.join()).toContain("lấy ngày đầu: 01/11/2026");
  for (const line of shown.sections.flatMap(({ lines }) => lines)) expect(line).not.toMatch(/[{}[\]]|null|undefined|: \.|: ,/);
});

test("who does not know how they came out is sent to the commune and to a person", () => {
  const shown = typedThrough(slug, ["không rõ"]);
  expect(shown).toMatchObject({ verdict: "hand-over", person: true, sections: [] });
  expect(shown.next[0]).toContain("Công an xã");
});

test("what was said in talk is not asked again, and a list is asked though one thing of it was said", () => {
  const talk = "em mãn hạn tù hôm qua, chưa trình diện, không có chỗ ở, muốn kiếm việc làm";
  const shown = typedThrough(slug, ["ko thay ghi", "ko", "chưa từng có", "ko co", "khong thieu gi", "can tim viec"], { talk });
  expect(shown.given.map(({ question, said }) => `${question}=${said}`).slice(0, 5)).toEqual([
    "ra-cach-nao=Ở hết án, kể cả được giảm án",
    "trinh-dien=Chưa đến, và ở đúng địa chỉ ghi trên giấy",
    "han-trinh-dien=Không thấy ghi, hoặc không còn giấy",
    "dieu-cam=Không có điều nào",
    "noi-o=Tối nay chưa có chỗ ở",
  ]);
  expect(under("Trong tháng này", shown)).toContain("giới thiệu việc làm");
});

/** As people can tell it: what they do not know to be amiss is in order, and only what makes a difference is told apart. */
function asTold(facts: FirstThirtyDaysInput): FirstThirtyDaysInput {
  const { age, reported, phone, licence, certificate } = facts;
  const among = <Item>(order: readonly Item[], given: readonly Item[]) => order.filter((each) => given.includes(each));
  return {
    ...facts,
    atWrittenAddress: reported ? null : facts.atWrittenAddress !== false,
    penalties: among(["supervised-residence", "residence-ban", "work-ban", "driving-ban", "civil-rights"], facts.penalties),
    illness: among(["medicine", "opioid-substitution", "hiv"], facts.illness),
    certificate: certificate === "lost" ? "lost" : "have",
    prisonReturned: facts.prisonReturned ?? "all",
    idCard: facts.idCard ?? "have",
    phone: phone === "other-name" || phone === "none" ? "none" : "own-name",
    vneidLevelTwo: facts.vneidLevelTwo !== false,
    bank: facts.bank ?? "working",
    healthInsurance: facts.healthInsurance !== false,
    licence: licence === "car-expired" ? licence : "none",
    placeTonight: facts.placeTonight !== false,
    poorHousehold: facts.poorHousehold === true,
    age: age === null || age < 70 ? null : age < 75 ? 70 : 75,
    judgmentMoneyOwed: facts.judgmentMoneyOwed === true,
  };
}

test("whatever the facts, the interview finds the very list that the calculation finds", () => {
  const days = fc.constantFrom("2024-04-30", "2025-06-01", "2026-06-30", "2026-11-25", "2027-03-05").map((day) => Day.parse(day));
  fc.assert(
    fc.property(arbitraryOf(firstThirtyDays.input), days, (raw, asOf) => {
      const facts = asTold(raw as FirstThirtyDaysInput) as unknown as Facts;
      const { end, given } = lead(firstDays, (question) => answerFrom(question, facts), asOf);
      expect(end.kind === "asks" ? end.question.id : end.output).toEqual(firstThirtyDays.calculate(raw, asOf));
      expect(given.length).toBeLessThanOrEqual(13);
    }),
    { numRuns: 600 },
  );
});

test("a great many ways through it end in a list that cites the law or hand over to a person", { timeout: 60_000 }, () => {
  for (const asOf of ["2026-11-25", "2025-06-01", "2028-02-29"]) {
    const { faults, longest } = walkInterview(firstDays, { library, asOf: Day.parse(asOf), walks: 400, seed: 7 });
    expect(faults).toEqual([]);
    expect(longest).toBeLessThanOrEqual(13);
  }
});
