import type { Day } from "../../provision.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { LoanInput } from "./loan-input.ts";

export interface Guidance {
  readonly papers: readonly Step[];
  readonly where: readonly Step[];
  readonly steps: readonly Step[];
  readonly doubts: readonly string[];
}

export function guidanceFor({ borrower }: LoanInput, asOf: Day): Guidance {
  const guidance = borrower.kind === "enterprise" ? forEnterprise : forPerson;
  return {
    papers: inForceOn(asOf, guidance.papers),
    where: inForceOn(asOf, guidance.where),
    steps: inForceOn(asOf, guidance.steps),
    doubts: guidance.doubts,
  };
}

/** Điều 4.1.a: the household's representative signs; alone at home, the released person does. */
export function signerOf({ borrower }: LoanInput): "household-representative" | "self" | null {
  if (borrower.kind === "enterprise" || borrower.adultInHousehold === null) return null;
  return borrower.adultInHousehold ? "household-representative" : "self";
}

export function signerSteps(input: LoanInput): readonly Step[] {
  if (input.borrower.kind === "enterprise") return [];
  const says = {
    "household-representative": "Người đại diện hộ gia đình đứng tên vay và giao dịch với ngân hàng.",
    self: "Trong hộ không còn người lớn nào làm được việc này, nên anh/chị tự đứng tên vay.",
    unknown: "Vay qua hộ gia đình: người đại diện hộ đứng tên. Trong hộ không còn người lớn nào đủ sức thì anh/chị tự đứng tên.",
  }[signerOf(input) ?? "unknown"];
  return [step(says, "qd-22-2023/4.1.a")];
}

const forPerson: Guidance = {
  papers: [
    step("Giấy chứng nhận chấp hành xong án phạt tù, hoặc giấy chứng nhận đặc xá.", "qd-22-2023/3.1.a"),
    step(
      "Mẫu của ngân hàng khi vay qua tổ: giấy đề nghị vay vốn kiêm phương án dùng vốn (01/TD), giấy ủy quyền (01/UQ).",
      "nhcsxh-dvc-1338/giay-to",
    ),
  ],
  where: [
    step("Công an xã, phường nơi ở: ghi tên vào danh sách. Ủy ban xã xác nhận.", "qd-22-2023/3.2.a", "qd-22-2023/14.6.c"),
    step("Tổ tiết kiệm và vay vốn ở khu phố, ấp: nộp giấy đề nghị vay.", "qd-22-2023/4.1.b"),
    step("Trụ sở ngân hàng hoặc điểm giao dịch ở xã: nhận tiền, trả nợ.", "nd-06-2026/30.3"),
  ],
  steps: [
    step("Báo Công an xã mình muốn vay, đưa giấy chứng nhận; nên báo trước ngày 05.", "qd-22-2023/14.2.c"),
    step("Công an xã đưa tên vào danh sách, Ủy ban xã xác nhận.", "qd-22-2023/3.2.a"),
    step("Bàn với gia đình xem ai đứng tên.", "qd-22-2023/4.1.a"),
    step("Vào Tổ tiết kiệm và vay vốn, nộp giấy đề nghị vay.", "qd-22-2023/cac-buoc"),
    step(
      "Ngân hàng xét, báo lịch; nhận tiền ở điểm giao dịch xã. Có tên trong danh sách chưa chắc được vay.",
      "qd-22-2023/cac-buoc",
      "qd-22-2023/14.4",
    ),
    step("Không phải nộp khoản phí nào; ai đòi tiền thì báo Công an xã.", "qd-22-2023/khong-co-phi"),
  ],
  doubts: ["Mẫu giấy riêng cho chương trình này và số ngày ngân hàng phải trả lời, em chưa xác minh được."],
};

const forEnterprise: Guidance = {
  papers: [
    step("Phương án vay vốn có Ủy ban xã nơi làm xác nhận (Mẫu số 02).", "qd-22-2023/3.2.b", "qd-22-2023/14.6.c"),
    step("Hợp đồng lao động với những người đã xong án.", "qd-22-2023/3.2.b"),
  ],
  where: [step("Cơ sở vay trực tiếp tại Ngân hàng Chính sách xã hội, không qua tổ.", "qd-22-2023/4.2")],
  steps: [
    step("Lập phương án, đưa Ủy ban xã nơi làm xác nhận.", "qd-22-2023/3.2.b"),
    step("Nộp cho ngân hàng và chờ ngân hàng quyết định theo nguồn vốn và hồ sơ.", "qd-22-2023/4.2", "qd-22-2023/14.4"),
    step("Không phải nộp khoản phí nào để được xác nhận.", "qd-22-2023/khong-co-phi"),
  ],
  doubts: ["Hồ sơ và số ngày ngân hàng phải trả lời, em chưa xác minh được."],
};
