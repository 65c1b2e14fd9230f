import { z } from "zod";
import { Day } from "../../provision.ts";

export const categoryNames = [
  "meritorious",
  "poor-household",
  "child",
  "ethnic-minority",
  "aged-16-to-17",
  "near-poor-accused",
  "trafficking-victim",
  "martyr-family",
  "agent-orange",
  "elderly",
  "disabled",
  "domestic-violence",
  "hiv",
  // Named by the summaries of the law in force from 2027.
  "near-poor-household",
  "monthly-allowance",
] as const;
export type CategoryName = (typeof categoryNames)[number];

export const LegalAidOutput = z.strictObject({
  verdict: z
    .enum(["covered", "not-yet", "not-covered", "hand-over"])
    .describe("thuộc diện và nhận việc được · thuộc diện, chưa có việc cụ thể · không được nhận · phải hỏi người"),
  categories: z.array(
    z.strictObject({
      name: z.enum(categoryNames),
      article: z.string(),
      says: z.string(),
      proof: z.array(z.string()).describe("giấy chứng minh; rỗng = chưa đọc được"),
    }),
  ),
  open: z.array(z.enum(categoryNames)).describe("diện còn thiếu thông tin để nói có hay không"),
  free: z.boolean().nullable(),
  forms: z.array(z.enum(["litigation", "advice", "representation"])),
  papers: z.array(z.string()),
  where: z.array(z.string()),
  times: z.array(z.string()),
  otherHelp: z.array(z.string()),
  changesOn: Day.nullable().describe("ngày luật sửa đổi bắt đầu áp dụng"),
  because: z.array(z.string()),
  basis: z.array(z.string()),
  working: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type LegalAidOutput = z.infer<typeof LegalAidOutput>;
