import { z } from "zod";
import { Day } from "../../provision.ts";

const yesNo = z.boolean().nullable();

export const FirstThirtyDaysInput = z.strictObject({
  releasedHow: z
    .enum([
      "served",
      "amnesty",
      "conditional-release",
      "probation-ended",
      "suspended-sentence",
      "non-custodial-reform",
      "sentence-postponed",
      "sentence-interrupted",
    ])
    .nullable()
    .describe(
      "xong án (kể cả được giảm) · đặc xá · tha tù trước thời hạn còn thử thách · đã hết thử thách · án treo · cải tạo không giam giữ · hoãn án tù · tạm đình chỉ án tù",
    ),
  releasedOn: Day.nullable().describe("ngày ra, ngày được thả"),
  reportBy: Day.nullable().describe("hạn trình diện ghi trên giấy chứng nhận"),
  reported: z.boolean().describe("đã trình diện ở xã"),
  certificate: z.enum(["have", "lost", "none"]).nullable().describe("giấy chứng nhận xong án, đặc xá"),
  atWrittenAddress: yesNo.describe("về ở đúng địa chỉ ghi trên giấy"),
  penalties: z
    .array(z.enum(["supervised-residence", "residence-ban", "work-ban", "driving-ban", "civil-rights"]))
    .describe("hình phạt bổ sung: quản chế · cấm cư trú · cấm chức vụ, nghề · cấm lái xe · tước một số quyền công dân"),
  prisonReturned: z.enum(["all", "something-missing"]).nullable().describe("trại đã trả đủ giấy tờ, tiền, đồ"),
  idCard: z.enum(["have", "held-by-prison", "lost", "age-passed", "never"]).nullable(),
  residence: z
    .enum(["registered-here", "registered-elsewhere", "removed", "none"])
    .nullable()
    .describe("thường trú tại nơi đang ở · ở nơi khác · đã bị xóa · chưa từng có"),
  phone: z.enum(["own-name", "other-name", "none"]).nullable().describe("SIM đúng tên mình · tên người khác · chưa có"),
  vneidLevelTwo: yesNo,
  bank: z.enum(["working", "not-usable", "none"]).nullable().describe("tài khoản ngân hàng: dùng được · có mà không dùng được · chưa có"),
  healthInsurance: yesNo,
  licence: z.enum(["none", "motorbike", "car-valid", "car-expired"]).nullable(),
  placeTonight: yesNo.describe("tối nay có chỗ ở"),
  poorHousehold: yesNo.describe("thuộc hộ nghèo hoặc cận nghèo"),
  age: z.int().min(12).max(120).nullable(),
  newbornOn: Day.nullable().describe("ngày sinh của con chưa khai sinh"),
  childrenElsewhere: z.boolean().describe("có con chưa đủ 18 tuổi đang do người khác nuôi"),
  illness: z.array(z.enum(["medicine", "opioid-substitution", "hiv"])).describe("đang uống thuốc · đang điều trị methadone · nhiễm HIV"),
  drugTreatmentUnfinished: z.boolean().describe("trước khi đi tù đang cai nghiện hoặc đang bị quản lý sau cai"),
  allowanceBefore: z.boolean().describe("trước khi đi tù đang hưởng trợ cấp xã hội hằng tháng"),
  needsMoney: z.boolean(),
  looksForWork: z.boolean(),
  learnedTrade: z.boolean().describe("có học nghề trong trại"),
  contractSuspended: z.boolean().describe("có hợp đồng lao động bị tạm hoãn vì tạm giữ, tạm giam, nay còn hạn"),
  judgmentMoneyOwed: yesNo.describe("còn nợ bồi thường, án phí, tiền phạt"),
  plansAbroad: z.boolean().describe("định đi nước ngoài"),
});
export type FirstThirtyDaysInput = z.infer<typeof FirstThirtyDaysInput>;

/** Those who still serve their sentence outside prison (Nghị định 231/2026, Điều 1). */
export function servesInCommunity({ releasedHow }: FirstThirtyDaysInput): boolean {
  return (
    releasedHow === "conditional-release" ||
    releasedHow === "suspended-sentence" ||
    releasedHow === "non-custodial-reform" ||
    releasedHow === "sentence-postponed" ||
    releasedHow === "sentence-interrupted"
  );
}

/** Those whose prison sentence is over: served, amnestied, or past the probation of an early release. */
export function hasServed({ releasedHow }: FirstThirtyDaysInput): boolean {
  return releasedHow === "served" || releasedHow === "amnesty" || releasedHow === "probation-ended";
}
