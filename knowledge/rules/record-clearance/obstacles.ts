import { writtenDay } from "../../provision.ts";
import type { Branched, UnderLaw } from "./case.ts";
import { findMainEnd } from "./main-end.ts";
import { noteOnDebt } from "./money.ts";
import { close, found, handOver, joinNotes, type Notes, type Step } from "./verdict.ts";

/** What nobody can calculate: a person who fled, or a case that is still being looked into. */
export function refuseToGuess(known: UnderLaw): Step<UnderLaw> {
  const { facts } = known;
  if (facts.fledOrWanted === true)
    return handOver(
      "Anh/chị từng bỏ trốn hoặc đang bị truy nã. Lúc đó thời hiệu tính lại từ ngày ra trình diện hoặc bị bắt, nên phải có người xem hồ sơ.",
      "blhs-2015/60.5",
    );
  if (facts.newOffence?.status === "under-investigation")
    return handOver(
      "Anh/chị đang bị điều tra về việc khác mà chưa có bản án. Lúc này em không kết luận được; anh/chị gọi trợ giúp pháp lý hoặc luật sư.",
      "blhs-2015/73.2",
    );
  if (facts.newOffence?.status === "administrative-only")
    return found(known, {
      because: ["blhs-2015/73.2-hanh-chinh"],
      working: ["Bị phạt hành chính không phải là phạm tội mới, nên không làm tính lại thời gian chờ."],
    });
  return found(known);
}

/** What keeps a record from being cleared on any day: the sentence is not ended, or money of the judgment is owed. */
export function findUnfinished(known: Branched): Step<Branched> {
  const sentence = noteOnSentence(known);
  const debt = noteOnDebt(known.facts.money?.status ?? null, known.branch);
  if (known.law === "juvenile" && sentence === null && debt !== null)
    return handOver(
      "Còn tiền chưa nộp xong. Điều luật cho người dưới 18 tuổi không nhắc tới tiền, nên chưa rõ có cản việc xóa án tích không.",
      "blhs-2015/107.2-2",
    );
  if (sentence === null && debt === null) return found(known);
  return close("never-yet", joinNotes(sentence ?? {}, (known.law === "general" && debt) || {}));
}

function noteOnSentence({ facts, asOf, branch }: Branched): Notes | null {
  if (facts.mainEndedBy === "conditional-release-on-probation")
    return {
      because: ["blhs-2015/66.3-2"],
      working: [
        "Anh/chị được tha tù trước thời hạn và còn trong thời gian thử thách, nên chưa xong án tù.",
        "Thời gian chờ xóa án tích chỉ bắt đầu khi hết thử thách và có giấy chứng nhận xong án.",
      ],
      doubts:
        facts.probationEndsOn !== null && facts.probationEndsOn < asOf
          ? ["Ngày hết thử thách đã qua. Nếu đã có giấy chứng nhận xong án thì phải tính lại."]
          : [],
    };
  if (facts.mainEndedBy === "limitation-running")
    return branch === "court"
      ? { because: ["blhs-2015/61"], working: ["Tội thuộc nhóm này không có thời hiệu thi hành bản án, nên án vẫn phải chấp hành."] }
      : {
          because: ["blhs-2015/60.2", "blhs-2015/60.4", "blhs-2015/70.3"],
          working: ["Bản án chưa chấp hành và chưa hết thời hiệu.", "Chưa xong hình phạt thì thời gian chờ chưa bắt đầu."],
        };
  const endsOn = findMainEnd(facts);
  if (endsOn === null || endsOn <= asOf) return null;
  return {
    because: [branch === "court" ? "blhs-2015/71.2" : "blhs-2015/70.1"],
    working: [
      `Đến ngày ${writtenDay(endsOn)} hình phạt chính mới xong.`,
      "Chưa xong hình phạt thì thời gian chờ xóa án tích chưa bắt đầu.",
    ],
  };
}
