import type { Day } from "../../provision.ts";
import { addDays } from "../calendar.ts";
import { isCurrent } from "../cited-law.ts";
import { nextFifth } from "../next-fifth.ts";
import { step } from "../reasoning.ts";
import { type FirstThirtyDaysInput, hasServed, servesInCommunity } from "./first-thirty-days-input.ts";
import { commune, item, type Suggest, when } from "./item.ts";

const circularDoubt = "Công an xã đang làm theo hướng dẫn năm 2024; có thể đã có quy định mới. Hạn trình diện thì xem trên giấy.";
const summonsDoubt = "Theo luật mới thì mấy ngày phải có mặt, bao lâu báo cáo một lần, em chưa đọc được. Hỏi Công an xã ngay.";
const absenceDoubt = "Được vắng mấy ngày, ai cho phép theo luật mới thì em chưa đọc được. Hỏi Công an xã trước khi đi.";

export const reporting: Suggest = (facts, asOf) => [
  ...when(hasServed(facts) && !facts.reported, () => reportAfterSentence(facts)),
  ...when(facts.releasedHow === "amnesty", showAmnestyPaper),
  ...when(facts.releasedHow === "conditional-release" && !facts.reported, answerSummons, () => reportByOldLaw(facts, asOf)),
  ...when(servesInCommunity(facts) && facts.releasedHow !== "conditional-release" && !facts.reported, askDays),
  ...when(servesInCommunity(facts), periodicReport),
  ...when(servesInCommunity(facts) || facts.penalties.length > 0, rollCall(nextFifth(asOf))),
  ...when(servesInCommunity(facts) || facts.penalties.includes("supervised-residence"), leaveOnlyWithConsent(facts)),
];

function reportAfterSentence({ releasedHow, reportBy, atWrittenAddress }: FirstThirtyDaysInput) {
  const paper = releasedHow === "amnesty" ? "Giấy chứng nhận đặc xá" : "Giấy chứng nhận chấp hành xong án phạt tù";
  return [
    item({
      id: "report",
      importance: "freedom",
      says: "Đến trình diện trong hạn ghi trên giấy chứng nhận. Mở giấy ra xem ngày, đi càng sớm càng tốt.",
      where: "Trụ sở Ủy ban xã, phường nơi về ở; Công an xã làm việc trực tiếp",
      bring: [paper],
      by: reportBy,
      urgent: reportBy === null,
      within: "hạn ghi trên giấy chứng nhận",
      rests: ["tt-10-2024-bca/9.2", "tt-10-2024-bca/9.1"],
      ifNot: [step("Không làm nghĩa vụ này có thể bị phạt cảnh cáo hoặc 500.000–1.000.000 đồng.", "nd-282-2025/17.1.a")],
      doubts: [circularDoubt],
    }),
    ...when(
      atWrittenAddress === false,
      item({
        id: "other-address",
        importance: "freedom",
        says: "Về ở địa chỉ khác với địa chỉ trên giấy thì nói rõ lý do khi trình diện. Vẫn được tiếp nhận nếu cư trú đúng luật.",
        where: commune,
        bring: [paper],
        rests: ["tt-10-2024-bca/9.3"],
        doubts: [circularDoubt],
      }),
    ),
  ];
}

const showAmnestyPaper = item({
  id: "show-amnesty-paper",
  importance: "freedom",
  says: "Đưa giấy chứng nhận đặc xá cho Ủy ban xã hoặc nơi làm việc xem khi về.",
  where: "Ủy ban nhân dân xã, phường, hoặc nơi làm việc",
  bring: ["Giấy chứng nhận đặc xá"],
  rests: ["luat-dac-xa-2018/20.2"],
});

const answerSummons = item({
  id: "answer-summons",
  importance: "freedom",
  urgent: true,
  says: "Công an xã gọi lên làm việc thì đến, khai lý lịch, viết cam kết. Chưa thấy gọi thì tự lên hỏi.",
  where: commune,
  bring: ["Giấy tờ về việc tha tù trước thời hạn"],
  rests: ["nd-231-2026/6.1.c", "nd-231-2026/6.2"],
  ifNot: [step("Không trình diện, không cam kết, không có mặt khi được gọi: phạt 2.000.000–3.000.000 đồng.", "nd-282-2025/17.3-tha-tu")],
  doubts: [summonsDoubt],
});

/** What the law of 2025 says instead has not been read. */
function reportByOldLaw(facts: FirstThirtyDaysInput, asOf: Day) {
  return when(isCurrent("luat-thahs-2019/59.2", asOf), () => [reportInFiveDays(facts)]);
}

function reportInFiveDays({ releasedOn }: FirstThirtyDaysInput) {
  return item({
    id: "report",
    importance: "freedom",
    says: "Trong 05 ngày từ khi được tha phải đến Ủy ban xã trình diện, cam kết.",
    where: "Ủy ban nhân dân xã, phường nơi về ở",
    bring: ["Giấy tờ về việc tha tù trước thời hạn"],
    by: releasedOn === null ? null : addDays(releasedOn, 5),
    urgent: releasedOn === null,
    within: "05 ngày từ khi được tha",
    rests: ["luat-thahs-2019/59.2"],
    ifNot: [step("Không trình diện, không cam kết, không có mặt khi được gọi: phạt 2.000.000–3.000.000 đồng.", "nd-282-2025/17.3-tha-tu")],
  });
}

const askDays = item({
  id: "ask-days",
  importance: "freedom",
  urgent: true,
  says: "Lên Công an xã hỏi ngày phải có mặt và ngày nộp báo cáo. Công an xã trực tiếp quản lý việc này.",
  where: commune,
  bring: ["Bản án hoặc quyết định của Tòa án"],
  rests: ["nd-231-2026/1.2.a", "nd-231-2026/21.2"],
  ifNot: [step("Vắng khi được gọi, không cam kết, không báo cáo: phạt 2.000.000–3.000.000 đồng.", "nd-282-2025/17.3-chung")],
  doubts: [summonsDoubt],
});

const periodicReport = item({
  id: "periodic-report",
  importance: "freedom",
  says: "Nộp báo cáo định kỳ cho Công an xã. Hỏi rõ bao lâu một lần.",
  where: commune,
  rests: ["nd-231-2026/8.1.a"],
  doubts: [summonsDoubt],
});

function rollCall(by: ReturnType<typeof nextFifth>) {
  return item({
    id: "roll-call",
    importance: "freedom",
    says: "Có mặt khi Công an xã điểm danh, trực tiếp hoặc qua ứng dụng.",
    where: commune,
    by,
    within: "trong 05 ngày đầu mỗi tháng",
    rests: ["nd-231-2026/10", "nd-231-2026/10.3"],
  });
}

function leaveOnlyWithConsent({ releasedHow }: FirstThirtyDaysInput) {
  return item({
    id: "leave-only-with-consent",
    importance: "freedom",
    urgent: true,
    says: "Rời xã từ 01 ngày trở lên thì phải khai báo tạm vắng và được đồng ý bằng văn bản trước.",
    where: commune,
    within: "trước khi đi",
    rests: ["luat-cu-tru-2020/31.1.a"],
    ifNot:
      releasedHow === "sentence-postponed"
        ? [step("Đi khi không được đồng ý: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4-hoan")]
        : releasedHow === "sentence-interrupted"
          ? []
          : [step("Đi không xin phép hoặc quá hạn: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4-chung")],
    doubts: [absenceDoubt],
  });
}
