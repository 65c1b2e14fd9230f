import type { Library } from "../../../knowledge/library.ts";
import type { Counted } from "./counted.ts";
import type { Cell, FigureTable } from "./figure-table.ts";
import { entryName, outcomeNames, topicName } from "./names.ts";
import { shown, shownParts, shownShare } from "./small-numbers.ts";

const mostTopics = 12;
const mostEntries = 20;

/** What was asked, and what came of it. */
export function questionTables(counted: Counted, library: Library): readonly FigureTable[] {
  return [
    outcomes(counted),
    overTime(counted),
    topics(counted, library),
    topicsOverTime(counted, library),
    alone(counted, library),
    unanswered(counted, library),
    entriesOf("warnings", "Cảnh báo đã gửi", counted, library),
    entriesOf("rumours", "Tin đồn đã đính chính", counted, library),
    opinions(counted, library),
  ];
}

function outcomes({ sum, by }: Counted): FigureTable {
  const found = by("turn", 1);
  const total = sum("turn");
  const named = Object.entries(outcomeNames).map(([outcome, name]) => ({ name, count: found.get(outcome) ?? 0 }));
  const cells = shownParts(named.map(({ count }) => count));
  const rows = named.map(({ name, count }, at) => [name, cells[at] ?? "", shownShare(count, total)]);
  return {
    name: "outcomes",
    title: "Kết quả các tin nhắn",
    columns: ["Kết quả", "Số tin", "Tỷ lệ"],
    rows: [...rows, ["Tất cả", shown(total), ""]],
    basis: "mục “turn”",
  };
}

function overTime({ stretches, stretchKind, within }: Counted): FigureTable {
  const rows = stretches.map((stretch): readonly Cell[] => {
    const { sum } = within(stretch);
    const [all, answered] = [sum("turn"), sum("turn", undefined, "answer")];
    return [stretch.name, shown(all), shownParts([answered, all - answered])[0] ?? "", shown(sum("opened"))];
  });
  return {
    name: "over-time",
    title: `Tin nhắn theo ${stretchKind}`,
    columns: [stretchKind === "tuần" ? "Tuần từ" : "Tháng", "Số tin", "Máy trả lời", "Chuyển cho người"],
    rows,
    basis: "mục “turn” và “opened”",
    drawn: [1, 2, 3],
  };
}

function topics({ by }: Counted, library: Library): FigureTable {
  const asked = [...by("question", 0)].sort(([, one], [, other]) => other - one);
  const rows = asked.map(([topic, count]): readonly Cell[] => {
    const answered = (by("question", 1, topic).get("answer") ?? 0) + (by("question", 1, topic).get("scam-warning") ?? 0);
    const [told = "", rest = ""] = shownParts([answered, count - answered]);
    return [topicName(topic, library), shown(count), told, rest];
  });
  return {
    name: "topics",
    title: "Câu hỏi theo chủ đề",
    columns: ["Chủ đề", "Được hỏi", "Máy trả lời được", "Chưa trả lời được"],
    rows,
    basis: "mục “question”",
    drawn: [1],
  };
}

function topicsOverTime({ by, stretches, stretchKind, within }: Counted, library: Library): FigureTable {
  const most = [...by("question", 0)].sort(([, one], [, other]) => other - one).slice(0, mostTopics);
  const parts = stretches.map(within);
  return {
    name: "topics-over-time",
    title: `Câu hỏi theo chủ đề và ${stretchKind} (${mostTopics} chủ đề nhiều nhất)`,
    columns: ["Chủ đề", ...stretches.map(({ name }) => name)],
    rows: most.map(([topic]) => [topicName(topic, library), ...shownParts(parts.map(({ sum }) => sum("question", topic)))]),
    basis: "mục “question”",
  };
}

function alone({ by, sum }: Counted, library: Library): FigureTable {
  const row = (name: string, topic: string | undefined): readonly Cell[] => {
    const how = (settled: string) => sum("settled", topic, settled);
    const known = how("alone") + how("again") + how("person");
    const [alonely = "", again = "", person = ""] = shownParts([how("alone"), how("again"), how("person")]);
    return [name, alonely, again, person, shown(how("unknown")), shownShare(how("alone"), known)];
  };
  const all = [...by("settled", 0)].sort(([, one], [, other]) => other - one);
  return {
    name: "alone",
    title: "Trả lời xong không cần người",
    columns: ["Chủ đề", "Không hỏi lại trong 7 ngày", "Hỏi lại cùng chủ đề", "Gặp người", "Đã xóa trước đó", "Tỷ lệ xong"],
    rows: [row("Tất cả", undefined), ...all.map(([topic]) => row(topicName(topic, library), topic))],
    basis: "mục “settled” (chỉ những câu đã qua 7 ngày)",
  };
}

function unanswered({ by }: Counted, library: Library): FigureTable {
  const found = [...by("unanswered", 0)].sort(([, one], [, other]) => other - one);
  return {
    name: "unanswered",
    title: "Điều máy chưa trả lời được",
    columns: ["Gần chủ đề", "Số lần"],
    rows: found.map(([topic, count]) => [topicName(topic, library), shown(count)]),
    basis: "mục “unanswered”",
    drawn: [1],
  };
}

function entriesOf(kind: "warnings" | "rumours", title: string, { by }: Counted, library: Library): FigureTable {
  const found = [...by("entry", 0)].filter(([entry]) => entry.startsWith(`${kind}/`)).sort(([, one], [, other]) => other - one);
  return {
    name: kind,
    title,
    columns: ["Điều được hỏi", "Số lần"],
    rows: found.slice(0, mostEntries).map(([entry, count]) => [entryName(entry, library), shown(count)]),
    basis: "mục “entry”",
  };
}

/** Taps tell of an entry and of nobody: the editors see small numbers too. */
function opinions({ by, sum }: Counted, library: Library): FigureTable {
  const no = (entry: string) => sum("opinion", entry, "no");
  const found = [...by("opinion", 0).keys()].sort((one, other) => no(other) - no(one));
  return {
    name: "opinions",
    title: "Câu này giúp được không",
    columns: ["Câu trả lời", "Mã", "Giúp được", "Chưa giúp"],
    rows: found.map((entry) => [entryName(entry, library), entry, sum("opinion", entry, "yes"), no(entry)]),
    basis: "mục “opinion” (mỗi cuộc trò chuyện một lần cho một câu)",
  };
}
