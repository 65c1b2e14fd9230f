import type { Day } from "../../provision.ts";
import { isCurrent, type ProvisionId } from "../cited-law.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Says = Outcome<Pick<JudicialRecordOutput, "form1Says" | "form2Says">>;
type KnownRecord = NonNullable<JudicialRecordInput["record"]>;

const oldText = "Phần phiếu ghi gì em đọc ở bản luật năm 2009; luật đã sửa từ 01/7/2026 mà em chưa đọc nguyên văn.";
const correction = step(
  "Phiếu ghi sai thì đề nghị điều chỉnh; nơi cấp phải kiểm tra, sửa và báo lại. Không có phí xóa án tích nhanh.",
  "nd-216-2026/18",
);
const bringPapers = step("Án cũ có thể thiếu dữ liệu: nên mang bản án, giấy xong án, biên lai nộp tiền.", "nd-216-2026/9-mang-giay");

const form1: Readonly<Record<KnownRecord, readonly [NonNullable<JudicialRecordOutput["form1Says"]>, readonly Step[]]>> = {
  "never-convicted": ["no-record", [line("Người chưa từng bị kết án: Phiếu số 1 ghi không có án tích.", "luat-lltp-2009/42.2.a")]],
  "not-cleared": [
    "record",
    [
      line(
        "Chưa đủ điều kiện xóa án tích: Phiếu số 1 ghi có án tích, kèm tội danh và hình phạt. Vẫn có quyền xin phiếu.",
        "luat-lltp-2009/42.2.a-2",
        "luat-lltp-2009/7",
      ),
    ],
  ],
  "conditions-met": [
    "no-record-once-confirmed",
    [
      line(
        "Đủ điều kiện đương nhiên xóa thì nơi cấp phải tự tra xem có phạm tội mới không; chưa rõ thì tự đi xác minh.",
        "nd-216-2026/12.2",
        "nd-216-2026/12.2-2",
      ),
      line("Không có thông tin phạm tội mới thì ghi đã được xóa án tích.", "nd-216-2026/13"),
      line("Đủ điều kiện mà anh/chị yêu cầu thì được cấp phiếu ghi không có án tích.", "blhs-2015/70.4"),
      correction,
      bringPapers,
    ],
  ],
  "cleared-updated": [
    "no-record",
    [line("Đã được xóa án tích, dữ liệu đã sửa: Phiếu số 1 ghi không có án tích, không nhắc án cũ.", "luat-lltp-2009/42.2.b")],
  ],
  "cleared-not-updated": [
    "no-record-but-may-need-correction",
    [
      line("Đã được xóa án tích thì Phiếu số 1 phải ghi không có án tích, khi dữ liệu đã sửa.", "luat-lltp-2009/42.2.b"),
      correction,
      bringPapers,
    ],
  ],
  "great-amnesty": ["no-record", [line("Được đại xá, dữ liệu đã sửa: Phiếu số 1 ghi không có án tích.", "luat-lltp-2009/42.2.c")]],
  decriminalised: [
    "no-record-but-may-need-correction",
    [line("Việc cũ nay luật không coi là tội thì nơi quản lý phải xóa thông tin án tích đó.", "luat-lltp-2009/35"), correction],
  ],
  "no-record-by-law": [
    "no-record-but-may-need-correction",
    [line("Phạm tội vô ý thuộc loại nhẹ, hoặc được miễn hình phạt thì không bị coi là có án tích.", "blhs-2015/69.2"), correction],
  ],
};

export function whatItSays({ record }: JudicialRecordInput, asOf: Day): Says {
  const form2 = step("Phiếu số 2 ghi hết các án, cả án đã xóa.", "luat-lltp-2009/43");
  if (record === null)
    return outcome(
      { form1Says: null, form2Says: "every-conviction" },
      [form2],
      ["Chưa biết án tích của anh/chị thế nào nên em không nói được phiếu sẽ ghi gì."],
    );
  const [form1Says, steps] = form1[record];
  return outcome(
    { form1Says, form2Says: record === "never-convicted" ? null : "every-conviction" },
    [...inForceOn(asOf, steps), ...(record === "never-convicted" ? [] : [form2])],
    isCurrent("nd-216-2026/13", asOf) ? [oldText] : [],
  );
}

function line(says: string, ...rests: readonly ProvisionId[]): Step {
  return step(says, ...rests);
}
