import { type EntryText, headings, type Section } from "../../knowledge/entry.ts";
import { entryText, hashOfEntry } from "../../knowledge/files/write-entry.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Column, TextSheet } from "../spreadsheets/entry-sheets.ts";
import { EntryDraft, textOf } from "./entry-draft.ts";

/** Something wrong in a row, as the sheet counts them. */
export interface RowProblem {
  readonly row: number;
  readonly says: string;
}

export type ReadRows =
  | { readonly kind: "read"; readonly drafts: readonly EntryDraft[]; readonly unchanged: number }
  | { readonly kind: "faulty"; readonly problems: readonly RowProblem[] };

const risks = { none: "không", money: "tiền", freedom: "tự do" } as const;
const sections = Object.keys(headings) as Section[];
const mostRows = 1_000;
const longestCell = 5_000;
const mostProblems = 100;

const first: readonly Column[] = [
  { title: "Mã mục", width: 30 },
  { title: "Câu hỏi", width: 40 },
  { title: "Cách hỏi khác", width: 40 },
  { title: "Chỗ dựa", width: 24 },
  { title: "Trả lời ngắn", width: 50 },
];
const last: readonly Column[] = [
  { title: "Quy định cũ", width: 20 },
  { title: "Sai thì thiệt", width: 14 },
  { title: "Làm gì tiếp", width: 40 },
  { title: "Đường dây", width: 14 },
  { title: "Hỏi tiếp", width: 28 },
];
const columns: readonly Column[] = [...first, ...sections.map((section) => ({ title: headings[section], width: 40 })), ...last];

/** The entries as a sheet: one a row, lists one item a line. */
export function entrySheet(entries: readonly EntryText[]): TextSheet {
  return {
    name: "Các mục",
    columns,
    rows: entries.map(({ id, question, asked, basis, short, sections: said, formerly, risk, next, hotlines, related }) => [
      id,
      question,
      asked.join("\n"),
      basis.join("\n"),
      short,
      ...sections.map((section) => said[section] ?? ""),
      formerly.join("\n"),
      risks[risk],
      next,
      hotlines.join("\n"),
      related.join("\n"),
    ]),
  };
}

/** What each column is for, and what may stand in it. */
export function guideSheet({ topics, hotlines }: Library): TextSheet {
  const says = (name: string, text: string) => [name, text];
  return {
    name: "Cách ghi",
    columns: [
      { title: "Cột", width: 22 },
      { title: "Ghi thế nào", width: 90 },
    ],
    rows: [
      says("Mã mục", "chủ-đề/tên-ngắn, chữ thường không dấu, nối bằng gạch ngang. Mã đã có: sửa mục ấy. Mã mới: mục mới."),
      says("Câu hỏi", "Một câu hỏi, từ 8 đến 160 chữ cái."),
      says("Cách hỏi khác", "Mỗi dòng một cách hỏi (trong ô bấm Alt+Enter), từ 4 đến 14 dòng."),
      says("Chỗ dựa", "Mã quy định, mỗi dòng một mã, như trong trang Kiến thức. Để trống thì chọn sau trong bàn tư vấn."),
      says("Trả lời ngắn", "Một ý, tối đa 320 chữ cái. Con số nào cũng phải có trong chỗ dựa."),
      says("Chi tiết … Chưa chắc", "Có thì ghi, không có thì để trống."),
      says("Sai thì thiệt", `Một trong: ${Object.values(risks).join(", ")}.`),
      says("Làm gì tiếp", "Một việc nên làm ngay, từ 8 đến 200 chữ cái."),
      says("Đường dây", `Mã đường dây nói trong bài: ${[...hotlines.keys()].join(", ")}.`),
      says("Hỏi tiếp", "Mã của tối đa ba mục."),
      says("Chủ đề", [...topics.values()].map(({ id, title }) => `${id} (${title})`).join(", ")),
      says("Khác", "warnings/… là cảnh báo lừa đảo, rumours/… là tin đồn."),
    ],
  };
}

/** Every row as a draft, or every fault there is; rows that say what is answered already are left out. */
export function readRows(rows: readonly (readonly string[])[], { entries }: Library): ReadRows {
  const [head = [], ...body] = rows;
  const missing = columns.filter(({ title }) => !head.some((name) => name.trim() === title)).map(({ title }) => title);
  if (missing.length > 0) return faulty([{ row: 1, says: `Thiếu cột: ${missing.join(", ")}. Dùng tệp mẫu.` }]);
  const filled = body.map((cells, at) => ({ row: at + 2, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return faulty([{ row: 2, says: "Không có dòng nào." }]);
  if (filled.length > mostRows) return faulty([{ row: mostRows + 2, says: `Quá nhiều dòng: tối đa ${mostRows} dòng một lần.` }]);
  const seen = new Map<string, number>();
  const read = filled.map(({ row, cells }) => {
    const at = (title: string) => (cells[head.findIndex((name) => name.trim() === title)] ?? "").trim();
    const id = at("Mã mục");
    const twice = seen.get(id);
    seen.set(id, row);
    const says = twice === undefined ? [] : [`Mã mục “${id}” đã có ở dòng ${twice}.`];
    return { row, ...readRow(at, entries.get(id)), more: says };
  });
  const problems = read.flatMap(({ row, problems: own, more }) => [...own, ...more].map((says) => ({ row, says })));
  if (problems.length > 0) return faulty(problems);
  const drafts = read.flatMap(({ draft }) => draft ?? []);
  const changed = drafts.filter((draft) => {
    const entry = entries.get(draft.id);
    return entry === undefined || hashOfEntry(entryText(entry)) !== hashOfEntry(textOf(draft));
  });
  return { kind: "read", drafts: changed, unchanged: drafts.length - changed.length };
}

function readRow(
  at: (title: string) => string,
  current: Library["entries"] extends ReadonlyMap<string, infer Entry> ? Entry | undefined : never,
) {
  const list = (title: string) =>
    at(title)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const risk = Object.entries(risks).find(([, name]) => name === at("Sai thì thiệt").toLowerCase())?.[0];
  const { interview, video, replacedBy } = current ?? {};
  const parsed = EntryDraft.safeParse({
    id: at("Mã mục"),
    question: at("Câu hỏi"),
    asked: list("Cách hỏi khác"),
    basis: list("Chỗ dựa"),
    formerly: list("Quy định cũ"),
    risk: risk ?? "none",
    next: at("Làm gì tiếp"),
    hotlines: list("Đường dây"),
    related: list("Hỏi tiếp"),
    short: at("Trả lời ngắn"),
    sections: Object.fromEntries(sections.flatMap((section) => (at(headings[section]) === "" ? [] : [[section, at(headings[section])]]))),
    ...(interview !== undefined && { interview }),
    ...(video !== undefined && { video }),
    ...(replacedBy !== undefined && { replacedBy }),
  });
  const problems = [
    ...(risk === undefined ? [`Cột “Sai thì thiệt” phải là một trong: ${Object.values(risks).join(", ")}.`] : []),
    ...(at("Câu hỏi") === "" ? ["Cột “Câu hỏi” để trống."] : []),
    ...columns.filter(({ title }) => at(title).length > longestCell).map(({ title }) => `Cột “${title}” dài quá ${longestCell} chữ cái.`),
    ...(parsed.success ? [] : parsed.error.issues.map(({ path }) => sayIssue(String(path[0] ?? ""), at("Mã mục")))),
  ];
  return { draft: parsed.data, problems: [...new Set(problems)] };
}

function sayIssue(field: string, id: string): string {
  if (field === "id")
    return id === "" ? "Cột “Mã mục” để trống." : `Mã mục “${id}” không đúng dạng chủ-đề/tên-ngắn (chữ thường không dấu, gạch ngang).`;
  const titles: Readonly<Record<string, string>> = {
    question: "Câu hỏi",
    asked: "Cách hỏi khác",
    short: "Trả lời ngắn",
    next: "Làm gì tiếp",
  };
  return `Cột “${titles[field] ?? field}” dài quá.`;
}

function faulty(problems: readonly RowProblem[]): ReadRows {
  return { kind: "faulty", problems: problems.slice(0, mostProblems) };
}
