import type { Day } from "../../provision.ts";
import { step } from "../reasoning.ts";
import { applyingOf } from "./applying.ts";
import { type Category, categoriesOf, needyFacts } from "./categories.ts";
import type { Judged } from "./judged.ts";
import type { LegalAidInput } from "./legal-aid-input.ts";
import type { CategoryName } from "./legal-aid-output.ts";

const unread = [
  "Từ 01/01/2027 luật sửa đổi được áp dụng, em mới đọc qua tóm tắt trên báo. Anh/chị gọi 1800 1233 hỏi mình có thuộc diện không.",
  "Nhóm nào của luật cũ còn giữ nguyên, em chưa đối chiếu được.",
];

/** From 2027 the text is unread: what the old law and the summaries say is shown, and a person is asked. */
export function judgeByAmendment(input: LegalAidInput, asOf: Day): Judged {
  const kept = categoriesOf(input, asOf).filter(({ holds }) => holds === true);
  const summary = groupsOfAmendment(input).filter(({ holds }) => holds === true);
  const rule = step("Luật sửa đổi từ 01/01/2027 đổi các nhóm được giúp; chữ của luật em chưa đọc được.", "luat-tgpl-sua-2026/se-doi-gi");
  return {
    verdict: "hand-over",
    groups: [...kept, ...summary],
    open: [],
    deciding: [rule],
    steps: [rule],
    // Days and hours of the old law may have changed with it.
    applying: { ...applyingOf(input, asOf), times: [] },
    otherHelp: [],
    doubts: unread,
  };
}

/** The groups the summaries name outright, no longer tied to need. */
export function groupsOfAmendment(input: LegalAidInput): readonly Category[] {
  const named: Readonly<Partial<Record<CategoryName, boolean | null>>> = {
    ...needyFacts(input),
    "near-poor-household": input.nearPoorHousehold,
    "monthly-allowance": input.monthlyAllowance,
  };
  return (Object.entries(named) as [CategoryName, boolean | null][]).map(([name, holds]) => ({
    name,
    holds,
    nearly: false,
    ...step("Nhóm này có tên trong bản tóm tắt luật sửa đổi.", "luat-tgpl-sua-2026/se-doi-gi"),
  }));
}
