import { type Day, writtenDay } from "../../provision.ts";
import { addMonths } from "../calendar.ts";
import { nextFifth } from "../next-fifth.ts";
import { step } from "../reasoning.ts";
import type { Finding } from "./finding.ts";

const rests = ["qd-22-2023/3.2.a-2"] as const;
const boundaryDoubt = "Ngày đầu, ngày cuối đếm thế nào thì quyết định không nói; sát ngày cuối thì hỏi Ngân hàng Chính sách xã hội ngay.";
const amnestyDoubt =
  "Người được đặc xá thì 05 năm tính từ ngày nào, quyết định không nói riêng. Anh/chị hỏi Ngân hàng Chính sách xã hội và làm sớm cho chắc.";

/** The last day of "at most five years from the end of the sentence to the loan" (Điều 3.2.a). */
export function lastBorrowingDay(endedOn: Day): Day {
  return addMonths(endedOn, 60);
}

export function judgeFiveYears(endedOn: Day | null, asOf: Day): Finding {
  const name = "five-years";
  if (endedOn === null)
    return { name, status: "unknown", ...step("Vay được trong 05 năm từ ngày xong án; em chưa biết ngày xong án.", ...rests), doubts: [] };
  if (asOf < endedOn) return { name, status: "not-yet", ...step(`Đến ${writtenDay(endedOn)} mới xong án.`, ...rests), doubts: [] };
  const lastDay = lastBorrowingDay(endedOn);
  const window = `Xong án ngày ${writtenDay(endedOn)}, nên 05 năm tính đến hết ngày ${writtenDay(lastDay)}.`;
  if (lastDay < asOf) return { name, status: "failed", ...step(`${window} Nay đã quá hạn này.`, ...rests), doubts: [] };
  const lateList =
    nextFifth(asOf) > lastDay
      ? [`Lần lập danh sách tới là ngày ${writtenDay(nextFifth(asOf))}, sau ngày cuối. Anh/chị hỏi Công an xã và ngân hàng ngay hôm nay.`]
      : [];
  return {
    name,
    status: "met",
    ...step(`${window} Hạn này tính đến lúc vay, không phải lúc ghi tên.`, ...rests),
    doubts: [...lateList, ...(addMonths(lastDay, -1) <= asOf ? [boundaryDoubt] : [])],
  };
}

/** Amnesty ends a sentence early, so no reading starts the five years before it: inside them every reading agrees, after them none is sure. */
export function judgeFiveYearsAfterAmnesty(endedOn: Day | null, asOf: Day): Finding {
  const judged = judgeFiveYears(endedOn, asOf);
  const rests = ["qd-22-2023/3.2.a-2", "qd-22-2023/3.2.a-3"] as const;
  const says = "Vay được trong 05 năm từ khi xong án; người được đặc xá tính từ ngày nào thì quyết định không nói riêng.";
  if (judged.status === "not-yet") return { ...judged, ...step("Chưa đến ngày được đặc xá.", ...rests) };
  if (judged.status === "failed") return { name: judged.name, status: "unknown", ...step(says, ...rests), doubts: [amnestyDoubt] };
  return { ...judged, ...step(says, ...rests), doubts: judged.status === "met" ? [...judged.doubts, amnestyDoubt] : judged.doubts };
}
