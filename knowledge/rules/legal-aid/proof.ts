import type { Day } from "../../provision.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { LegalAidInput } from "./legal-aid-input.ts";
import type { CategoryName } from "./legal-aid-output.ts";

/** What shows that somebody belongs to a group (Thông tư 08/2017, Điều 33). Groups not here: the paper has not been read. */
const proofs: Readonly<Partial<Record<CategoryName, readonly Step[]>>> = {
  "poor-household": [step("Giấy chứng nhận hộ nghèo.", "tt-08-2017-btp/33.2")],
  child: [step("Giấy khai sinh, căn cước, hộ chiếu, hoặc văn bản của cơ quan tố tụng ghi là trẻ em.", "tt-08-2017-btp/33.3")],
  "near-poor-accused": [step("Giấy chứng nhận hộ cận nghèo và văn bản tố tụng cho thấy mình bị buộc tội.", "tt-08-2017-btp/33.6")],
  elderly: [
    step(
      "Một trong các giấy: quyết định hưởng trợ cấp xã hội; quyết định nhận vào cơ sở bảo trợ; giấy hộ cận nghèo kèm giấy chứng minh tuổi.",
      "tt-08-2017-btp/33.9",
    ),
  ],
  disabled: [step("Giấy hộ cận nghèo kèm giấy chứng nhận khuyết tật, hoặc quyết định hưởng trợ cấp.", "tt-08-2017-btp/33.10")],
  "domestic-violence": [
    step(
      "Giấy hộ cận nghèo kèm giấy khám thương tích, quyết định cấm tiếp xúc hoặc quyết định xử phạt; hoặc quyết định nhận vào cơ sở bảo trợ.",
      "tt-08-2017-btp/33.12",
    ),
  ],
  hiv: [step("Giấy chứng minh khó khăn về tài chính kèm giấy xác nhận nhiễm HIV.", "tt-08-2017-btp/33.14")],
};

export function proofOf(name: CategoryName, asOf: Day): readonly Step[] {
  return inForceOn(asOf, proofs[name] ?? []);
}

/** Papers missing: where to get them again. */
export function missingPaperSteps({ papers }: LegalAidInput): readonly Step[] {
  if (papers === "lost") return [step("Mất giấy chứng minh diện thì xin xác nhận của nơi đã cấp giấy.", "tt-08-2017-btp/33-mat-giay")];
  if (papers === "none") return [step("Chưa có giấy hộ nghèo, cận nghèo thì làm ở Ủy ban xã, phường trước.", "tt-08-2017-btp/33-chua-co")];
  return [];
}

export const proofDoubt = "Giấy chứng minh diện em đọc ở thông tư năm 2017, chưa kiểm được bản sửa. Anh/chị hỏi lại khi gọi 1800 1233.";
export const unreadProofDoubt = "Diện của anh/chị dùng giấy nào chứng minh thì em chưa đọc được. Anh/chị gọi 1800 1233 hỏi trước khi đi.";
