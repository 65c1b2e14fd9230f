import type { Day } from "../../provision.ts";
import { isCurrent } from "../cited-law.ts";
import { type Step, step } from "../reasoning.ts";
import { allOf } from "../three-valued.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { channels, JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Channel = (typeof channels)[number];

export interface Way {
  /** May the chosen way be taken? Null: the law of the day, or the facts, leave it open. */
  readonly allowed: boolean | null;
  readonly channels: readonly Channel[];
  readonly authorisationNeeded: boolean | null;
  readonly steps: readonly Step[];
  readonly doubts: readonly string[];
}

/** Who may apply for whom and by which way, by the law on the day of filing. */
export function wayOf(input: JudicialRecordInput, form: JudicialRecordOutput["form"], day: Day): Way {
  return isCurrent("nd-216-2026/22.1", day) ? wayNow(input) : wayBefore(input, form);
}

function wayNow(input: JudicialRecordInput): Way {
  const closed = closedTo(input);
  if (closed !== undefined)
    return { allowed: closed.allowed, channels: [], authorisationNeeded: null, steps: closed.steps, doubts: closed.doubts };
  const byOther = input.appliedBy === "other";
  const open: Channel[] = [
    ...(byOther || input.vneidLevelTwo === false ? [] : (["online"] as const)),
    ...(input.abroadNow ? [] : (["in-person"] as const)),
    "post",
  ];
  const notarised = !byOther || input.authorisation === "notarised" ? true : input.authorisation === null ? null : false;
  const chosen = isOpen(input, open);
  return {
    allowed: allOf(notarised, chosen.value),
    channels: open,
    authorisationNeeded: byOther,
    steps: [...whoSteps(input), ...howSteps(input, open)],
    doubts: [...(notarised === null ? ["Em chưa biết giấy ủy quyền đã có công chứng hoặc chứng thực chưa."] : []), ...chosen.doubts],
  };
}

function isOpen(input: JudicialRecordInput, open: readonly Channel[]): Outcome<boolean | null> {
  const { channel } = input;
  if (channel === null) return outcome(true, []);
  if (!open.includes(channel)) return outcome(false, []);
  if (channel === "online" && input.vneidLevelTwo === null)
    return outcome(null, [], ["Nộp trực tuyến phải có tài khoản định danh mức 2; em chưa biết anh/chị có chưa."]);
  if (channel === "post" && input.residence === "none")
    return outcome(
      null,
      [],
      ["Không có thường trú, tạm trú thì gửi bưu điện về đâu em chưa đọc được; anh/chị nộp trực tiếp ở nơi gần nhất."],
    );
  return outcome(true, []);
}

function closedTo({ atLeast16, citizenship, appliedBy }: JudicialRecordInput): Pick<Way, "allowed" | "steps" | "doubts"> | undefined {
  const rule = step(
    "Người xin phiếu của mình phải từ đủ 16 tuổi, là công dân Việt Nam hoặc người nước ngoài đã, đang cư trú ở Việt Nam.",
    "luat-lltp-sua-2025/ai-duoc-xin",
  );
  if (citizenship === "foreign-never-resident") return { allowed: false, steps: [rule], doubts: [] };
  if (atLeast16) return undefined;
  if (appliedBy === "self") return { allowed: false, steps: [rule], doubts: [] };
  return {
    allowed: null,
    steps: [rule],
    doubts: ["Xin phiếu cho người dưới 16 tuổi có được không, em chưa đọc được. Hỏi nơi nhận hồ sơ."],
  };
}

function whoSteps({ appliedBy }: JudicialRecordInput): readonly Step[] {
  switch (appliedBy) {
    case "self":
      return [];
    case "family":
    case "guardian":
      return [step("Xin cho cha, mẹ, vợ, chồng, con, người mình giám hộ: không phải làm giấy ủy quyền.", "nd-216-2026/22.2.a")];
    case "other":
      return [
        step(
          "Xin cho anh, chị, em, bạn bè: phải có ủy quyền công chứng hoặc chứng thực, chỉ nộp trực tiếp hoặc qua bưu điện.",
          "nd-216-2026/22.2.b",
        ),
        step("Nay được ủy quyền xin cả Phiếu số 1 và Phiếu số 2.", "luat-lltp-sua-2025/uy-quyen"),
      ];
  }
}

const howSteps = ({ abroadNow, vneidLevelTwo }: JudicialRecordInput, open: readonly Channel[]): readonly Step[] => [
  step("Có 3 cách xin phiếu: trực tuyến, trực tiếp, qua bưu điện.", "nd-216-2026/22.1"),
  ...(open.includes("online")
    ? [step("Trực tuyến: khai trên VNeID hoặc Cổng dịch vụ công, không cần công chứng gì.", "nd-216-2026/22.1.a")]
    : []),
  ...(open.includes("in-person") ? [step("Trực tiếp: nộp ở nơi cấp phiếu nơi cư trú hoặc nơi gần nhất.", "nd-216-2026/22.1.c")] : []),
  abroadNow
    ? step("Đang ở nước ngoài thì gửi bưu điện về công an nơi cư trú trước khi xuất cảnh.", "nd-216-2026/22.6.a")
    : step("Bưu điện: tờ khai phải chứng thực chữ ký, gửi công an nơi thường trú, không có thì nơi tạm trú.", "nd-216-2026/22.1.b"),
  ...(vneidLevelTwo === false && !abroadNow
    ? [step("Chưa có định danh mức 2 thì nộp trực tiếp hoặc qua bưu điện; nên làm căn cước trước.", "luat-lltp-sua-2025/chua-dinh-danh")]
    : []),
];

/** Before 01/7/2026 only the ban on sending somebody else for form 2 has been read (Luật 2009, Điều 46.2). */
function wayBefore({ appliedBy }: JudicialRecordInput, form: JudicialRecordOutput["form"]): Way {
  const alone = step("Trước 01/7/2026, Phiếu số 2 phải tự đi xin, không ủy quyền.", "luat-lltp-2009/46.2");
  const unread = "Cách nộp, ai được xin thay trước 01/7/2026 em chưa đọc đủ; hỏi nơi nhận hồ sơ.";
  const barred = form === "form-2" && appliedBy !== "self";
  return {
    allowed: barred ? false : null,
    channels: [],
    authorisationNeeded: null,
    steps: form === "form-2" || form === "form-1-or-2" ? [alone] : [],
    doubts: barred ? [] : [unread],
  };
}
