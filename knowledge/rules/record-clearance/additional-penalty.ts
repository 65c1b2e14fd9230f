import { type Day, writtenDay } from "../../provision.ts";
import { addMonths } from "../calendar.ts";
import type { Dated, Started } from "./case.ts";
import { andThen, found, handOver, type Notes, type Step } from "./verdict.ts";

/** BƯỚC 5: the anniversary; or the last day of an additional penalty that goes on beyond it. */
export function findAnniversary(known: Started): Step<Dated> {
  const endsOn = addMonths(known.startedOn, known.wait.months);
  const shortMonth = known.startedOn.slice(8) !== endsOn.slice(8);
  const anniversary = found(undefined, {
    working: [`Cộng thời gian chờ vào ngày đó thì mốc là ngày ${writtenDay(endsOn)}.`],
    doubts: shortMonth ? ["Tháng của mốc ngắn hơn nên em lấy ngày cuối tháng; cách đếm này em chưa thấy văn bản nói rõ."] : [],
  });
  return andThen(anniversary, () =>
    andThen(lastDayOf(known), (additionalEndsOn) => awaitAdditionalPenalty({ ...known, endsOn, additionalEndsOn })),
  );
}

/** Moves the day when the additional penalty ends after it, for the points of the article that say so. */
export function awaitAdditionalPenalty(known: Dated): Step<Dated> {
  const { facts, additionalEndsOn, endsOn, wait, branch, law } = known;
  if (facts.additionalPenalty === null || additionalEndsOn === null || additionalEndsOn <= endsOn) return found(known);
  const { kind } = facts.additionalPenalty;
  if (law === "juvenile")
    return handOver(
      "Hình phạt bổ sung dài hơn thời gian chờ. Điều luật cho người dưới 18 tuổi không nhắc tới, nên chưa rõ.",
      "blhs-2015/107.2-2",
    );
  const article = branch === "court" ? "blhs-2015/71.2-2" : "blhs-2015/70.2-2";
  if (!runsForYears.test(kind) || !(branch === "court" ? ["a", "b"] : ["a", "b", "c"]).includes(wait.point))
    return handOver("Hình phạt bổ sung kéo dài quá mốc, mà điều luật không nói rõ cho mức án hoặc loại hình phạt này.", article);
  return found(
    { ...known, endsOn: additionalEndsOn },
    {
      because: [article],
      working: [`Hình phạt bổ sung (${kind}) đến ngày ${writtenDay(additionalEndsOn)} mới xong, lâu hơn mốc trên, nên lấy ngày này.`],
      doubts:
        branch === "court" && ban.test(kind)
          ? ["Diện qua Tòa thì hai bản chép luật không giống nhau về cấm chức vụ, cấm nghề; nhưng chưa xong thì chưa nộp đơn được."]
          : [],
    },
  );
}

/** The additional penalties that Điều 70.2 and 71.2 name: they last for years from the end of prison. */
const runsForYears = /quản chế|cấm cư trú|chức vụ|nghề|công việc|tước/iu;
const ban = /chức vụ|nghề|công việc/iu;
/** These are done when their money is: they stand in `money`. */
const paidOff = /phạt tiền|tịch thu/iu;

function lastDayOf({ facts, asOf }: Started): Step<Day | null> {
  if (facts.additionalPenalty === null || paidOff.test(facts.additionalPenalty.kind)) return found(null);
  const { kind, endsOn, remainderWaivedOn } = facts.additionalPenalty;
  if (remainderWaivedOn !== null && (endsOn === null || remainderWaivedOn < endsOn)) {
    if (remainderWaivedOn > asOf) return handOver("Ngày được miễn phần hình phạt bổ sung còn lại ở sau hôm nay.", "blhs-2015/62.6-2");
    return found(remainderWaivedOn, describeWaiver(kind, remainderWaivedOn));
  }
  if (endsOn === null) return handOver(`Chưa biết ngày xong hình phạt bổ sung (${kind}).`, "blhs-2015/70.2-2");
  return found(endsOn);
}

/** Điều 62.6 names two kinds; that a remainder waived is a penalty done (Điều 73.4) is general. */
function describeWaiver(kind: string, waivedOn: Day): Notes {
  const named = /quản chế|cấm cư trú/iu.test(kind);
  return {
    because: named ? ["blhs-2015/62.6-2", "blhs-2015/73.4"] : ["blhs-2015/73.4"],
    working: [`Phần còn lại của ${kind} đã được Tòa miễn từ ngày ${writtenDay(waivedOn)}, nên coi như xong từ ngày đó.`],
    doubts: named ? [] : ["Điều luật đã đọc chỉ nêu miễn phần còn lại của quản chế, cấm cư trú; anh/chị xem lại quyết định của Tòa."],
  };
}
