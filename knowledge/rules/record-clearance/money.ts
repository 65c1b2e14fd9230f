import { type Day, writtenDay } from "../../provision.ts";
import type { Branched, Dated, Renewed } from "./case.ts";
import type { Money } from "./facts.ts";
import { andThen, close, found, handOver, type Notes, type Step } from "./verdict.ts";

export interface Payment {
  /** As the reader is told of it. */
  readonly judgment: "bản án" | "án mới";
  readonly status: Money["status"] | null;
  /** Looked at only where something was paid. */
  lastPaidOn(): Day | null;
}

/** BƯỚC 6 for the judgment asked about. */
export function judgeMoney(known: Renewed): Step<Renewed> {
  const { money } = known.facts;
  const payment = { judgment: "bản án" as const, status: money?.status ?? null, lastPaidOn: () => money?.lastPaidOn ?? null };
  return andThen(judgePayment(payment, known), () => found(known));
}

/** Whether all was paid by the day on which the period ends; later than that, nobody can say from when the record is cleared. */
export function judgePayment(payment: Payment, { endsOn, asOf, branch, law }: Renewed | Dated): Step<void> {
  const { judgment, status } = payment;
  const debt = noteOnDebt(status, branch);
  if (debt !== null) return close("never-yet", debt);
  if (status === "none-owed") return found(undefined, { working: [`Theo ${judgment} không còn khoản tiền nào phải nộp.`] });
  if (status === "victim-waived-privately")
    return handOver(
      "Bị hại nói riêng là không đòi. Chỉ thỏa thuận bằng giấy, nộp cho cơ quan thi hành án dân sự, mới được công nhận.",
      "blhs-2015/70.2-thoa-thuan",
    );
  if (status !== "paid") return handOver(`Chưa biết bồi thường, án phí, tiền phạt theo ${judgment} đã nộp xong chưa.`, "blhs-2015/70.2");
  const [day, lastPaidOn] = [writtenDay(endsOn), payment.lastPaidOn()];
  if (lastPaidOn === null && asOf > endsOn)
    return handOver(`Chưa biết ngày nộp xong khoản tiền cuối theo ${judgment}: trước hay sau mốc ${day}.`, "blhs-2015/70.2-nop-muon");
  if (lastPaidOn !== null && lastPaidOn > endsOn)
    return handOver(
      `Tiền theo ${judgment} nộp xong sau mốc ${day}. Lúc đó án tích xóa từ ngày nộp xong hay chờ lại từ đầu thì chưa có hướng dẫn thống nhất.`,
      law === "juvenile" ? "blhs-2015/107.2-2" : "blhs-2015/70.2-nop-muon",
    );
  return found(undefined, {
    working: [`Tiền theo ${judgment} nộp xong không muộn hơn mốc.`],
    doubts: lastPaidOn !== null && lastPaidOn > asOf ? ["Ngày nộp xong tiền ở sau hôm nay; mốc chỉ đúng khi nộp đủ đúng ngày đó."] : [],
  });
}

/** Money that is certainly still owed, in the old or in a new judgment. */
export function noteOnDebt(status: Payment["status"], branch: Branched["branch"]): Notes | null {
  const article = branch === "court" ? "blhs-2015/71.2" : "blhs-2015/70.2";
  if (status === "unpaid")
    return {
      because: [article],
      working: [
        "Anh/chị còn tiền chưa nộp xong theo bản án.",
        "Chưa nộp xong thì chưa xóa được án tích, dù đã qua bao nhiêu năm.",
        "Anh/chị đến cơ quan thi hành án dân sự hỏi còn nợ gì, nộp xong thì xin giấy xác nhận.",
      ],
    };
  if (status === "enforcement-claim-expired-unpaid")
    return {
      because: [article, "blhs-2015/70.2-y-kien-vks"],
      working: [
        "Tiền bồi thường chưa trả, tuy đã hết hạn yêu cầu thi hành án.",
        "Chưa trả thì vẫn bị coi là chưa xong bản án, nên chưa xóa được án tích.",
        "Anh/chị đến cơ quan thi hành án dân sự xin nộp và xin trả lời bằng giấy.",
      ],
      doubts: [
        "Đây là ý kiến trả lời của Viện kiểm sát nhân dân tối cao, chưa phải văn bản luật.",
        "Người đã ra tù nộp tiền khi đã hết hạn yêu cầu thì có được nhận không, em chưa rõ.",
      ],
    };
  return null;
}
