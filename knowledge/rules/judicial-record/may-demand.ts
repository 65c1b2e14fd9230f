import type { Day } from "../../provision.ts";
import { isCurrent } from "../cited-law.ts";
import { step } from "../reasoning.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";
import type { JudicialRecordOutput } from "./judicial-record-output.ts";
import { type Outcome, outcome } from "./outcome.ts";

type Demand = Outcome<JudicialRecordOutput["mayDemand"]>;

const nobodyMayDemandForm2 = step(
  "Không cơ quan, tổ chức, cá nhân nào được bắt anh/chị nộp Phiếu số 2.",
  "luat-lltp-sua-2025/khong-doi-phieu-so-2",
);
const form1NeedsALaw = step(
  "Phiếu số 1 chỉ được đòi khi có luật, pháp lệnh, nghị định hoặc nghị quyết của Quốc hội, Chính phủ cho đòi.",
  "luat-lltp-sua-2025/khong-doi-phieu-so-1",
);
const askThem = step("Anh/chị có quyền hỏi họ dựa vào văn bản nào để đòi.", "luat-lltp-sua-2025/hoi-can-cu");
const fromTheWords = "Nội quy, thông tư hay quyết định của tỉnh không đủ để đòi là suy từ câu chữ của luật, em đọc qua báo.";

/** May whoever asks for the paper demand it? Rules on this are known from 01/7/2026 only. */
export function judgeDemand(input: JudicialRecordInput, asOf: Day): Demand {
  const { purpose, asked } = input;
  if (asked === null) return outcome(null, []);
  if (purpose === "abroad") return judgeAbroad(asOf);
  if (!isCurrent("luat-lltp-sua-2025/khong-doi-phieu-so-1", asOf))
    return purpose === "civil-service" && isCurrent("nd-170-2025/18", asOf)
      ? ownLookUp
      : outcome("unknown", [], ["Trước 01/7/2026 nơi nào được đòi phiếu thì em chưa đọc được luật."]);
  if (purpose === "civil-service") return ownLookUp;
  if (purpose === "criminal-proceedings")
    return outcome("no", [
      step("Công an điều tra, Viện kiểm sát, Tòa án tự hỏi nơi cấp phiếu, anh/chị không phải đi xin.", "nd-216-2026/21.2"),
      nobodyMayDemandForm2,
    ]);
  if (purpose === "administrative-procedure" && input.dataConnected !== null) return judgeState(input.dataConnected, input);
  return asked === "form-2" ? outcome("no", [nobodyMayDemandForm2, form1NeedsALaw]) : judgeForm1(input.legalBasis);
}

const ownLookUp: Demand = outcome(
  "no",
  [step("Nơi tuyển công chức tự lấy thông tin lý lịch tư pháp, người trúng tuyển không phải nộp phiếu.", "nd-170-2025/18")],
  ["Điều này em đọc qua nguồn gián tiếp; anh/chị hỏi lại nơi tuyển."],
);

function judgeAbroad(asOf: Day): Demand {
  const known = isCurrent("quoc-hoi-lltp-2025/nuoc-ngoai", asOf);
  return outcome(
    null,
    known
      ? [
          step(
            "Luật Việt Nam không buộc được sứ quán, chủ nước ngoài. Nộp hay không do anh/chị quyết định.",
            "quoc-hoi-lltp-2025/nuoc-ngoai",
          ),
        ]
      : [],
  );
}

function judgeState(connected: boolean, { asked, legalBasis }: JudicialRecordInput): Demand {
  if (connected) return outcome("no", [step("Cơ quan nhà nước đã nối dữ liệu thì tự tra, không bắt dân nộp lại.", "nd-216-2026/6.4")]);
  if (asked === "form-2") return outcome("no", [nobodyMayDemandForm2]);
  const mayComplete = step("Dữ liệu thiếu hoặc chưa đúng thì cơ quan được đề nghị bổ sung.", "nd-216-2026/6.4-2");
  const { value, steps, doubts } = judgeForm1(legalBasis);
  return outcome(value, [mayComplete, ...steps], doubts);
}

function judgeForm1(legalBasis: JudicialRecordInput["legalBasis"]): Demand {
  switch (legalBasis) {
    case "law-or-decree":
      return outcome(
        "yes",
        [form1NeedsALaw],
        ["Văn bản họ đưa ra có đúng là luật, nghị định cho đòi hay không, anh/chị nhờ người xem giúp."],
      );
    case "lower-document":
    case "internal-rule":
      return outcome(
        "no",
        [form1NeedsALaw, step("Nội quy công ty, thông tư hay quyết định của tỉnh không đủ để đòi.", "luat-lltp-sua-2025/noi-quy-khong-du")],
        [fromTheWords],
      );
    case "none":
      return outcome("no", [form1NeedsALaw, askThem]);
    case null:
      return outcome("only-with-basis", [form1NeedsALaw, askThem]);
  }
}
