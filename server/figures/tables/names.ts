import type { Library } from "../../../knowledge/library.ts";

// What figures are called in front of people.

export const outcomeNames: Readonly<Record<string, string>> = {
  answer: "Trả lời được",
  "ask-back": "Hỏi lại cho rõ",
  interview: "Hỏi đáp từng bước",
  "hand-over": "Chuyển cho người",
  safety: "Có dấu hiệu nguy hiểm",
  "scam-warning": "Cảnh báo lừa đảo, lôi kéo",
  decline: "Ngoài phạm vi hoặc trái luật",
  "small-talk": "Chào hỏi",
  command: "Lệnh (xóa, trợ giúp…)",
  silent: "Tư vấn viên đang nói",
};

export const riskNames: Readonly<Record<string, string>> = {
  danger: "Nguy hiểm",
  freedom: "Liên quan tự do",
  money: "Liên quan tiền",
  none: "Thường",
};

export const closingNames: Readonly<Record<string, string>> = {
  answered: "Đã trả lời xong",
  referred: "Đã chỉ nơi khác",
  "no-reply": "Người hỏi không trả lời lại",
  withdrawn: "Người hỏi rút lại",
  "not-for-us": "Không thuộc phần việc",
};

export function topicName(topic: string, { topics }: Library): string {
  const fixed: Readonly<Record<string, string>> = { "": "Chưa rõ chủ đề", rumours: "Tin đồn", warnings: "Cảnh báo" };
  return topics.get(topic)?.title ?? fixed[topic] ?? topic;
}

export function entryName(entry: string, { entries }: Library): string {
  return entries.get(entry)?.question ?? entry;
}

/** "trong 10 phút", "trong 2 giờ". */
export function minutesName(minutes: number | undefined): string {
  if (minutes === undefined) return "lâu hơn 7 ngày hoặc chưa";
  if (minutes < 60) return `trong ${minutes} phút`;
  if (minutes < 1440) return `trong ${String(minutes / 60).replace(".", ",")} giờ`;
  return `trong ${minutes / 1440} ngày`;
}

/** "2026-11-23" → "23/11/2026". */
export function dayName(day: string): string {
  return day.split("-").reverse().join("/");
}
