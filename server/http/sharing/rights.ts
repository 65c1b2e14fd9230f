import type { Library } from "../../../knowledge/library.ts";
import { cite } from "../../../knowledge/passage.ts";
import { type Day, isInForce, type Provision, writtenDay } from "../../../knowledge/provision.ts";
import type { Card } from "../../cards/card.ts";
import { rightsPath, typedAddress } from "./addresses.ts";
import { writtenCheck } from "./card-words.ts";

/** A right to refuse, as the library has it: its words are the provisions' own. */
export interface Right {
  readonly name: string;
  /** The provision it stands on. */
  readonly rule: Provision;
  /** What belongs to it and is in force as well. */
  readonly besides: readonly Provision[];
}

const law = "luat-lltp-sua-2025";
const written = [
  { name: "phieu-so-2", rule: `${law}/khong-doi-phieu-so-2`, besides: ["luat-lltp-2009/43-khong-nen-dua"] },
  {
    name: "phieu-so-1",
    rule: `${law}/khong-doi-phieu-so-1`,
    besides: [`${law}/hoi-can-cu`, `${law}/nghe-duoc-doi`, `${law}/noi-quy-khong-du`],
  },
] as const;

/** The rights that are law on that day. */
export function rightsInForce({ provisions }: Library, today: Day): readonly Right[] {
  const inForce = (id: string) => {
    const found = provisions.get(id);
    return found !== undefined && isInForce(found.inForce, today) ? [found] : [];
  };
  return written.flatMap(({ name, rule, besides }) =>
    inForce(rule).map((found) => ({ name, rule: found, besides: besides.flatMap((id) => inForce(id)) })),
  );
}

export const rightPage = (name: string) => `${rightsPath}/${name}`;

/** The card of a right carries what is sure, and nothing else. */
export function rightCard({ name, rule, besides }: Right, publicUrl: string): Card {
  const said = [rule, ...besides.filter(({ confidence }) => confidence === "cao")];
  return {
    label: "Thẻ nhớ quyền của người xin việc",
    heading: rule.about,
    says: said.map(({ says }) => says),
    doubts: [],
    since: `Theo quy định từ ${writtenDay(rule.inForce.from)}:`,
    citations: [...new Set(said.map((provision) => cite(provision).label))],
    checked: writtenCheck(said),
    address: typedAddress(publicUrl, rightPage(name)),
  };
}
