import { type Day, writtenDay } from "../../provision.ts";
import { addDays, addMonths, daysBetween } from "../calendar.ts";
import type { ArticleId } from "./articles.ts";
import type { Started, Timed } from "./case.ts";
import type { EndedBy, MainPenalty, PenaltyKind, RecordFacts } from "./facts.ts";
import { andThen, found, handOver, joinNotes, type Notes, type Step } from "./verdict.ts";

/** BƯỚC 4: the day on which the main penalty was ended, which starts the clock. */
export function startClock(known: Timed): Step<Started> {
  const { facts, branch } = known;
  const { mainPenalty, mainEndedBy } = facts;
  if (mainPenalty === null) return handOver("Chưa biết hình phạt chính Tòa đã tuyên.", "blhs-2015/73.1");
  if (mainPenalty.kind === "warning" && facts.mainEndedOn === null) return handOver(warningDoubt, "blhs-2015/70.2.a-canh-cao");
  if (mainEndedBy === null) return handOver("Chưa biết hình phạt chính đã xong chưa, xong bằng cách nào.", "blhs-2015/73.1");
  if (!endings[mainPenalty.kind].includes(mainEndedBy))
    return handOver("Hình phạt chính và cách chấp hành xong không khớp nhau, phải xem lại giấy tờ.", "blhs-2015/73.1");
  if (mainEndedBy === "limitation-expired" && branch === "court")
    return handOver("Tội thuộc nhóm này không có thời hiệu thi hành bản án, nên không thể hết thời hiệu.", "blhs-2015/61");
  return andThen(checkPapers(facts, mainPenalty), () => {
    const startedOn = findMainEnd(facts);
    if (startedOn === null) return handOver(`Chưa biết ${missingDay[mainEndedBy] ?? "ngày xong hình phạt chính"}.`, "blhs-2015/73.1");
    if (facts.judgmentFinalOn !== null && startedOn < facts.judgmentFinalOn) return handOverAhead(mainPenalty.kind);
    return found({ ...known, startedOn }, describeEnd({ ...known, startedOn }));
  });
}

/** Done before the judgment took effect: no text that was read says from when the clock then runs. */
function handOverAhead(kind: PenaltyKind): Step<never> {
  if (kind === "fine")
    return handOver(
      "Tiền phạt nộp đủ trước ngày bản án có hiệu lực; lúc đó thời gian chờ tính từ ngày nào thì em chưa rõ.",
      "blhs-2015/70.2.a-phat-tien",
    );
  return handOver(
    "Ngày xong hình phạt ở trước ngày bản án có hiệu lực (như được thả ngay tại tòa). Ngày này phải theo giấy của cơ quan thi hành án.",
    "blhs-2015/38.1-2",
  );
}

const warningDoubt = "Phạt cảnh cáo coi là xong từ ngày nào thì em chưa thấy văn bản nói rõ.";

const custodial: readonly EndedBy[] = [
  "served",
  "served-reduced",
  "amnesty",
  "conditional-release-probation-ended",
  "conditional-release-probation-shortened",
  "limitation-expired",
];
/** How each penalty can come to its end; anything else is a mistake in the facts, or a sentence that was changed. */
const endings: Record<PenaltyKind, readonly EndedBy[]> = {
  warning: ["served"],
  fine: ["paid", "served", "served-reduced", "limitation-expired"],
  "non-custodial-reform": ["served", "served-reduced", "limitation-expired"],
  "suspended-prison": ["probation-ended", "limitation-expired"],
  prison: custodial,
  "life-imprisonment": custodial,
  "death-commuted": custodial,
};

const missingDay: Partial<Record<EndedBy, string>> = {
  served: "ngày xong hình phạt ghi trên giấy chứng nhận",
  "served-reduced": "ngày xong hình phạt ghi trên giấy chứng nhận",
  paid: "ngày nộp đủ tiền phạt",
  amnesty: "ngày được đặc xá",
  "probation-ended": "ngày hết thời gian thử thách của án treo",
  "conditional-release-probation-ended": "ngày hết thời gian thử thách của tha tù trước thời hạn",
  "conditional-release-probation-shortened": "ngày hết thời gian thử thách sau khi được rút ngắn",
  "limitation-expired": "ngày hết thời hiệu thi hành bản án",
};

/** The day the papers give, or null where they give none. */
export function findMainEnd(facts: RecordFacts): Day | null {
  switch (facts.mainEndedBy) {
    case "served":
    case "served-reduced":
    case "amnesty":
      return facts.mainEndedOn ?? (isCustodial(facts.mainPenalty) ? facts.releasedOn : null);
    case "paid":
      return facts.mainEndedOn;
    case "probation-ended":
      return facts.probationEndsOn ?? facts.mainEndedOn;
    // The day of release is not the end of the probation that follows it.
    case "conditional-release-probation-ended":
      return facts.probationEndsOn ?? (facts.mainEndedOn === facts.releasedOn ? null : facts.mainEndedOn);
    case "conditional-release-probation-shortened":
      return facts.mainEndedOn === null || facts.mainEndedOn === facts.releasedOn ? facts.probationEndsOn : facts.mainEndedOn;
    case "limitation-expired":
      return facts.mainEndedOn ?? limitationEnd(facts);
    default:
      return null;
  }
}

/** Article 60.2: how long a judgment can be enforced, counted from the day it took effect. */
function limitationEnd({ mainPenalty, judgmentFinalOn }: RecordFacts): Day | null {
  const years = mainPenalty && limitationYears(mainPenalty);
  return judgmentFinalOn !== null && typeof years === "number" ? addMonths(judgmentFinalOn, years * 12) : null;
}

function limitationYears(penalty: MainPenalty): number | null {
  const { kind } = penalty;
  if (kind === "fine" || kind === "non-custodial-reform") return 5;
  if (kind === "life-imprisonment" || kind === "death-commuted") return 20;
  if (kind === "warning") return null;
  const { months } = penalty;
  if (months === null) return null;
  if (months <= 36) return 5;
  return months <= 180 ? 10 : 15;
}

/** Dates that contradict each other: somebody must look at the papers. */
function checkPapers(facts: RecordFacts, penalty: MainPenalty): Step<void> {
  const { mainEndedBy } = facts;
  if (isServed(mainEndedBy) && isCustodial(penalty) && isAfter(facts.mainEndedOn, facts.releasedOn))
    return handOver("Ngày ra trại ở trước ngày xong án, nên chưa rõ ngày nào là ngày xong hình phạt.", "blhs-2015/73.1");
  if (mainEndedBy?.startsWith("conditional-release") && isAfter(facts.releasedOn, facts.probationEndsOn))
    return handOver("Ngày hết thử thách ở trước ngày ra trại, phải xem lại giấy tờ.", "blhs-2015/66.3-2");
  if (mainEndedBy === "conditional-release-probation-shortened" && !isShortened(facts))
    return handOver("Thử thách chỉ được rút ngắn khi đã qua ít nhất 1/2 thời gian; các ngày đã cho không khớp.", "blhs-2015/66.5-an-tich");
  if (mainEndedBy !== "limitation-expired") return found(undefined);
  if (facts.fledOrWanted === null)
    return handOver("Chưa biết có bỏ trốn và bị truy nã không, vì khi đó thời hiệu tính lại.", "blhs-2015/60.5");
  const expiry = limitationEnd(facts);
  if (expiry !== null && isAfter(expiry, facts.mainEndedOn))
    return handOver(`Theo bản án, thời hiệu thi hành phải đến ngày ${writtenDay(expiry)} mới hết.`, "blhs-2015/60.2", "blhs-2015/60.4");
  return found(undefined);
}

/** Article 66.5: at least half of the probation must have passed, where the days to tell are known. */
function isShortened({ mainEndedOn, releasedOn, probationEndsOn }: RecordFacts): boolean {
  if (mainEndedOn === null || probationEndsOn === null || mainEndedOn === probationEndsOn || mainEndedOn === releasedOn) return true;
  if (mainEndedOn > probationEndsOn) return false;
  return releasedOn === null || mainEndedOn >= addDays(releasedOn, Math.ceil(daysBetween(releasedOn, probationEndsOn) / 2));
}

function isCustodial(penalty: MainPenalty | null): boolean {
  return penalty?.kind === "prison" || penalty?.kind === "life-imprisonment" || penalty?.kind === "death-commuted";
}

/** Why the clock starts on that day, and what about the day is not sure. */
function describeEnd(known: Started): Notes {
  return joinNotes(noteOnWay(known), noteOnKind(known), noteOnPapers(known));
}

function noteOnWay({ facts, startedOn }: Started): Notes {
  const day = writtenDay(startedOn);
  switch (facts.mainEndedBy) {
    case "served-reduced":
      return {
        because: ["blhs-2015/63", "blhs-2015/73.1"],
        working: ["Được giảm án thì thời gian chờ vẫn theo mức án Tòa đã tuyên.", `Ngày xong hình phạt chính là ngày ${day}.`],
      };
    case "amnesty":
      return {
        because: ["blhs-2015/62.1", "blhs-2015/73.4", "blhs-2015/73.1"],
        working: ["Đặc xá là xong hình phạt, chưa phải là xóa án tích.", `Thời gian chờ tính từ ngày được đặc xá, ${day}.`],
      };
    case "probation-ended":
      return { because: ["blhs-2015/65.1"], working: [`Án treo thì tính từ ngày hết thử thách, ${day}.`] };
    case "conditional-release-probation-ended":
      return {
        because: ["blhs-2015/66.3-2", "blhs-2015/73.1"],
        working: [`Tha tù trước thời hạn thì tính từ ngày hết thử thách, ${day}, không phải ngày ra trại.`],
      };
    case "conditional-release-probation-shortened":
      return {
        because: ["blhs-2015/66.3-2", "blhs-2015/66.5-an-tich", "blhs-2015/73.1"],
        working: [`Thử thách đã được Tòa rút ngắn, nên tính từ ngày hết thử thách mới, ${day}.`],
      };
    case "limitation-expired":
      return {
        because: ["blhs-2015/60.2", "blhs-2015/60.4", "blhs-2015/70.3"],
        working: [`Bản án hết thời hiệu thi hành, nên tính từ ngày hết thời hiệu, ${day}.`],
        doubts: ["Tội tham ô, nhận hối lộ ở khoản 3, khoản 4 không có thời hiệu này; anh/chị nhờ người xem lại bản án."],
      };
    default:
      return { working: [`Ngày xong hình phạt chính là ngày ${day}.`] };
  }
}

function noteOnKind({ facts, branch, law }: Started): Notes {
  const kind = facts.mainPenalty?.kind;
  const article = kind && articleOfKind[kind];
  const byArticle70 = branch === "automatic" && law === "general" && facts.mainEndedBy !== "limitation-expired";
  return {
    because: article && byArticle70 ? [article] : [],
    doubts: kind === "warning" ? [`${warningDoubt} Ngày trên tính theo ngày anh/chị cho biết.`] : [],
  };
}

const articleOfKind: Partial<Record<PenaltyKind, ArticleId>> = {
  warning: "blhs-2015/70.2.a-canh-cao",
  fine: "blhs-2015/70.2.a-phat-tien",
  "non-custodial-reform": "blhs-2015/70.2.a-cai-tao",
};

function noteOnPapers({ facts, startedOn }: Started): Notes {
  const { mainEndedBy } = facts;
  const onProbation = mainEndedBy === "probation-ended" || mainEndedBy === "conditional-release-probation-ended";
  return {
    doubts: [
      ...(isServed(mainEndedBy) && facts.mainEndedOn === null
        ? ["Em lấy ngày ra trại; anh/chị xem lại ngày ghi trên giấy chứng nhận."]
        : []),
      ...(mainEndedBy === "limitation-expired" && facts.mainEndedOn === null
        ? ["Ngày hết thời hiệu do em tính từ ngày bản án có hiệu lực, phải có người xem lại."]
        : []),
      ...(isServed(mainEndedBy) && isAfter(facts.releasedOn, facts.mainEndedOn)
        ? ["Ngày ra trại muộn hơn ngày xong án; em tính theo ngày xong án ghi trên giấy."]
        : []),
      ...(onProbation && isAfter(facts.mainEndedOn, startedOn)
        ? ["Ngày ghi trên giấy muộn hơn ngày hết thử thách; em tính theo ngày hết thử thách."]
        : []),
    ],
  };
}

function isServed(way: string | null): boolean {
  return way === "served" || way === "served-reduced" || way === "amnesty";
}

function isAfter(day: Day | null, other: Day | null): boolean {
  return day !== null && other !== null && day > other;
}
