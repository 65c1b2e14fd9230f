import { z } from "zod";

export const channels = ["online", "in-person", "post"] as const;

const count = z.int().nullable();

export const JudicialRecordOutput = z.strictObject({
  verdict: z
    .enum(["apply", "need-not-submit", "ask-for-basis", "cannot-this-way", "hand-over"])
    .describe("xin phiếu · không phải nộp cho họ · hỏi họ dựa vào luật nào · cách này không được · phải hỏi người"),
  form: z.enum(["form-1", "form-2", "form-1-or-2"]).nullable().describe("loại phiếu hợp với việc này; null = không cần phiếu"),
  mayDemand: z
    .enum(["yes", "no", "only-with-basis", "unknown"])
    .nullable()
    .describe("họ có được đòi không; null = không ai đòi, hoặc nơi đòi ở nước ngoài"),
  authorisationNeeded: z.boolean().nullable(),
  channels: z.array(z.enum(channels)).describe("các cách nộp còn mở cho người này"),
  where: z.array(z.string()),
  papers: z.array(z.string()),
  answerWithin: z.string().nullable().describe("bao lâu thì biết hồ sơ được nhận hay không"),
  doneWithin: z.strictObject({ workingDays: count, days: count }),
  fee: z.strictObject({ dong: count, exempt: z.boolean().nullable() }),
  form1Says: z
    .enum(["no-record", "record", "no-record-once-confirmed", "no-record-but-may-need-correction"])
    .nullable()
    .describe("không có án tích · có án tích · không có án tích sau khi nơi cấp tra xong · đúng ra không có, dữ liệu cũ thì xin sửa"),
  form2Says: z.enum(["every-conviction"]).nullable(),
  because: z.array(z.string()),
  basis: z.array(z.string()),
  working: z.array(z.string()),
  doubts: z.array(z.string()),
});
export type JudicialRecordOutput = z.infer<typeof JudicialRecordOutput>;
