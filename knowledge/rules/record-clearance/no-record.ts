import { Day } from "../../provision.ts";
import type { Question, UnderLaw } from "./case.ts";
import type { EndedBy, OffenceClass, RecordFacts } from "./facts.ts";
import { close, found, handOver, type Step } from "./verdict.ts";

/** Since when the Penal Code of 2015 is in force. */
export const penalCodeFrom = Day.parse("2018-01-01");
/** Last day of its Article 107 as it was read; the law on juvenile justice of 2024 follows. */
export const juvenileArticleTo = Day.parse("2025-12-31");

export const juvenileLawDoubt =
  "Từ 01/01/2026 có Luật Tư pháp người chưa thành niên. Điều về án tích của luật đó em chưa đọc được, anh/chị hỏi luật sư hoặc trợ giúp pháp lý.";

/** BƯỚC 1: what leaves no record at all; and where there is one, under which law it is cleared. */
export function findNoRecord({ facts, asOf }: Question): Step<UnderLaw> {
  if (asOf < penalCodeFrom) return handOver("Ngày hỏi ở trước 01/01/2018. Luật lúc đó em chưa đọc đủ để tính.");
  if (facts.penaltyExempted === true) return judgeExemption(facts);
  if (facts.decriminalised === true) return judgeDecriminalised(facts, asOf);
  if (facts.fault === "negligent") {
    const offence = classOf(facts);
    if (isLight(offence)) return negligentAndLight(facts, offence);
  }
  if (facts.ageAtOffence === null) return handOver("Chưa biết tuổi lúc phạm tội. Người dưới 18 tuổi có quy định riêng.", "blhs-2015/107.1");
  if (facts.ageAtOffence < 18) return judgeJuvenile(facts, asOf);
  return judgeAdult(facts, asOf);
}

function judgeExemption({ mainPenalty }: RecordFacts): Step<never> {
  if (mainPenalty !== null)
    return handOver(
      "Đã ghi được miễn hình phạt mà lại có hình phạt chính. Miễn hình phạt khác với miễn phần hình phạt còn lại.",
      "blhs-2015/69.2",
    );
  return close("none-needed", {
    because: ["blhs-2015/69.2"],
    working: ["Anh/chị được Tòa miễn hình phạt.", "Người được miễn hình phạt không bị coi là có án tích.", askForForm],
  });
}

const penaltyDone: readonly (EndedBy | null)[] = [
  "served",
  "served-reduced",
  "paid",
  "amnesty",
  "probation-ended",
  "conditional-release-probation-ended",
  "conditional-release-probation-shortened",
];

function judgeDecriminalised(facts: RecordFacts, asOf: Day): Step<never> {
  if (!penaltyDone.includes(facts.mainEndedBy) || isAhead(facts.probationEndsOn ?? facts.mainEndedOn, asOf))
    return handOver(
      "Việc này nay không còn là tội, nhưng chưa rõ anh/chị đã xong hoặc được miễn hình phạt chưa. Chỉ khi đã xong thì mới đương nhiên được xóa.",
      "nq-41-2017-qh14/2.2.g",
    );
  return close("none-needed", {
    because: ["nq-41-2017-qh14/2.2.g"],
    working: [
      "Việc anh/chị bị kết án nay luật không còn coi là tội.",
      "Anh/chị đã xong hình phạt, nên án tích này đương nhiên được xóa, không phải chờ.",
      askForForm,
    ],
  });
}

function negligentAndLight(facts: RecordFacts, offence: OffenceClass): Step<never> {
  const young = facts.ageAtOffence !== null && facts.ageAtOffence < 18;
  return close("none-needed", {
    because: ["blhs-2015/69.2", offence === "nghiêm trọng" ? "blhs-2015/9.1.b" : "blhs-2015/9.1.a"],
    working: [
      `Anh/chị phạm tội do vô ý, thuộc loại tội ${offence}.`,
      "Tội như vậy không bị coi là có án tích, không phải chờ ngày nào.",
      askForForm,
    ],
    doubts: young && !judgedUnderArticle107(facts) ? [juvenileLawDoubt] : [],
  });
}

function isAhead(day: Day | null, asOf: Day): boolean {
  return day !== null && day > asOf;
}

function judgeAdult(facts: RecordFacts, asOf: Day): Step<UnderLaw> {
  if (facts.fault !== "intentional") {
    const offence = classOf(facts);
    if (offence === "conflicting") return conflictingClass;
    if (offence === "unknown")
      return handOver("Chưa biết khung phạt cao nhất của tội vô ý này. Khung đến 7 năm thì không có án tích.", "blhs-2015/69.2");
    if (facts.fault === null && isLight(offence))
      return handOver("Chưa biết phạm tội vô ý hay cố ý. Tội này mà vô ý thì không có án tích.", "blhs-2015/69.2");
  }
  return found({ facts, asOf, law: "general" });
}

/** Article 107, which knows of no other test than age, class and fault; only for judgments before the law of 2026. */
function judgeJuvenile(facts: RecordFacts, asOf: Day): Step<UnderLaw> {
  const { ageAtOffence, judgmentFinalOn } = facts;
  if (ageAtOffence === null || ageAtOffence < 14)
    return handOver("Dưới 14 tuổi lúc phạm tội thì điều luật đã đọc không nói tới.", "blhs-2015/107.1");
  if (judgmentFinalOn === null)
    return handOver("Chưa biết ngày bản án có hiệu lực. Người dưới 18 tuổi bị kết án từ 01/01/2026 theo luật khác.", "blhs-2015/107.1");
  if (!judgedUnderArticle107(facts)) return handOver(juvenileLawDoubt);
  if (ageAtOffence < 16) return noRecordAsJuvenile("từ đủ 14 đến dưới 16 tuổi", asOf);
  const offence = classOf(facts);
  if (offence === "conflicting") return conflictingClass;
  if (offence === "unknown") return handOver("Chưa biết loại tội (khung phạt cao nhất).", "blhs-2015/107.1", "blhs-2015/9.1");
  if (isLight(offence)) return noRecordAsJuvenile(`từ đủ 16 đến dưới 18 tuổi, tội ${offence}`, asOf);
  if (offence === "rất nghiêm trọng" && facts.fault === null) return handOver("Chưa biết phạm tội vô ý hay cố ý.", "blhs-2015/107.1");
  if (offence === "rất nghiêm trọng" && facts.fault === "negligent")
    return noRecordAsJuvenile("từ đủ 16 đến dưới 18 tuổi, tội rất nghiêm trọng do vô ý", asOf);
  return found({ facts, asOf, law: "juvenile" });
}

function noRecordAsJuvenile(who: string, asOf: Day): Step<never> {
  return close("none-needed", {
    because: ["blhs-2015/107.1"],
    working: [`Lúc phạm tội anh/chị ${who}.`, "Luật đến hết 31/12/2025 coi người như vậy là không có án tích.", askForForm],
    doubts: asOf > juvenileArticleTo ? [juvenileLawDoubt] : [],
  });
}

function judgedUnderArticle107({ judgmentFinalOn }: RecordFacts): boolean {
  return judgmentFinalOn !== null && judgmentFinalOn <= juvenileArticleTo;
}

function isLight(offence: OffenceClass | "unknown" | "conflicting"): offence is "ít nghiêm trọng" | "nghiêm trọng" {
  return offence === "ít nghiêm trọng" || offence === "nghiêm trọng";
}

/** Article 9.1: by the highest year of the frame. */
function classOf(facts: RecordFacts): OffenceClass | "unknown" | "conflicting" {
  const { frameMaxYears, offenceClass } = facts;
  if (frameMaxYears === null) return offenceClass ?? "unknown";
  const byFrame = classOfFrame(frameMaxYears);
  return offenceClass === null || offenceClass === byFrame ? byFrame : "conflicting";
}

function classOfFrame(years: number): OffenceClass {
  if (years <= 3) return "ít nghiêm trọng";
  if (years <= 7) return "nghiêm trọng";
  return years <= 15 ? "rất nghiêm trọng" : "đặc biệt nghiêm trọng";
}

const askForForm = "Muốn có giấy, anh/chị xin Phiếu lý lịch tư pháp số 1.";
const conflictingClass = handOver("Loại tội và khung phạt cao nhất không khớp nhau.", "blhs-2015/9.1");
