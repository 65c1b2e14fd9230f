import type { Day } from "../../provision.ts";
import type { ProvisionId } from "../cited-law.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import { allOf, anyOf, type Known } from "../three-valued.ts";
import type { LegalAidInput } from "./legal-aid-input.ts";
import type { CategoryName } from "./legal-aid-output.ts";

/** One group of Điều 7 and whether the person belongs to it. */
export interface Category extends Step {
  readonly name: CategoryName;
  readonly holds: Known;
  /** Belongs to the group but for one more condition, which is worth telling. */
  readonly nearly: boolean;
}

/** The groups of the law in force on the day. What is read first is asked first: an interview starts with how poor the household is. */
export function categoriesOf(input: LegalAidInput, asOf: Day): readonly Category[] {
  return inForceOn(asOf, [...direct(input), ...youths(input), nearPoorAccused(input), traffickingVictim(input), ...needy(input)]);
}

/** Người có khó khăn về tài chính: a near-poor household or a monthly social allowance (Nghị định 144/2017, Điều 2). */
export function inNeed({ nearPoorHousehold, monthlyAllowance }: LegalAidInput): Known {
  return anyOf(nearPoorHousehold, monthlyAllowance);
}

function category(name: CategoryName, holds: Known, says: string, ...rests: readonly ProvisionId[]): Category {
  return { name, holds, nearly: false, ...step(says, ...rests) };
}

function direct(input: LegalAidInput): readonly Category[] {
  const { poorHousehold, meritorious, age, ethnicMinority } = input;
  return [
    category("meritorious", meritorious, "Người có công với cách mạng được giúp.", "luat-tgpl-2017/7.1"),
    category("poor-household", poorHousehold, "Người thuộc hộ nghèo được giúp.", "luat-tgpl-2017/7.2"),
    category("child", age === null ? null : age < 16, "Trẻ em dưới 16 tuổi được giúp.", "luat-tgpl-2017/7.3"),
    category(
      "ethnic-minority",
      allOf(ethnicMinority, () => input.hardArea),
      "Người dân tộc thiểu số sống ở vùng đặc biệt khó khăn được giúp.",
      "luat-tgpl-2017/7.4",
    ),
  ];
}

/** Khoản 5 was widened on 01/01/2026: from the accused to nearly everybody in a case, prisoners too. */
function youths(input: LegalAidInput): readonly Category[] {
  const { age } = input;
  const ofAge = age === null ? null : age >= 16 && age < 18;
  return [
    category(
      "aged-16-to-17",
      allOf(ofAge, () => (input.role === null ? null : input.role !== "none")),
      "Người từ đủ 16 đến dưới 18 tuổi bị tố giác, bị giữ, bị buộc tội, là bị hại, làm chứng, phạm nhân… được giúp.",
      "luat-tgpl-2017/7.5",
    ),
    category(
      "aged-16-to-17",
      allOf(ofAge, () => isAccused(input)),
      "Trước 01/01/2026, người từ đủ 16 đến dưới 18 tuổi được giúp khi bị buộc tội.",
      "luat-tgpl-2017/7.5-2017",
    ),
  ];
}

function isAccused({ role }: LegalAidInput): Known {
  return role === null ? null : role === "accused";
}

function nearPoorAccused(input: LegalAidInput): Category {
  return category(
    "near-poor-accused",
    allOf(input.nearPoorHousehold, () => isAccused(input)),
    "Người bị buộc tội thuộc hộ cận nghèo được giúp.",
    "luat-tgpl-2017/7.6",
  );
}

function traffickingVictim({ trafficking, age }: LegalAidInput): Category {
  const holds =
    trafficking === null ? null : trafficking === "minor-companion" ? allOf(true, age === null ? null : age < 18) : trafficking !== "none";
  const says =
    "Nạn nhân mua bán người, người đang được xác định là nạn nhân, người dưới 18 tuổi đi cùng được giúp, không cần khó khăn về tiền.";
  return category("trafficking-victim", holds, says, "luat-tgpl-2017/7.6a");
}

const needyGroups = {
  "martyr-family": "Cha mẹ đẻ, vợ, chồng, con liệt sĩ, người nuôi liệt sĩ",
  "agent-orange": "Người nhiễm chất độc da cam",
  elderly: "Người cao tuổi",
  disabled: "Người khuyết tật",
  "domestic-violence": "Nạn nhân bạo lực gia đình",
  hiv: "Người nhiễm HIV",
} as const;

/** Which fact of the input tells each group of khoản 7. */
export function needyFacts(input: LegalAidInput): Readonly<Record<keyof typeof needyGroups, Known>> {
  const { martyrFamily, agentOrange, elderly, disabled, domesticViolence, hiv } = input;
  return { "martyr-family": martyrFamily, "agent-orange": agentOrange, elderly, disabled, "domestic-violence": domesticViolence, hiv };
}

function needy(input: LegalAidInput): readonly Category[] {
  const facts = needyFacts(input);
  return (Object.keys(needyGroups) as (keyof typeof needyGroups)[]).map((name) => {
    const says = `${needyGroups[name]} được giúp khi có khó khăn về tài chính: thuộc hộ cận nghèo, hoặc đang hưởng trợ cấp xã hội hằng tháng.`;
    const group = category(
      name,
      allOf(facts[name], () => inNeed(input)),
      says,
      "luat-tgpl-2017/7.7",
      "nd-144-2017/2",
    );
    return { ...group, nearly: facts[name] === true && group.holds !== true };
  });
}
