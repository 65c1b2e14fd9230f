import { type EntryText, headings, type Section } from "../../knowledge/entry.ts";

const risks = { none: "không thiệt gì nhiều", money: "thiệt về tiền", freedom: "có thể bị phạt, bị bắt" } as const;

/** An entry in lines that an editor reads, for two versions to be laid side by side. */
export function readOut(entry: EntryText): string {
  const list = (name: string, items: readonly string[]) => (items.length === 0 ? [] : [`${name}:`, ...items.map((item) => `  ${item}`)]);
  const named = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}: ${value}`]);
  const parts = (Object.keys(headings) as Section[]).flatMap((section) =>
    list(headings[section], entry.sections[section]?.split("\n") ?? []),
  );
  return [
    `Câu hỏi: ${entry.question}`,
    `Trả lời ngắn: ${entry.short}`,
    ...parts,
    `Làm gì tiếp: ${entry.next}`,
    ...list("Chỗ dựa", entry.basis),
    ...list("Quy định cũ", entry.formerly),
    ...list("Người ta còn hỏi", entry.asked),
    `Nếu trả lời sai: ${risks[entry.risk]}`,
    ...list("Số điện thoại", entry.hotlines),
    ...list("Hỏi tiếp", entry.related),
    ...named("Công cụ", entry.interview),
    ...named("Đoạn phim", entry.video),
    ...named("Mục thay", entry.replacedBy),
  ].join("\n");
}
