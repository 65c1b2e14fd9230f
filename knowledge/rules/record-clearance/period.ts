import type { ArticleId } from "./articles.ts";
import type { Branched, Timed, UnderLaw, Wait } from "./case.ts";
import type { MainPenalty } from "./facts.ts";
import { andThen, found, handOver, type Step } from "./verdict.ts";

/** BƯỚC 2: cleared by itself (Điều 70), or only by the court (Điều 71). */
export function chooseBranch(known: UnderLaw): Step<Branched> {
  const { offenceGroup } = known.facts;
  if (offenceGroup === null)
    return handOver("Chưa biết có tội nào thuộc nhóm an ninh quốc gia hoặc phá hoại hòa bình không.", "blhs-2015/71.1");
  if (offenceGroup === "ordinary") {
    const working = ["Tội này không thuộc nhóm phải qua Tòa; đủ điều kiện thì án tích đương nhiên được xóa."];
    return found({ ...known, branch: "automatic" }, known.law === "general" ? { because: ["blhs-2015/70.1"], working } : { working });
  }
  if (known.law === "juvenile")
    return handOver(
      "Dưới 18 tuổi mà thuộc nhóm tội phải qua Tòa thì luật đã đọc không nói rõ cách tính.",
      "blhs-2015/107.2",
      "blhs-2015/71.1",
    );
  const mixed = offenceGroup === "mixed-with-national-security";
  return found(
    { ...known, branch: "court" },
    {
      because: [mixed ? "blhs-2015/73.3" : "blhs-2015/71.1"],
      working: [
        mixed
          ? "Trong các tội có tội phải qua Tòa, nên tất cả đều theo thời hạn của Tòa."
          : "Tội này phải nộp đơn để Tòa quyết định; đủ thời gian chưa chắc Tòa đồng ý.",
      ],
    },
  );
}

/** BƯỚC 3: how long to wait, by the penalty as the court pronounced it (Điều 73.1), not as it was served. */
export function findWait(known: Branched): Step<Timed> {
  const { mainPenalty } = known.facts;
  if (mainPenalty === null) return handOver("Chưa biết hình phạt chính Tòa đã tuyên.", "blhs-2015/73.1");
  return andThen(waitFor(mainPenalty, known.law === "juvenile" ? "juvenile" : known.branch), (wait) =>
    found(
      { ...known, wait },
      { because: [wait.article], working: [`${describePenalty(mainPenalty)}, nên thời gian chờ là ${writtenMonths(wait.months)}.`] },
    ),
  );
}

export type Table = "automatic" | "court" | "juvenile";

export function waitFor(penalty: MainPenalty, table: Table): Step<Wait> {
  const { kind } = penalty;
  if (kind === "prison" && !penalty.months) return handOver("Chưa biết mức án tù Tòa đã tuyên.", "blhs-2015/73.1");
  if (kind === "fine" && table === "court")
    return handOver("Phạt tiền mà thuộc diện phải qua Tòa thì điều luật đã đọc không nêu thời gian chờ.", "blhs-2015/71.2.a");
  if (table === "juvenile" && (kind === "life-imprisonment" || kind === "death-commuted"))
    return handOver("Điều luật cho người dưới 18 tuổi không nêu mức án này, phải xem lại bản án.", "blhs-2015/107.2");
  const point = pointOf(penalty);
  const article: ArticleId = table === "juvenile" ? "blhs-2015/107.2" : `blhs-2015/${table === "court" ? "71.2" : "70.2"}.${point}`;
  return found({ point, article, months: waits[table][point] });
}

/** Months to wait by the points of Điều 70.2, Điều 71.2 and the amended Điều 107.2. */
const waits: Record<Table, Record<Wait["point"], number>> = {
  automatic: { a: 12, b: 24, c: 36, d: 60 },
  court: { a: 12, b: 36, c: 60, d: 84 },
  juvenile: { a: 6, b: 12, c: 24, d: 36 },
};

/** Exactly 5 years are still point b, exactly 15 years still point c. */
function pointOf(penalty: MainPenalty): Wait["point"] {
  switch (penalty.kind) {
    case "warning":
    case "fine":
    case "non-custodial-reform":
    case "suspended-prison":
      return "a";
    case "prison":
      return pointOfMonths(penalty.months ?? 0);
    case "life-imprisonment":
    case "death-commuted":
      return "d";
  }
}

function pointOfMonths(months: number): Wait["point"] {
  if (months <= 60) return "b";
  return months <= 180 ? "c" : "d";
}

export function describePenalty(penalty: MainPenalty): string {
  switch (penalty.kind) {
    case "warning":
      return "Tòa phạt cảnh cáo";
    case "fine":
      return "Tòa phạt tiền là hình phạt chính";
    case "non-custodial-reform":
      return "Tòa phạt cải tạo không giam giữ";
    case "suspended-prison":
      return "Tòa phạt tù cho hưởng án treo";
    case "prison":
      return `Tòa tuyên ${writtenMonths(penalty.months ?? 0)} tù`;
    case "life-imprisonment":
      return "Tòa tuyên tù chung thân";
    case "death-commuted":
      return "Tòa tuyên tử hình, sau được giảm";
  }
}

/** 20 as people say it: 1 năm 8 tháng. */
export function writtenMonths(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [...(years > 0 ? [`${years} năm`] : []), ...(rest > 0 ? [`${String(rest).replace(".", ",")} tháng`] : [])].join(" ");
}
