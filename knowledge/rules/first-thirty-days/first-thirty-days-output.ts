import { z } from "zod";
import { Day } from "../../provision.ts";

/** In this order where no day decides. */
export const importances = ["freedom", "shelter", "health", "papers", "family", "money", "later"] as const;

export const ListedItem = z.strictObject({
  id: z.string(),
  when: z.enum(["today", "by-date", "this-month"]).describe("làm ngay · có hạn · trong tháng này"),
  importance: z.enum(importances),
  what: z.string(),
  where: z.string(),
  bring: z.array(z.string()),
  by: Day.nullable().describe("hạn chót, khi luật cho ngày"),
  within: z.string().nullable().describe("hạn nói bằng lời"),
  overdue: z.boolean(),
  askAgain: z.boolean().describe("đọc qua nguồn gián tiếp hoặc luật mới sửa: hỏi lại nơi làm"),
  ifNot: z.string().nullable().describe("không làm thì sao"),
  articles: z.array(z.string()),
  basis: z.array(z.string()),
});

export const FirstThirtyDaysOutput = z.strictObject({
  verdict: z.enum(["checklist", "hand-over"]).describe("có danh sách việc · phải hỏi người"),
  items: z.array(ListedItem),
  because: z.array(z.string()),
  basis: z.array(z.string()),
  working: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type FirstThirtyDaysOutput = z.infer<typeof FirstThirtyDaysOutput>;
