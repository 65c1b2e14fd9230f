import { never, spreadOf } from "../../hours/wait-buckets.ts";
import type { Counted } from "./counted.ts";
import type { Cell, FigureTable } from "./figure-table.ts";
import { closingNames, minutesName, riskNames } from "./names.ts";
import { shown, shownParts, shownShare } from "./small-numbers.ts";

/** So few say nothing of how long things take. */
const fewestTimes = 5;

/** What people did with what the bot handed over. */
export function caseTables(counted: Counted): readonly FigureTable[] {
  return [firstReplies(counted), levels(counted), closings(counted), danger(counted)];
}

function firstReplies({ by }: Counted): FigureTable {
  const rows = Object.entries(riskNames).map(([risk, name]): readonly Cell[] => {
    const times = by("first-reply", 3, risk);
    const [said = "", unanswered = ""] = shownParts([total(times) - (times.get(never) ?? 0), times.get(never) ?? 0]);
    return [name, said, ...half(times), unanswered];
  });
  return {
    name: "first-reply",
    title: "Thời gian đến câu trả lời đầu tiên của người",
    columns: ["Mức", "Đã trả lời", "Một nửa được trả lời", "Chín phần mười được trả lời", "Đóng mà chưa trả lời"],
    rows,
    basis: "mục “first-reply” (thời gian tính theo khoảng, lấy mức trên)",
  };
}

function levels({ sum }: Counted): FigureTable {
  const rows = Object.entries(riskNames).map(([risk, name]): readonly Cell[] => {
    const [kept, broken] = [sum("level", risk, "kept"), sum("level", risk, "broken")];
    return [name, ...shownParts([kept, broken]), shownShare(kept, kept + broken)];
  });
  return {
    name: "levels",
    title: "Trả lời đúng hạn",
    columns: ["Mức", "Đúng hạn", "Quá hạn", "Tỷ lệ đúng hạn"],
    rows,
    basis: "mục “level” (hạn đặt ở phần Giờ trực, vào lúc trả lời)",
  };
}

function closings({ by }: Counted): FigureTable {
  const rows = Object.entries(closingNames).map(([why, name]): readonly Cell[] => {
    const times = by("closed", 1, why);
    return [name, shown(total(times)), ...half(times)];
  });
  return {
    name: "closed",
    title: "Cuộc đã kết thúc",
    columns: ["Lý do", "Số cuộc", "Một nửa xong", "Chín phần mười xong"],
    rows,
    basis: "mục “closed”",
  };
}

function danger({ sum, by }: Counted): FigureTable {
  const times = by("danger-reached", 0);
  return {
    name: "danger",
    title: "Dấu hiệu nguy hiểm",
    columns: ["Điều", "Số"],
    rows: [
      ["Cuộc có dấu hiệu nguy hiểm", shown(sum("danger"))],
      ["Đã có người nhận", shown(total(times))],
      ["Một nửa có người nhận", half(times)[0] ?? ""],
      ["Chín phần mười có người nhận", half(times)[1] ?? ""],
    ],
    basis: "mục “danger” và “danger-reached”",
  };
}

function total(amounts: ReadonlyMap<string, number>): number {
  return [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
}

function half(amounts: ReadonlyMap<string, number>): readonly [Cell, Cell] {
  const spread = spreadOf(amounts);
  return spread.count < fewestTimes ? ["", ""] : [minutesName(spread.half), minutesName(spread.ninth)];
}
