import { z } from "zod";
import { Day } from "../../provision.ts";
import { repayEvery } from "./loan-input.ts";

const sum = z.int().min(0).nullable();
const months = z.int().min(1).nullable();

export const Condition = z.strictObject({
  name: z.string(),
  status: z.enum(["met", "not-yet", "failed", "unknown"]).describe("đạt · chưa đạt, sau này có thể đạt · không đạt · chưa rõ"),
  article: z.string(),
  says: z.string(),
});

export const Instalments = z.strictObject({
  principal: z.int(),
  every: z.enum(repayEvery),
  count: z.int(),
  totalInterest: z.int(),
  rows: z.array(
    z.strictObject({
      number: z.int(),
      afterMonths: z.int(),
      principal: z.int(),
      interest: z.int(),
      total: z.int(),
      balance: z.int().describe("gốc còn nợ sau kỳ này"),
    }),
  ),
});
export type Instalments = z.infer<typeof Instalments>;

export const LoanOutput = z.strictObject({
  verdict: z
    .enum(["conditions-met", "not-yet", "not-eligible", "hand-over"])
    .describe("đủ điều kiện theo lời khai (ngân hàng mới quyết định) · chưa đủ · không thuộc diện · phải hỏi người"),
  conditions: z.array(Condition),
  lastDay: Day.nullable().describe("ngày cuối của 05 năm"),
  nextListDay: Day.nullable().describe("ngày Công an xã lập danh sách lần tới"),
  signer: z.enum(["household-representative", "self"]).nullable(),
  amount: z.strictObject({ mostPerMonth: sum, mostPerWorker: sum, most: sum, askedWithin: z.boolean().nullable() }),
  term: z.strictObject({ receivingMonths: months, mostRepayMonths: months, askedWithin: z.boolean().nullable() }),
  collateral: z.boolean().nullable().describe("phải có tài sản bảo đảm"),
  interest: z
    .strictObject({
      yearlyPercent: z.number(),
      monthlyPercent: z.number(),
      overdueYearlyPercent: z.number(),
      since: Day.nullable(),
    })
    .nullable(),
  instalments: Instalments.nullable(),
  papers: z.array(z.string()),
  where: z.array(z.string()),
  steps: z.array(z.string()),
  alternatives: z.array(
    z.strictObject({
      name: z.enum(["job-creation", "job-creation-enterprise", "after-drug-treatment", "work-abroad", "ha-noi"]),
      says: z.string(),
      most: sum,
      yearlyPercent: z.number().nullable(),
      articles: z.array(z.string()),
    }),
  ),
  because: z.array(z.string()),
  basis: z.array(z.string()),
  working: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type LoanOutput = z.infer<typeof LoanOutput>;
