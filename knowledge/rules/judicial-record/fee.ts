import { Day } from "../../provision.ts";
import { isCurrent, isFresh } from "../cited-law.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import { allOf } from "../three-valued.ts";
import { writtenSum } from "../written-sum.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Fee = Outcome<JudicialRecordOutput["fee"]>;

const exempt = new Set(["child", "elderly", "disabled", "poor-household", "near-poor-household", "hard-commune"]);
const reduced = new Set(["student", "meritorious", "martyr-family"]);
/** Until 31/12/2025 filing online cost less; the circular gives both sums. */
const cheaperOnlineUntil = Day.parse("2025-12-31");
const extraCopy = 5_000;

const nothingSure = (doubt: string): Fee => outcome({ dong: null, exempt: null }, [], [doubt]);

/** What it costs; `online` says whether it is filed online, null that it may be. */
export function feeFor(input: JudicialRecordInput, day: Day, online: boolean | null): Fee {
  if (!isCurrent("tt-16-2025-btc/phi", day)) return nothingSure("Phí trước 24/4/2025 em chưa đọc; khi đó hộ cận nghèo chưa được miễn.");
  if (!isFresh("tt-16-2025-btc/phi", day)) return nothingSure("Phí em mới kiểm đến 28/02/2027, có thể đã đổi. Hỏi nơi nhận hồ sơ.");
  if (input.feeGroup === null) return nothingSure("Em chưa biết anh/chị thuộc diện phí nào.");
  if (exempt.has(input.feeGroup)) return exemptFee(input, day);
  const free = isCurrent("nq-66-22-2026/5-ly-lich-tu-phap", day) ? allOf(online, isComplete(input)) : false;
  if (free === true) return freeOfCharge(input);
  if (free === null) return nothingSure(onlineDoubt);
  if (cheaperOnlineUntil < day) return fullFee(input, false);
  return online === null ? nothingSure(cheaperDoubt) : fullFee(input, online);
}

function exemptFee({ copies }: JudicialRecordInput, day: Day): Fee {
  const steps = inForceOn(day, [
    step("Diện của anh/chị không phải đóng phí.", "tt-16-2025-btc/5"),
    step("Nộp kèm bản chụp giấy chứng minh, như sổ hộ nghèo, giấy khuyết tật.", "nd-216-2026/22.8"),
  ]);
  return copies > 2
    ? outcome({ dong: null, exempt: true }, steps, [
        "Người được miễn phí mà xin hơn 2 bản có phải trả tiền bản thêm không, em chưa đọc được.",
      ])
    : outcome({ dong: 0, exempt: true }, steps);
}

const onlineDoubt =
  "Từ 15/8/2026 đến 28/02/2027 nộp trực tuyến có thể 0 đồng; còn tùy VNeID của anh/chị đã có đủ thông tin chưa. Xem số tiền máy hiện ra.";

/** Nghị quyết 66.22/2026, Điều 5: level 2, the five kinds and the judicial record itself on VNeID. */
function isComplete({ vneidLevelTwo, fiveKindsIntegrated, recordIntegrated }: JudicialRecordInput): boolean | null {
  return allOf(vneidLevelTwo, fiveKindsIntegrated, recordIntegrated);
}

const cheaperDoubt = "Năm 2025 nộp trực tuyến thì phí thấp hơn; em chưa biết anh/chị nộp cách nào.";

function freeOfCharge({ copies }: JudicialRecordInput): Fee {
  const rule = step(
    "Từ 15/8/2026 đến 28/02/2027, nộp trực tuyến mà VNeID đã có đủ thông tin thì phí 0 đồng.",
    "nq-66-22-2026/5-ly-lich-tu-phap",
  );
  const scan = "Phần 0 đồng em đọc ở bản quét, cần đối chiếu Công báo; anh/chị xem số tiền máy hiện ra trước khi trả.";
  return copies > 2
    ? outcome({ dong: null, exempt: null }, [rule], [scan, "Xin hơn 2 bản có phải trả tiền bản thêm không, em chưa đọc được."])
    : outcome({ dong: 0, exempt: true }, [rule], [scan]);
}

function fullFee({ feeGroup, copies }: JudicialRecordInput, online: boolean): Fee {
  const half = feeGroup !== null && reduced.has(feeGroup);
  const sum = half ? (online ? 80_000 : 100_000) : online ? 170_000 : 200_000;
  const extra = Math.max(0, copies - 2) * extraCopy;
  const steps: Step[] = [
    online
      ? step(`Nộp trực tuyến năm 2025: ${writtenSum(sum)} một lần.`, "tt-16-2025-btc/giam-truc-tuyen-2025")
      : half
        ? step(
            `Học sinh từ đủ 16 tuổi, sinh viên, người có công, thân nhân liệt sĩ: phí ${writtenSum(sum)} một lần.`,
            "tt-16-2025-btc/phi-giam",
          )
        : step(
            `Phí ${writtenSum(sum)} một lần một người, phiếu nào cũng vậy. Người ra tù không phải diện miễn riêng.`,
            "tt-16-2025-btc/phi",
            "tt-16-2025-btc/nguoi-ra-tu",
          ),
    ...(extra > 0 ? [step(`Từ bản thứ 3 thêm ${writtenSum(extraCopy)} một bản.`, "tt-16-2025-btc/phieu-thu-ba")] : []),
  ];
  return outcome({ dong: sum + extra, exempt: false }, steps);
}
