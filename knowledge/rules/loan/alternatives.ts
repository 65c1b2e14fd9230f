import type { Day } from "../../provision.ts";
import { isFresh, type ProvisionId, writtenArticle } from "../cited-law.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { LoanInput, PersonBorrower } from "./loan-input.ts";
import type { LoanOutput } from "./loan-output.ts";

type Offer = LoanOutput["alternatives"][number];

/** Other loans to ask about when this one does not fit (facts A-12). */
export interface Alternative extends Step {
  readonly offer: Offer;
  readonly doubts: readonly string[];
}

const readInTheNews = "Mức và lãi của chương trình khác em đọc qua báo; anh/chị hỏi lại Ngân hàng Chính sách xã hội.";

export function alternativesFor(input: LoanInput, asOf: Day): readonly Alternative[] {
  const { borrower, province } = input;
  const offered =
    borrower.kind === "enterprise"
      ? [enterpriseJobs]
      : [
          ...(borrower.fullCapacity === false || borrower.hasPlan === false || borrower.purpose === "training" ? [] : jobCreation),
          ...(borrower.afterDrugTreatment === true ? [afterDrugTreatment] : []),
          ...(borrower.abroadContract === true ? [workAbroad(borrower)] : []),
          ...(province === "ha-noi" ? [haNoi] : []),
        ];
  return inForceOn(asOf, offered).map((each) => freshened(each, asOf));
}

/** A rate read too long ago is left out. */
function freshened(alternative: Alternative, asOf: Day): Alternative {
  return alternative.rests.every((id) => isFresh(id, asOf))
    ? alternative
    : { ...alternative, offer: { ...alternative.offer, most: null, yearlyPercent: null, says: staleSays }, says: staleSays };
}

const staleSays = "Có chương trình vay khác của Ngân hàng Chính sách xã hội; mức và lãi nay có thể đã đổi, anh/chị hỏi ngân hàng.";

interface Written {
  readonly name: Offer["name"];
  readonly says: string;
  readonly most: number | null;
  readonly yearlyPercent: number | null;
  readonly rests: readonly ProvisionId[];
}

function alternative({ name, says, most, yearlyPercent, rests }: Written, doubts: readonly string[] = [readInTheNews]): Alternative {
  return { ...step(says, ...rests), offer: { name, says, most, yearlyPercent, articles: rests.map((id) => writtenArticle(id)) }, doubts };
}

const jobCreation = [
  alternative({
    name: "job-creation",
    says: "Hỏi vay tạo việc làm cho mọi người lao động: nhiều nhất 200 triệu đồng một người, lãi khoảng 7,92%/năm (tự tính). Luật không đòi chưa từng có án.",
    most: 200_000_000,
    yearlyPercent: 7.92,
    rests: ["luat-viec-lam-2025/9.1.b", "nd-338-2025/5", "nd-338-2025/lai-suat"],
  }),
  alternative({
    name: "job-creation",
    says: "Hỏi Ngân hàng Chính sách xã hội vay giải quyết việc làm: lãi 7,92%/năm trước 01/12/2025, 7,488%/năm trong tháng 12/2025.",
    most: null,
    yearlyPercent: null,
    rests: ["qd-2553-2025/viec-lam-cu"],
  }),
];

const enterpriseJobs = alternative(
  {
    name: "job-creation-enterprise",
    says: "Cơ sở hỏi vay tạo việc làm: nhiều nhất 10 tỷ đồng và không quá 200 triệu đồng một lao động, phải bảo đảm tiền vay.",
    most: 10_000_000_000,
    yearlyPercent: null,
    rests: ["luat-viec-lam-2025/9.5", "nd-338-2025/5", "nd-338-2025/bao-dam-co-so", "luat-viec-lam-2025/9.3.a"],
  },
  [readInTheNews, "Dùng nhiều người đã xong án thì lãi thấp hơn; bao nhiêu gọi là nhiều em chưa đọc được."],
);

const afterDrugTreatment = alternative({
  name: "after-drug-treatment",
  says: "Người sau cai nghiện có chương trình riêng: nhiều nhất 200 triệu đồng, trong 10 năm, lãi bằng lãi hộ nghèo. Phải có tên trong danh sách Công an xã lập.",
  most: 200_000_000,
  yearlyPercent: null,
  rests: ["qd-08-2026/sau-cai"],
});

const haNoi = alternative({
  name: "ha-noi",
  says: "Riêng Hà Nội: vay tạo việc làm nhiều nhất 300 triệu đồng một người, người đã xong án lãi 4,8%/năm.",
  most: 300_000_000,
  yearlyPercent: 4.8,
  rests: ["nq-hn-56-2025/ha-noi"],
});

function workAbroad({ release }: PersonBorrower): Alternative {
  const held = release === "conditional-release-on-probation" || release === "suspended-sentence" || release === "non-custodial-reform";
  return alternative({
    name: "work-abroad",
    says: held
      ? "Đang thử thách hoặc cải tạo không giam giữ thì bị tạm hoãn xuất cảnh, nên chưa vay đi làm ở nước ngoài được. Đừng đóng tiền môi giới."
      : "Hỏi vay đi làm ở nước ngoài: đến 100% chi phí ghi trong hợp đồng; trên 200 triệu đồng phải bảo đảm tiền vay.",
    most: null,
    yearlyPercent: null,
    rests: held ? ["luat-xnc-2019/36.2"] : ["luat-viec-lam-2025/9.2", "nd-338-2025/nuoc-ngoai"],
  });
}
