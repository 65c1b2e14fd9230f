import { type Step, step } from "../reasoning.ts";
import { writtenSum } from "../written-sum.ts";
import type { InterestRate } from "./interest-rate.ts";
import type { LoanInput, repayEvery } from "./loan-input.ts";
import type { Instalments } from "./loan-output.ts";
import type { Terms } from "./loan-terms.ts";

const every = { month: "tháng", quarter: "quý", "half-year": "nửa năm" } as const;
const tableDoubt = "Bảng trả nợ là số tự tính, chia đều tiền gốc. Kỳ trả thật do ngân hàng định, và lãi có thể đổi theo thời kỳ.";

interface Table {
  readonly instalments: Instalments;
  readonly steps: readonly Step[];
  readonly doubts: readonly string[];
}

/** The table for the sum asked for, or the highest one; none where the term is too long or a figure is not known. */
export function tableFor(
  { amountAsked, repay }: LoanInput,
  { terms, rate }: { terms: Terms; rate: InterestRate | undefined },
): Table | undefined {
  const { most, askedWithin } = terms.amount;
  const principal = askedWithin === true ? amountAsked : most;
  if (repay === null || rate === undefined || principal === null || principal === 0 || terms.term.askedWithin !== true) return undefined;
  const instalments = instalmentsOf({ principal, months: repay.months, every: repay.every, monthlyRate: rate.monthly });
  const [first] = instalments.rows;
  const says =
    `Vay ${writtenSum(principal)}, mỗi ${every[repay.every]} trả một lần, ${instalments.count} lần. ` +
    `Lần đầu ${writtenSum(first?.total ?? 0)}, sau giảm dần; cả thời gian lãi khoảng ${writtenSum(instalments.totalInterest)} (tự tính).`;
  return { instalments, steps: [step(says, ...rate.rests)], doubts: [tableDoubt] };
}

const monthsOf: Readonly<Record<(typeof repayEvery)[number], number>> = { month: 1, quarter: 3, "half-year": 6 };

interface Repayment {
  readonly principal: number;
  readonly months: number;
  readonly every: (typeof repayEvery)[number];
  /** Hundredths of a per cent. */
  readonly monthlyRate: number;
}

/**
 * Principal in equal parts, each whole đồng, the last one carrying what division leaves over;
 * interest for each period on what was still owed in it. A last period may be shorter than the others.
 */
export function instalmentsOf({ principal, months, every, monthlyRate }: Repayment): Instalments {
  const count = Math.ceil(months / monthsOf[every]);
  const part = Math.floor(principal / count);
  const rows: Instalments["rows"] = [];
  let owed = principal;
  for (let number = 1; number <= count; number++) {
    const afterMonths = Math.min(number * monthsOf[every], months);
    const interest = Math.round((owed * monthlyRate * (afterMonths - (number - 1) * monthsOf[every])) / 10_000);
    const paid = number === count ? owed : part;
    owed -= paid;
    rows.push({ number, afterMonths, principal: paid, interest, total: paid + interest, balance: owed });
  }
  return { principal, every, count, totalInterest: rows.reduce((sum, { interest }) => sum + interest, 0), rows };
}
