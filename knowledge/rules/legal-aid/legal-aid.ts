import { Day } from "../../provision.ts";
import { isCurrent, writtenArticle } from "../cited-law.ts";
import { conclude, saysOf } from "../reasoning.ts";
import { defineRule, withBasis } from "../rule.ts";
import type { Category } from "./categories.ts";
import { judgeByAmendment } from "./judge-by-amendment.ts";
import { judgeByLawOf2017 } from "./judge-by-law-of-2017.ts";
import { type Judged, noJudgment } from "./judged.ts";
import { LegalAidInput } from "./legal-aid-input.ts";
import { LegalAidOutput } from "./legal-aid-output.ts";
import { proofDoubt, proofOf, unreadProofDoubt } from "./proof.ts";

const main = "luat-tgpl-2017";

/** Luật sửa đổi, passed in April 2026; its text has not been read. */
const amendedFrom = Day.parse("2027-01-01");
const knownOfFrom = Day.parse("2026-04-24");

/** Free legal aid of the State: is the person in one of the groups, what proves it, where to go. */
export const legalAid = defineRule({ name: "legal-aid", input: LegalAidInput, output: LegalAidOutput, judge: withBasis(calculate) });

function calculate(input: LegalAidInput, asOf: Day): LegalAidOutput {
  const judged = judge(input, asOf);
  const { verdict, groups, open, deciding, applying, otherHelp, steps, doubts } = judged;
  const proofs = groups.map(({ name }) => proofOf(name, asOf));
  return {
    verdict,
    categories: groups.map((group) => writtenCategory(group, asOf)),
    open: [...open],
    free: verdict === "covered" ? true : null,
    forms: applying?.forms ?? [],
    papers: saysOf(applying?.papers ?? []),
    where: saysOf(applying?.where ?? []),
    times: saysOf(applying?.times ?? []),
    otherHelp: saysOf(otherHelp),
    changesOn: knownOfFrom <= asOf && asOf < amendedFrom ? amendedFrom : null,
    ...conclude({
      deciding,
      working: [...groups, ...steps],
      also: [...proofs.flat(), ...(applying ? [...applying.papers, ...applying.where, ...applying.times] : []), ...otherHelp],
      doubts: [
        ...doubts,
        ...(proofs.some((papers) => papers.length > 0) ? [proofDoubt] : []),
        ...(proofs.some((papers) => papers.length === 0) ? [unreadProofDoubt] : []),
        ...(applying?.doubts ?? []),
      ],
      main,
    }),
  };
}

function judge(input: LegalAidInput, asOf: Day): Judged {
  if (!isCurrent(`${main}/2`, asOf)) return { ...noJudgment, doubts: ["Trước 01/01/2018 trợ giúp pháp lý theo luật khác, em chưa đọc."] };
  return asOf < amendedFrom ? judgeByLawOf2017(input, asOf) : judgeByAmendment(input, asOf);
}

function writtenCategory({ name, says, rests }: Category, asOf: Day): LegalAidOutput["categories"][number] {
  return { name, says, article: rests.map((id) => writtenArticle(id, main))[0] ?? "", proof: saysOf(proofOf(name, asOf)) };
}
