import type { Day } from "../../provision.ts";
import { isCurrent } from "../cited-law.ts";
import { type Step, step } from "../reasoning.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Form = Outcome<JudicialRecordOutput["form"]>;

const uses = step(
  "Phiếu số 1 để nộp cho nơi yêu cầu đúng luật. Phiếu số 2 cho cơ quan tố tụng và để tự mình biết hồ sơ.",
  "luat-lltp-2009/41",
);
const keepForm2 = step(
  "Đừng đưa Phiếu số 2 cho nơi tuyển dụng: phiếu này ghi cả án đã xóa. Phiếu số 1 là đủ.",
  "luat-lltp-2009/43-khong-nen-dua",
);

/** Which form the purpose calls for. Both exist under the old law and the amended one. */
export function formFor(input: JudicialRecordInput, asOf: Day): Form {
  const kept: readonly Step[] = isCurrent("luat-lltp-sua-2025/hai-loai", asOf)
    ? [step("Luật sửa đổi vẫn giữ cả hai loại phiếu.", "luat-lltp-sua-2025/hai-loai")]
    : [];
  switch (input.purpose) {
    case "know-own-record":
      return outcome("form-2", [uses, ...kept]);
    case "prove-record-cleared":
      return outcome("form-1", [
        step("Giấy chứng minh đã được xóa án tích là Phiếu số 1; không có giấy riêng.", "blttths-2015/369.1"),
        ...kept,
      ]);
    case "private-job":
    case "practice-licence":
      return outcome("form-1", [uses, keepForm2]);
    case "administrative-procedure":
      return input.dataConnected === true ? outcome(null, []) : outcome("form-1", [uses]);
    case "civil-service":
      return outcome(null, []);
    case "criminal-proceedings":
      return outcome(null, [uses]);
    case "abroad":
      return outcome(
        input.asked === "form-1" || input.asked === "form-2" ? input.asked : "form-1-or-2",
        [step("Nộp cho nước ngoài thì dùng Phiếu số 1 hoặc số 2 tùy nước. Phiếu số 2 ghi cả án đã xóa.", "luat-lltp-2009/42-nuoc-ngoai")],
        ["Nước đó đòi loại nào thì hỏi sứ quán hoặc nơi nhận trước khi xin."],
      );
  }
}
