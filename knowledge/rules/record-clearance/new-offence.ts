import { type Day, writtenDay } from "../../provision.ts";
import { addMonths } from "../calendar.ts";
import { awaitAdditionalPenalty } from "./additional-penalty.ts";
import type { Dated, Renewed } from "./case.ts";
import type { MainPenalty, NewOffence } from "./facts.ts";
import { judgePayment } from "./money.ts";
import { penalCodeFrom } from "./no-record.ts";
import { describePenalty, waitFor, writtenMonths } from "./period.ts";
import { andThen, close, found, handOver, type Step } from "./verdict.ts";

/** BƯỚC 7: a new conviction for what was done before the old record was cleared starts the old clock again (Điều 73.2). */
export function meetNewOffence(known: Dated): Step<Renewed> {
  const { newOffence } = known.facts;
  if (newOffence?.status !== "convicted-final") return found({ ...known, newConviction: "none", newEndsOn: null });
  return andThen(placeOffence(known, newOffence), (place) =>
    place === "after-clearing" ? leaveCleared(known) : startAgain(known, newOffence),
  );
}

function leaveCleared(known: Dated): Step<Renewed> {
  return found(
    { ...known, newConviction: "after-clearing", newEndsOn: null },
    {
      because: ["blhs-2015/73.2-2"],
      working: [`Việc phạm tội mới xảy ra sau mốc ${writtenDay(known.endsOn)}, nên án cũ không tính lại.`],
      doubts: ["Kết quả này chỉ nói về án cũ. Án mới có án tích riêng và phải tính riêng, nên anh/chị có thể vẫn còn án tích."],
    },
  );
}

function startAgain(known: Dated, offence: NewOffence): Step<Renewed> {
  const { mainPenalty } = offence;
  if (mainPenalty === null) return handOver("Chưa biết hình phạt chính của án mới.", "blhs-2015/73.2");
  const { mainEndedOn } = offence;
  if (mainEndedOn === null || mainEndedOn > known.asOf)
    return close("never-yet", {
      because: ["blhs-2015/73.2"],
      working: ["Phạm tội mới khi chưa được xóa án cũ, nên án cũ phải tính lại.", "Hình phạt của án mới chưa xong, nên chưa có mốc."],
      doubts: mainEndedOn === null ? ["Nếu hình phạt của án mới đã xong thì cần biết ngày xong."] : [],
    });
  if (offence.judgmentFinalOn !== null && mainEndedOn < offence.judgmentFinalOn)
    return handOver("Án mới xong hình phạt trước ngày có hiệu lực; ngày này phải theo giấy của cơ quan thi hành án.", "blhs-2015/38.1-2");
  const restarted = { ...known, startedOn: mainEndedOn, endsOn: addMonths(mainEndedOn, known.wait.months) };
  const old = found(restarted, {
    because: ["blhs-2015/73.2"],
    working: [
      "Phạm tội mới khi chưa được xóa án cũ, nên án cũ tính lại từ ngày xong hình phạt của án mới.",
      `Án cũ: từ ngày ${writtenDay(mainEndedOn)}, mốc mới là ngày ${writtenDay(restarted.endsOn)}.`,
    ],
  });
  return andThen(andThen(old, awaitAdditionalPenalty), (dated) => addNewSentence(dated, offence, mainPenalty));
}

/** The new conviction has a period of its own; both must have passed. Its group and fault are not known, so Điều 70 is taken. */
function addNewSentence(known: Dated, offence: NewOffence, penalty: MainPenalty): Step<Renewed> {
  return andThen(waitFor(penalty, "automatic"), (wait) => {
    const newEndsOn = addMonths(known.startedOn, wait.months);
    const payment = { judgment: "án mới" as const, status: offence.moneyStatus, lastPaidOn: () => offence.moneyLastPaidOn };
    const own = found(undefined, {
      because: [wait.article, "blhs-2015/73.2-2"],
      working: [`Án mới: ${describePenalty(penalty)}, chờ ${writtenMonths(wait.months)}, mốc là ngày ${writtenDay(newEndsOn)}.`],
      doubts: ["Em tính án mới như tội thường có án tích; án mới mà phải qua Tòa thì thời gian chờ dài hơn."],
    });
    return andThen(own, () =>
      andThen(judgePayment(payment, { ...known, branch: "automatic", endsOn: newEndsOn }), () =>
        found({ ...known, newConviction: "before-clearing", newEndsOn }),
      ),
    );
  });
}

type Place = "before-clearing" | "after-clearing";

/** Whether the old record still stood on the day of the new offence. */
function placeOffence(known: Dated, offence: NewOffence): Step<Place> {
  const { facts, startedOn, endsOn, branch, law } = known;
  const { committedOn } = offence;
  if (law === "juvenile")
    return handOver("Có án mới sau một án lúc chưa đủ 18 tuổi, phải có người xem hồ sơ.", "blhs-2015/107.2", "blhs-2015/73.2");
  if (committedOn === null) return handOver("Chưa biết ngày phạm tội mới: trước hay sau khi án cũ được xóa.", "blhs-2015/73.2");
  if (isMisdated(offence, committedOn, known.asOf))
    return handOver("Các ngày của án mới không khớp nhau, hoặc án mới chưa có hiệu lực vào ngày hỏi.", "blhs-2015/73.2");
  if (facts.judgmentFinalOn !== null && committedOn < facts.judgmentFinalOn)
    return handOver("Việc kia xảy ra trước khi án cũ có hiệu lực, nên là gộp các tội, không phải phạm tội mới.", "blhs-2015/73.1-tong-hop");
  if (committedOn < startedOn) return handOverAddedUp(known);
  if (branch === "court") return found("before-clearing", { doubts: committedOn < endsOn ? [] : [courtMayHaveCleared] });
  if (committedOn < endsOn) return found("before-clearing");
  if (committedOn === endsOn)
    return handOver("Phạm tội mới đúng ngày mốc. Cách đếm ngày cuối em chưa thấy văn bản nói rõ.", "blhs-2015/73.2");
  return placeByMoney(known, committedOn);
}

const courtMayHaveCleared = "Em tính như Tòa chưa quyết định xóa án cũ. Nếu Tòa đã xóa trước đó thì án cũ không tính lại.";

function isMisdated({ judgmentFinalOn, mainEndedOn }: NewOffence, committedOn: Day, asOf: Day): boolean {
  if (committedOn > asOf || (mainEndedOn !== null && mainEndedOn < committedOn)) return true;
  return judgmentFinalOn !== null && (judgmentFinalOn < committedOn || judgmentFinalOn > asOf);
}

/** Done while the old sentence still ran: the two are added up, and the sum may fall under another point. */
function handOverAddedUp({ facts }: Dated): Step<never> {
  const doubt = "Phạm tội mới khi chưa xong hình phạt cũ thì hai án được gộp lại; mức án gộp em chưa biết.";
  if (facts.mainEndedBy === "limitation-expired") return handOver(doubt, "blhs-2015/60.4");
  if (facts.mainEndedBy === "probation-ended") return handOver(doubt, "blhs-2015/65-toi-moi");
  if (facts.mainEndedBy?.startsWith("conditional-release")) return handOver(doubt, "blhs-2015/66.4-toi-moi");
  return handOver(doubt, "blhs-2015/73.1-tong-hop");
}

/** After the anniversary the record stands on where money was still owed. */
function placeByMoney({ facts, endsOn }: Dated, committedOn: Day): Step<Place> {
  const status = facts.money?.status ?? null;
  const lastPaidOn = status === "paid" ? (facts.money?.lastPaidOn ?? null) : null;
  if (status === "none-owed" || (lastPaidOn !== null && lastPaidOn <= endsOn))
    // Until 2017 the old code asked for longer periods, so the record may still have stood.
    return committedOn < penalCodeFrom
      ? handOver(
          "Phạm tội mới trước 01/01/2018, lúc luật cũ đòi thời gian chờ dài hơn, nên chưa rõ án cũ đã xóa chưa.",
          "nq-41-2017-qh14/2.1",
        )
      : found("after-clearing");
  if (lastPaidOn !== null && committedOn < lastPaidOn) return found("before-clearing");
  return handOver(
    "Lúc phạm tội mới đã qua mốc nhưng chưa rõ tiền của án cũ đã xong chưa, nên chưa rõ án cũ đã xóa chưa.",
    "blhs-2015/73.2",
  );
}
