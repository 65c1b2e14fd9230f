import type { EntryDraft } from "../../../server/http/editing/wire.ts";

type SectionName = keyof EntryDraft["sections"];

/** The parts of an answer below the short one, in their order. */
export const sectionNames: readonly (readonly [SectionName, string, string])[] = [
  ["details", "Chi tiết", "Nói thêm cho rõ; mỗi ý một dòng."],
  ["steps", "Các bước", "Mỗi bước một dòng, bắt đầu bằng 1. 2. 3."],
  ["papers", "Giấy tờ", "Mỗi giấy một dòng, bắt đầu bằng dấu gạch ngang."],
  ["where", "Đến đâu", "Nơi cần tới."],
  ["before", "Trước đây", "Chỉ quy định cũ, kèm ngày tháng."],
  ["unsure", "Chưa chắc", "Điều chưa rõ và nơi hỏi lại."],
];
