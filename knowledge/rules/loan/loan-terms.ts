import type { Day } from "../../provision.ts";
import { isFresh } from "../cited-law.ts";
import { type Step, step } from "../reasoning.ts";
import { writtenSum } from "../written-sum.ts";
import { mostWithoutCollateral } from "./enterprise-conditions.ts";
import type { EnterpriseBorrower, LoanInput, PersonBorrower } from "./loan-input.ts";
import type { LoanOutput } from "./loan-output.ts";

const most = { trainingMonth: 4_000_000, person: 100_000_000, worker: 100_000_000, project: 2_000_000_000, months: 120 } as const;
const staleAmount = "Mức vay cao nhất em mới kiểm đến 28/02/2027; có thể đã đổi. Anh/chị hỏi Ngân hàng Chính sách xã hội.";
const whichWorkers =
  "100 triệu đồng một lao động tính theo người đã xong án hay theo mọi lao động thì quyết định không nói rõ. Hỏi Ngân hàng Chính sách xã hội.";

/** How much, how long and against what security; the same whoever turns out to be eligible. */
export interface Terms extends Pick<LoanOutput, "amount" | "term" | "collateral"> {
  readonly steps: readonly Step[];
  readonly doubts: readonly string[];
}

export function termsOf(input: LoanInput, asOf: Day): Terms {
  const { borrower } = input;
  const terms = borrower.kind === "enterprise" ? enterpriseTerms(borrower, input) : personTerms(borrower, asOf);
  const { amountAsked, repay } = input;
  const { amount, term } = terms;
  const over = amountAsked !== null && amount.most !== null && amountAsked > amount.most;
  const tooLong = repay !== null && term.mostRepayMonths !== null && repay.months > term.mostRepayMonths;
  return {
    ...terms,
    amount: { ...amount, askedWithin: amountAsked === null || amount.most === null ? null : !over },
    term: { ...term, askedWithin: repay === null || term.mostRepayMonths === null ? null : !tooLong },
    doubts: [
      ...terms.doubts,
      ...(over ? [`Anh/chị hỏi ${writtenSum(amountAsked)}, hơn mức cao nhất; em tính theo mức cao nhất.`] : []),
      ...(tooLong
        ? [`Anh/chị muốn trả trong ${repay.months} tháng, dài hơn mức cao nhất là ${term.mostRepayMonths} tháng; em không lập bảng.`]
        : []),
    ],
  };
}

function personTerms(person: PersonBorrower, asOf: Day): Terms {
  const noSecurity = step("Cá nhân vay không phải thế chấp.", "qd-22-2023/10.1");
  if (person.purpose === "training") return trainingTerms(person.course, noSecurity);
  const fresh = isFresh("qd-22-2023/6.2.a", asOf);
  return {
    amount: { mostPerMonth: null, mostPerWorker: null, most: fresh ? most.person : null, askedWithin: null },
    term: { receivingMonths: null, mostRepayMonths: most.months, askedWithin: null },
    collateral: false,
    steps: [
      ...(fresh ? [step(`Vay làm ăn nhiều nhất ${writtenSum(most.person)} một người. Đây là mức cao nhất.`, "qd-22-2023/6.2.a")] : []),
      step("Trả trong nhiều nhất 120 tháng; ngân hàng và anh/chị thỏa thuận cụ thể.", "qd-22-2023/8.2"),
      noSecurity,
    ],
    doubts: fresh ? [] : [staleAmount],
  };
}

function trainingTerms(course: PersonBorrower["course"], noSecurity: Step): Terms {
  const perMonth = step(`Vay học nghề nhiều nhất ${writtenSum(most.trainingMonth)} một tháng.`, "qd-22-2023/6.1");
  const amount = { mostPerMonth: most.trainingMonth, mostPerWorker: null, most: null, askedWithin: null };
  if (course === null)
    return {
      amount,
      term: { receivingMonths: null, mostRepayMonths: null, askedWithin: null },
      collateral: false,
      steps: [perMonth, noSecurity],
      doubts: ["Em chưa biết khóa học dài bao lâu nên chưa tính được tổng tiền và hạn trả."],
    };
  const { months, receivingMonths } = course;
  const short = months <= 12;
  const mostRepayMonths = short ? receivingMonths * 2 : receivingMonths;
  const limit = short ? "Khóa học không quá 01 năm thì trả trong nhiều nhất 2 lần" : "Khóa học dài hơn 01 năm thì trả nhiều nhất bằng";
  return {
    amount: { ...amount, most: most.trainingMonth * receivingMonths },
    term: { receivingMonths, mostRepayMonths, askedWithin: null },
    collateral: false,
    steps: [
      perMonth,
      step(
        `Nhận tiền ${receivingMonths} tháng thì nhiều nhất ${writtenSum(most.trainingMonth * receivingMonths)} (tự tính).`,
        "qd-22-2023/6.1",
      ),
      step(`${limit} thời gian nhận tiền: ${mostRepayMonths} tháng.`, "qd-22-2023/8.1", "qd-22-2023/8.1-2"),
      noSecurity,
    ],
    doubts: ["Lãi trong lúc đang học trả khi nào thì do ngân hàng hướng dẫn; bảng trả nợ tính từ khi học xong."],
  };
}

function enterpriseTerms({ employees, releasedEmployees }: EnterpriseBorrower, { amountAsked }: LoanInput): Terms {
  const byReleased = releasedEmployees === null ? null : Math.min(most.project, releasedEmployees * most.worker);
  const byAll = employees === null ? null : Math.min(most.project, employees * most.worker);
  const agreed = byReleased !== null && byReleased === byAll ? byReleased : null;
  return {
    amount: { mostPerMonth: null, mostPerWorker: most.worker, most: agreed, askedWithin: null },
    term: { receivingMonths: null, mostRepayMonths: most.months, askedWithin: null },
    collateral: amountAsked === null ? null : amountAsked > mostWithoutCollateral,
    steps: [
      step(`Nhiều nhất ${writtenSum(most.project)} một dự án và không quá ${writtenSum(most.worker)} một lao động.`, "qd-22-2023/6.2.b"),
      step("Trả trong nhiều nhất 120 tháng.", "qd-22-2023/8.2"),
      step(`Vay trên ${writtenSum(mostWithoutCollateral)} thì phải có tài sản bảo đảm.`, "qd-22-2023/10.2"),
    ],
    doubts: agreed === null ? [whichWorkers] : [],
  };
}
