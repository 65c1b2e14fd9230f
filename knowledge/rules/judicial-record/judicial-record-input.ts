import { z } from "zod";
import { Day } from "../../provision.ts";

const yesNo = z.boolean().nullable();

export const purposes = [
  "know-own-record",
  "prove-record-cleared",
  "private-job",
  "civil-service",
  "practice-licence",
  "administrative-procedure",
  "criminal-proceedings",
  "abroad",
] as const;

export const JudicialRecordInput = z.strictObject({
  purpose: z
    .enum(purposes)
    .describe(
      "tự biết hồ sơ · chứng minh đã xóa án tích · xin việc · thi công chức · giấy phép, chứng chỉ hành nghề · thủ tục ở cơ quan nhà nước · vụ án · nước ngoài",
    ),
  asked: z.enum(["form-1", "form-2", "unsaid"]).nullable().describe("nơi kia đòi loại phiếu nào; null = không ai đòi"),
  legalBasis: z
    .enum(["law-or-decree", "lower-document", "internal-rule", "none"])
    .nullable()
    .describe("nơi kia đưa ra văn bản nào: luật, nghị định · thông tư, quyết định của tỉnh · nội quy · không có"),
  dataConnected: yesNo.describe("cơ quan đó đã nối dữ liệu lý lịch tư pháp"),
  atLeast16: z.boolean().describe("người có tên trên phiếu từ đủ 16 tuổi"),
  citizenship: z.enum(["vietnamese", "foreign-resident", "foreign-never-resident"]),
  appliedBy: z
    .enum(["self", "family", "guardian", "other"])
    .describe("ai đi xin: chính mình · cha, mẹ, vợ, chồng, con · người giám hộ · người khác (anh chị em, bạn)"),
  authorisation: z
    .enum(["notarised", "plain", "none"])
    .nullable()
    .describe("giấy ủy quyền: có công chứng, chứng thực · viết tay · không có"),
  channel: z.enum(["online", "in-person", "post"]).nullable(),
  vneidLevelTwo: yesNo.describe("tài khoản định danh mức 2"),
  fiveKindsIntegrated: yesNo.describe("VNeID đã có đủ 05 loại thông tin cơ bản"),
  recordIntegrated: yesNo.describe("VNeID đã có thông tin lý lịch tư pháp"),
  abroadNow: z.boolean().describe("người đi xin đang ở nước ngoài"),
  residence: z.enum(["permanent", "temporary", "none"]).nullable(),
  feeGroup: z
    .enum([
      "none",
      "child",
      "elderly",
      "disabled",
      "poor-household",
      "near-poor-household",
      "hard-commune",
      "student",
      "meritorious",
      "martyr-family",
    ])
    .nullable()
    .describe(
      "diện phí: không · trẻ em · cao tuổi · khuyết tật · hộ nghèo · cận nghèo · xã đặc biệt khó khăn, biên giới, an toàn khu · học sinh, sinh viên · người có công · thân nhân liệt sĩ",
    ),
  copies: z.int().min(1).max(50).describe("xin mấy bản trong một lần"),
  record: z
    .enum([
      "never-convicted",
      "not-cleared",
      "conditions-met",
      "cleared-updated",
      "cleared-not-updated",
      "great-amnesty",
      "decriminalised",
      "no-record-by-law",
    ])
    .nullable()
    .describe(
      "chưa từng bị kết án · chưa xóa án tích · đủ điều kiện đương nhiên xóa · đã xóa, dữ liệu đã sửa · đã xóa, dữ liệu chưa sửa · đại xá · tội nay đã bỏ · không bị coi là có án tích",
    ),
  needsVerification: yesNo.describe("ở nhiều nơi, từng ở nước ngoài, hoặc phải xác minh xóa án tích (luật trước 01/7/2026)"),
  filedOn: Day.nullable().describe("ngày hồ sơ được nhận hoặc đóng dấu bưu điện; null = chưa nộp"),
});
export type JudicialRecordInput = z.infer<typeof JudicialRecordInput>;
