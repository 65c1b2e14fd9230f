import { type Day, writtenDay } from "../../provision.ts";
import { addMonths, addYears, later, monthsBetween } from "../calendar.ts";
import type { Renewed } from "./case.ts";
import type { Money } from "./facts.ts";
import { juvenileArticleTo, juvenileLawDoubt, penalCodeFrom } from "./no-record.ts";
import { writtenMonths } from "./period.ts";
import { andThen, found, handOver, joinNotes, type Notes, type Step } from "./verdict.ts";

export interface Conclusion {
  readonly route: "automatic" | "court";
  readonly day: Day;
}

/** BƯỚC 8: the day, by itself or by the court; earlier where Điều 72 allows it, later where an application was refused. */
export function concludeCase(known: Renewed): Step<Conclusion> {
  const ordinary = known.newEndsOn === null ? known.endsOn : later(known.endsOn, known.newEndsOn);
  const concluded = andThen(findEarlyDay(known, ordinary), (early) =>
    known.branch === "court" || early !== null
      ? andThen(awaitRefusals(known, early ?? ordinary), (day) => choose(known, ordinary, day))
      : found<Conclusion>({ route: "automatic", day: ordinary }, noteOnUselessRefusals(known)),
  );
  return andThen(found(undefined, noteOnLawOfThatTime(known)), () =>
    andThen(concluded, (conclusion) => found(conclusion, sayWhatNext(known, conclusion))),
  );
}

/** One who is cleared by itself sooner than the court may be asked has no use for the court. */
function choose({ branch }: Renewed, ordinary: Day, day: Day): Step<Conclusion> {
  return branch === "automatic" && ordinary <= day ? found({ route: "automatic", day: ordinary }) : found({ route: "court", day });
}

/** Điều 72: a third of the period, where all three conditions are there and nothing else is open. */
function findEarlyDay(known: Renewed, ordinary: Day): Step<Day | null> {
  const { facts, asOf, startedOn, wait } = known;
  if (asOf >= ordinary || !facts.early?.requested) return found(null);
  const { clearProgress, merit, localProposal } = facts.early;
  const conditions = { "tiến bộ rõ rệt": clearProgress, "đã lập công": merit, "nơi ở hoặc nơi làm việc đề nghị": localProposal };
  const lacking = Object.entries(conditions).filter(([, holds]) => holds !== true);
  if (lacking.length > 0)
    return found(null, {
      because: ["blhs-2015/72"],
      working: [`Xin xóa sớm thì phải có đủ ba điều; còn thiếu hoặc chưa rõ: ${lacking.map(([name]) => name).join(", ")}.`],
      doubts: lacking.some(([, holds]) => holds === null) ? ["Chưa đủ điều đã biết để nói về xóa sớm."] : [],
    });
  const day = addMonths(startedOn, wait.months / 3);
  const open = openForEarly(known, day);
  if (open !== null) return found(null, { because: ["blhs-2015/72"], doubts: [`Xin xóa sớm: ${open}, nên phải hỏi Tòa hoặc luật sư.`] });
  return found(day, {
    because: ["blhs-2015/72"],
    working: [
      "Tiến bộ rõ rệt, đã lập công và được đề nghị thì có thể xin Tòa xóa sớm.",
      `Phải qua ít nhất 1/3 thời gian chờ (${writtenMonths(wait.months / 3)}), tức là ngày ${writtenDay(day)}.`,
    ],
    doubts: ["Thế nào là lập công thì do Tòa xét; em chưa đọc được hướng dẫn riêng."],
  });
}

/** What makes the day of an early application unsure; the ordinary day stands. */
function openForEarly({ facts, asOf, law, newConviction, additionalEndsOn }: Renewed, day: Day): string | null {
  if (law === "juvenile") return "chưa rõ có áp dụng cho thời gian chờ của người dưới 18 tuổi không";
  if (newConviction !== "none") return "đã có án mới";
  if (additionalEndsOn !== null && additionalEndsOn > day) return "hình phạt bổ sung lúc đó chưa xong";
  return paidInTime(facts.money, { asOf, day }) ? null : "chưa rõ lúc đó tiền đã nộp xong chưa";
}

function paidInTime(money: Money | null, { asOf, day }: { readonly asOf: Day; readonly day: Day }): boolean {
  if (money?.status === "none-owed") return true;
  const paidOn = money?.lastPaidOn ?? null;
  return paidOn === null ? asOf <= day : paidOn <= day;
}

/** Điều 71.3: one year after the first refusal, two years after each further one. */
function awaitRefusals({ facts, asOf, branch }: Renewed, day: Day): Step<Day> {
  const refusals = [...new Set(facts.courtRefusedOn ?? [])].sort();
  const last = refusals.at(-1);
  if (last === undefined) return found(day);
  if (last > asOf) return handOver("Ngày Tòa bác đơn ở sau hôm nay, phải xem lại giấy tờ.", "blhs-2015/71.3");
  const years = refusals.length === 1 ? 1 : 2;
  const again = addYears(last, years);
  if (again <= day) return found(day);
  return found(again, {
    because: ["blhs-2015/71.3"],
    working: [
      `Tòa bác đơn lần ${refusals.length} ngày ${writtenDay(last)}, nên sau ${years} năm, từ ngày ${writtenDay(again)}, mới xin lại được.`,
    ],
    doubts: branch === "automatic" ? ["Thời gian phải đợi sau khi bị bác có áp dụng cho đơn xin xóa sớm không thì em chưa rõ."] : [],
  });
}

function noteOnUselessRefusals({ facts }: Renewed): Notes {
  return (facts.courtRefusedOn ?? []).length === 0
    ? {}
    : { doubts: ["Diện này không cần đơn xin Tòa, nên việc bị bác đơn không kéo dài thời gian chờ. Anh/chị nên hỏi vì sao Tòa bác."] };
}

/** Nghị quyết 41/2017: what is kinder in the code of 2015 also holds for older offences. */
function noteOnLawOfThatTime({ startedOn, endsOn, law }: Renewed): Notes {
  return joinNotes(
    startedOn < penalCodeFrom
      ? {
          because: ["nq-41-2017-qh14/2.1"],
          working: ["Án từ trước 01/01/2018 cũng được tính theo luật mới có lợi hơn."],
          doubts:
            endsOn < penalCodeFrom
              ? ["Mốc này ở trước 01/01/2018; lúc đó luật cũ có thời hạn dài hơn, nên ngày đúng có thể muộn hơn."]
              : [],
        }
      : {},
    law === "juvenile" && endsOn > juvenileArticleTo ? { doubts: [juvenileLawDoubt] } : {},
  );
}

function sayWhatNext({ asOf, facts, law, newConviction }: Renewed, { route, day }: Conclusion): Notes {
  const doubts =
    asOf === day ? ["Hôm nay đúng là ngày mốc. Cách đếm ngày cuối em chưa thấy văn bản nói rõ, nên nói là từ sau ngày này."] : [];
  const written = writtenDay(day);
  if (asOf < day) {
    const left = writtenMonths(monthsBetween(asOf, day));
    const hint = route === "automatic" && law === "general" && newConviction === "none" && !facts.early?.requested;
    return {
      doubts,
      working: [
        `Từ sau ngày ${written} mới ${route === "court" ? "nộp đơn cho Tòa được" : "đủ thời gian"}${left === "" ? "" : `; còn hơn ${left} nữa`}.`,
        "Trong lúc chờ mà phạm tội mới thì thời gian chờ phải tính lại.",
        ...(hint ? ["Nếu đã lập công và được xã đề nghị, anh/chị có thể hỏi Tòa về việc xin xóa sớm khi đã qua 1/3 thời gian chờ."] : []),
      ],
    };
  }
  return {
    doubts,
    working:
      route === "court"
        ? [
            `Đã qua ngày ${written}; anh/chị nộp đơn cho Tòa đã xử sơ thẩm, kèm nhận xét của Ủy ban xã.`,
            "Tòa xem xét rồi mới quyết định, đủ thời gian chưa chắc được xóa.",
          ]
        : [
            `Đã qua ngày ${written}, theo cách tính này là đủ thời gian, nếu không phạm tội mới.`,
            "Muốn chắc, anh/chị xin Phiếu lý lịch tư pháp số 1; phiếu vẫn ghi có án tích thì đề nghị nơi cấp phiếu điều chỉnh.",
          ],
  };
}
