import { type Day, writtenDay } from "../../provision.ts";
import { isCurrent, isFresh, type ProvisionId } from "../cited-law.ts";
import { type Step, step } from "../reasoning.ts";
import { writtenPercent } from "../written-sum.ts";
import type { LoanOutput } from "./loan-output.ts";

interface Version {
  /** Hundredths of a per cent a year, so that sums stay whole numbers. */
  readonly yearly: number;
  readonly since: Day | null;
  readonly rests: readonly [ProvisionId, ...ProvisionId[]];
}

/** The rate for poor households, which Điều 9.1 makes the rate of this loan, by the day it applies. */
const versions: readonly Version[] = [
  { yearly: 624, since: "2025-12-01" as Day, rests: ["qd-2553-2025/1.1", "qd-2553-2025/2"] },
  // Since when it was 6,6% has not been read.
  { yearly: 660, since: null, rests: ["qd-2553-2025/lai-cu"] },
];

export interface InterestRate {
  readonly interest: NonNullable<LoanOutput["interest"]>;
  /** Hundredths of a per cent. */
  readonly monthly: number;
  readonly rests: Version["rests"];
  readonly steps: readonly Step[];
}

/** The rate in force on the day; nothing where it has not been read, or was read too long ago. */
export function rateOn(asOf: Day): InterestRate | undefined {
  const version = versions.find(({ rests }) => rests.every((id) => isCurrent(id, asOf) && isFresh(id, asOf)));
  if (version === undefined) return undefined;
  const { yearly, since, rests } = version;
  const monthly = yearly / 12;
  const interest = { yearlyPercent: yearly / 100, monthlyPercent: monthly / 100, overdueYearlyPercent: (yearly * 130) / 10_000, since };
  const start = since === null ? "" : `, áp dụng từ ngày ${writtenDay(since)}, cả với khoản còn nợ`;
  const says =
    `Lãi bằng lãi hộ nghèo: ${writtenPercent(interest.yearlyPercent)}/năm, tức ${writtenPercent(interest.monthlyPercent)}/tháng${start}. ` +
    `Nợ quá hạn chịu 130% mức đó: ${writtenPercent(interest.overdueYearlyPercent)}/năm (tự tính).`;
  return { interest, monthly, rests, steps: [step(says, "qd-22-2023/9.1", "qd-22-2023/9.2", ...rests)] };
}

export const rateDoubt = "Lãi suất ngày này là bao nhiêu em chưa có số chắc. Anh/chị hỏi Ngân hàng Chính sách xã hội.";
