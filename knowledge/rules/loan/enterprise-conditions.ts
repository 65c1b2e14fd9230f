import { step } from "../reasoning.ts";
import { isTold } from "../told.ts";
import { writtenSum } from "../written-sum.ts";
import { type Finding, isSettled } from "./finding.ts";
import type { EnterpriseBorrower, LoanInput } from "./loan-input.ts";
import { judgeOtherDebt } from "./person-conditions.ts";

/** Above this an enterprise needs security; exactly this much goes without (Điều 10.2, "trên"). */
export const mostWithoutCollateral = 100_000_000;

export function judgeEnterprise(enterprise: EnterpriseBorrower, input: Pick<LoanInput, "amountAsked">): readonly Finding[] {
  const form = judgeForm(enterprise);
  const looksAtAll = !isSettled([form]);
  const lawful = looksAtAll || isTold(enterprise, "lawful") ? [judgeLawful(enterprise)] : [];
  const share = looksAtAll || (isTold(enterprise, "employees") && isTold(enterprise, "releasedEmployees")) ? [judgeShare(enterprise)] : [];
  const settled = isSettled([form, ...lawful, ...share]);
  const looksAt = (name: keyof EnterpriseBorrower) => !settled || isTold(enterprise, name);
  return [
    form,
    ...lawful,
    ...share,
    ...(looksAt("contracts")
      ? [judgePoint("contracts", enterprise.contracts, "Phải có hợp đồng lao động với những người đã xong án đó.")]
      : []),
    ...(looksAt("planConfirmed")
      ? [judgePoint("plan", enterprise.planConfirmed, "Phương án vay phải được Ủy ban xã nơi làm xác nhận (Mẫu số 02).")]
      : []),
    ...(looksAt("otherDebt") ? [judgeOtherDebt(enterprise.otherDebt)] : []),
    ...(!settled || isTold(input, "amountAsked") ? judgeCollateral(enterprise, input.amountAsked) : []),
  ];
}

function judgeLawful({ lawful }: EnterpriseBorrower): Finding {
  return judgePoint("lawful", lawful, "Cơ sở phải lập và hoạt động hợp pháp.");
}

function judgeForm({ form }: EnterpriseBorrower): Finding {
  return {
    name: "form",
    status: form === null ? "unknown" : form === "other" ? "failed" : "met",
    ...step("Cơ sở được vay là doanh nghiệp nhỏ và vừa, hợp tác xã, tổ hợp tác, hộ kinh doanh.", "qd-22-2023/3.1.b"),
    doubts: [],
  };
}

function judgeShare({ employees, releasedEmployees }: EnterpriseBorrower): Finding {
  const rule = step("Ít nhất 10% tổng số lao động phải là người đã xong án đủ điều kiện.", "qd-22-2023/3.2.b");
  const name = "share";
  if (employees === null || releasedEmployees === null) return { name, status: "unknown", ...rule, doubts: [] };
  if (releasedEmployees > employees)
    return { name, status: "unknown", ...rule, doubts: ["Số người đã xong án lớn hơn tổng số lao động; anh/chị xem lại hai con số."] };
  const needed = Math.ceil(employees / 10);
  const says = `${rule.says} Có ${employees} lao động thì cần ít nhất ${needed} người; cơ sở có ${releasedEmployees} người.`;
  // Hiring can still mend it, so a share that is too small is "not yet".
  return { name, status: releasedEmployees >= needed ? "met" : "not-yet", ...step(says, "qd-22-2023/3.2.b"), doubts: [] };
}

function judgeCollateral({ collateral }: EnterpriseBorrower, amountAsked: number | null): readonly Finding[] {
  if (amountAsked === null || amountAsked <= mostWithoutCollateral) return [];
  const says = `Cơ sở vay trên ${writtenSum(mostWithoutCollateral)} phải có tài sản bảo đảm.`;
  const status = collateral === null ? "unknown" : collateral ? "met" : "not-yet";
  return [{ name: "collateral", status, ...step(says, "qd-22-2023/10.2"), doubts: [] }];
}

function judgePoint(name: string, holds: boolean | null, says: string): Finding {
  return { name, status: holds === null ? "unknown" : holds ? "met" : "not-yet", ...step(says, "qd-22-2023/3.2.b"), doubts: [] };
}
