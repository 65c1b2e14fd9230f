import type { Day } from "../../provision.ts";
import { inForceOn, step } from "../reasoning.ts";
import { applyingOf } from "./applying.ts";
import { type Category, categoriesOf } from "./categories.ts";
import { groupsOfAmendment } from "./judge-by-amendment.ts";
import { type Judged, noJudgment } from "./judged.ts";
import type { LegalAidInput } from "./legal-aid-input.ts";
import { missingPaperSteps } from "./proof.ts";

const free = step("Trợ giúp pháp lý không lấy tiền. Ai đòi tiền, quà là làm sai.", "luat-tgpl-2017/2", "luat-tgpl-2017/6.1");
const field = step("Trợ giúp pháp lý giúp mọi việc, trừ kinh doanh, thương mại.", "luat-tgpl-2017/27.1");
const concrete = step("Phải có việc cụ thể liên quan đến quyền lợi của mình thì mới được nhận.", "luat-tgpl-2017/30.1");
const elsewhere = step("Việc đang được nơi khác trợ giúp thì bị từ chối, bằng văn bản.", "luat-tgpl-2017/30.3");
const onlyReleased = step("Chỉ vì ra tù thì chưa thuộc diện; phải thuộc một nhóm luật nêu.", "luat-tgpl-2017/7");
const police = step("Không thuộc diện thì Công an xã vẫn phải hướng dẫn xóa án tích, xin phiếu lý lịch tư pháp.", "tt-10-2024-bca/17");
const policeDoubt = "Phần Công an xã hướng dẫn em đọc ở thông tư năm 2024; thông tư này còn áp dụng không, em chưa chắc.";

/** Điều 7 as it stands until 31/12/2026. */
export function judgeByLawOf2017(input: LegalAidInput, asOf: Day): Judged {
  const categories = categoriesOf(input, asOf);
  const groups = categories.filter(({ holds }) => holds === true);
  if (groups.length > 0) return judgeMatter(input, asOf, groups);
  const unsaid = categories.filter(({ holds }) => holds === null);
  const nearly = categories.filter((category) => category.nearly);
  const early = traffickedBeforeItsOwnClause(input, categories);
  const outside = { ...noJudgment, ...otherHelpOn(input, asOf) };
  if (unsaid.length === 0 && early.length === 0)
    return { ...outside, verdict: "not-covered", deciding: [onlyReleased], steps: [onlyReleased, ...nearly] };
  return {
    ...outside,
    open: unsaid.map(({ name }) => name),
    deciding: [onlyReleased, ...unsaid],
    steps: [onlyReleased, ...nearly],
    doubts: [...outside.doubts, ...early, ...(unsaid.length > 0 ? ["Còn thiếu thông tin để biết anh/chị có thuộc diện không."] : [])],
  };
}

function judgeMatter(input: LegalAidInput, asOf: Day, groups: readonly Category[]): Judged {
  const inside = { ...noJudgment, groups, deciding: groups };
  const refused = { ...inside, verdict: "not-covered" as const, ...otherHelpOn(input, asOf) };
  if (input.matter === "business") return { ...refused, deciding: [field], steps: [field] };
  if (input.helpedElsewhere) return { ...refused, deciding: [elsewhere], steps: [elsewhere] };
  const welcome = { ...inside, applying: applyingOf(input, asOf), steps: [free, field, concrete, ...missingPaperSteps(input)] };
  if (input.matter === "none") return { ...welcome, verdict: "not-yet", deciding: [concrete] };
  if (input.matter === null) return { ...welcome, deciding: [field, concrete], doubts: ["Em chưa biết anh/chị cần giúp việc gì."] };
  return { ...welcome, verdict: "covered" };
}

/** Khoản 6a is of 01/7/2025; how the law treated victims of trafficking before it has not been read. */
function traffickedBeforeItsOwnClause({ trafficking }: LegalAidInput, categories: readonly Category[]): readonly string[] {
  const known = categories.some(({ name }) => name === "trafficking-victim") || trafficking === "none";
  return known ? [] : ["Trước 01/7/2025 nạn nhân mua bán người thuộc diện nào em chưa đọc được."];
}

function otherHelpOn(input: LegalAidInput, asOf: Day): Pick<Judged, "otherHelp" | "doubts"> {
  const soon = groupsOfAmendment(input).some(({ holds }) => holds === true)
    ? [step("Theo tin trên báo, luật sửa đổi từ 01/01/2027 nêu thêm nhóm của anh/chị; khi đó hỏi lại.", "tin-luat-tgpl-2026/tom-tat")]
    : [];
  const otherHelp = inForceOn(asOf, [police, ...soon]);
  return { otherHelp, doubts: otherHelp.includes(police) ? [policeDoubt] : [] };
}
