import { z } from "zod";
import { Day } from "../../provision.ts";

const yesNo = z.boolean().nullable();
const otherDebt = z
  .enum(["none", "same-purpose", "other-purpose"])
  .nullable()
  .describe("nợ đang có ở Ngân hàng Chính sách xã hội theo chương trình khác: không, cùng mục đích, khác mục đích");

export const PersonBorrower = z.strictObject({
  kind: z.literal("person"),
  purpose: z.enum(["training", "business"]).describe("học nghề · sản xuất, kinh doanh, tạo việc làm"),
  release: z
    .enum([
      "served",
      "amnesty",
      "conditional-release-on-probation",
      "conditional-release-probation-ended",
      "suspended-sentence",
      "non-custodial-reform",
      "still-in-prison",
    ])
    .nullable()
    .describe(
      "xong án (kể cả được giảm) · đặc xá · tha tù trước thời hạn còn thử thách · đã hết thử thách · án treo · cải tạo không giam giữ · còn ở trại",
    ),
  certificate: z.enum(["completion", "amnesty", "lost", "none"]).nullable().describe("giấy xong án · giấy đặc xá · đã mất · chưa có"),
  endedOn: Day.nullable().describe("ngày xong án phạt tù ghi trên giấy, hoặc ngày được đặc xá"),
  onPoliceList: yesNo.describe("đã có tên trong danh sách Công an xã lập, Ủy ban xã xác nhận"),
  lawAbiding: yesNo.describe("đang chấp hành tốt pháp luật"),
  socialEvils: yesNo.describe("đang dính tệ nạn xã hội"),
  otherDebt,
  judgmentMoneyOwed: yesNo.describe("còn nợ bồi thường, án phí, tiền phạt"),
  residence: z
    .enum(["permanent", "temporary", "unregistered"])
    .nullable()
    .describe("cư trú ở xã đang ở: thường trú, tạm trú, chưa đăng ký"),
  adultInHousehold: yesNo.describe("trong hộ còn người khác từ đủ 18 tuổi, còn sức lao động, đủ năng lực hành vi"),
  course: z
    .strictObject({ months: z.int().min(1).max(120), receivingMonths: z.int().min(1).max(120) })
    .nullable()
    .describe("khóa học: dài mấy tháng; mấy tháng nhận tiền, từ món đầu đến hết khóa"),
  fullCapacity: yesNo.describe("đủ năng lực hành vi dân sự (thường là từ đủ 18 tuổi)"),
  hasPlan: yesNo.describe("có phương án dùng tiền vay"),
  afterDrugTreatment: yesNo.describe("thuộc diện sau cai nghiện ma túy"),
  abroadContract: yesNo.describe("đã ký hợp đồng đi làm ở nước ngoài"),
});
export type PersonBorrower = z.infer<typeof PersonBorrower>;

export const EnterpriseBorrower = z.strictObject({
  kind: z.literal("enterprise"),
  form: z
    .enum(["small-medium-enterprise", "cooperative", "cooperative-group", "business-household", "other"])
    .nullable()
    .describe("doanh nghiệp nhỏ và vừa · hợp tác xã · tổ hợp tác · hộ kinh doanh · loại khác"),
  lawful: yesNo.describe("lập và hoạt động hợp pháp"),
  employees: z.int().min(1).max(100_000).nullable().describe("tổng số lao động"),
  releasedEmployees: z.int().min(0).max(100_000).nullable().describe("số lao động đã xong án đủ điều kiện"),
  contracts: yesNo.describe("có hợp đồng lao động với những người đó"),
  planConfirmed: yesNo.describe("phương án vay được Ủy ban xã nơi làm xác nhận (Mẫu số 02)"),
  otherDebt,
  collateral: yesNo.describe("có tài sản bảo đảm"),
});
export type EnterpriseBorrower = z.infer<typeof EnterpriseBorrower>;

export const repayEvery = ["month", "quarter", "half-year"] as const;

export const LoanInput = z.strictObject({
  borrower: z.discriminatedUnion("kind", [PersonBorrower, EnterpriseBorrower]),
  province: z.enum(["ho-chi-minh", "ha-noi", "other"]).nullable(),
  amountAsked: z.int().min(1).max(100_000_000_000).nullable().describe("số tiền muốn vay, đồng"),
  repay: z
    .strictObject({ months: z.int().min(1).max(480), every: z.enum(repayEvery) })
    .nullable()
    .describe("muốn trả trong bao nhiêu tháng, trả gốc mỗi tháng, mỗi quý hay mỗi nửa năm"),
});
export type LoanInput = z.infer<typeof LoanInput>;
