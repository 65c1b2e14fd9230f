import type { Day } from "../../provision.ts";
import { isCurrent } from "../cited-law.ts";
import { type Step, step } from "../reasoning.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Time = Outcome<Pick<JudicialRecordOutput, "answerWithin" | "doneWithin">>;

const open = { workingDays: null, days: null };
const slip = "Trang dịch vụ công có lúc còn ghi 10–15 ngày; anh/chị cứ theo ngày trên giấy hẹn.";

export function timeFor(input: JudicialRecordInput, day: Day): Time {
  return isCurrent("luat-lltp-sua-2025/thoi-han", day) ? timeNow(input) : timeBefore(input);
}

function timeNow(input: JudicialRecordInput): Time {
  const steps: readonly Step[] = [
    step("Thời hạn cấp phiếu là 05 ngày làm việc.", "luat-lltp-sua-2025/thoi-han"),
    ...(input.record === "conditions-met"
      ? [
          step(
            "Người đương nhiên được xóa án tích: trong 05 ngày từ khi thấy đủ điều kiện thì cấp phiếu ghi không có án tích.",
            "blttths-2015/369.1-cap-phieu",
          ),
        ]
      : []),
  ];
  const [answerWithin, answer] = answerTo(input.channel);
  return outcome({ answerWithin, doneWithin: { workingDays: 5, days: null } }, [...answer, ...steps], [slip]);
}

function answerTo(channel: JudicialRecordInput["channel"]): readonly [string | null, readonly Step[]] {
  switch (channel) {
    case null:
      return [null, []];
    case "online":
      return ["08 giờ làm việc", [step("Nộp trực tuyến thì trong 08 giờ làm việc máy báo nhận hay không.", "nd-216-2026/23.1")]];
    case "in-person":
      return [
        "01 giờ",
        [step("Nộp trực tiếp thì trong 01 giờ có giấy hẹn, hoặc phiếu bổ sung, hoặc phiếu từ chối.", "nd-216-2026/23.2.d")],
      ];
    case "post":
      return ["01 ngày làm việc", [step("Gửi bưu điện thì trong 01 ngày làm việc từ khi nhận có trả lời.", "nd-216-2026/23.2.d")]];
  }
}

/** Luật 2009, Điều 48: ten days, fifteen where things must be looked into; papers filed under it stay under it (Nghị định 216/2026, Điều 28). */
function timeBefore({ needsVerification, citizenship, record }: JudicialRecordInput): Time {
  const longer = citizenship !== "vietnamese" || record === "conditions-met" || needsVerification === true ? true : needsVerification;
  const rule = step(
    "Nộp trước 01/7/2026: 10 ngày; 15 ngày nếu ở nhiều nơi, từng ở nước ngoài, là người nước ngoài hoặc phải xác minh xóa án tích.",
    "luat-lltp-2009/48",
  );
  const days = longer === null ? null : longer ? 15 : 10;
  return outcome(
    { answerWithin: null, doneWithin: { ...open, days } },
    [rule],
    longer === null ? ["Em chưa biết hồ sơ có phải xác minh thêm không."] : [],
  );
}
