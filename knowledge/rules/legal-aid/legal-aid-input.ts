import { z } from "zod";

const yesNo = z.boolean().nullable();

export const LegalAidInput = z.strictObject({
  age: z.int().min(0).max(120).nullable(),
  meritorious: yesNo.describe("người có công với cách mạng"),
  poorHousehold: yesNo.describe("thuộc hộ nghèo"),
  nearPoorHousehold: yesNo.describe("thuộc hộ cận nghèo"),
  monthlyAllowance: yesNo.describe("đang hưởng trợ cấp xã hội hằng tháng"),
  ethnicMinority: yesNo.describe("người dân tộc thiểu số"),
  hardArea: yesNo.describe("sống ở vùng đặc biệt khó khăn"),
  martyrFamily: yesNo.describe("cha mẹ đẻ, vợ, chồng, con liệt sĩ hoặc người nuôi liệt sĩ"),
  agentOrange: yesNo.describe("nhiễm chất độc da cam"),
  elderly: yesNo.describe("người cao tuổi"),
  disabled: yesNo.describe("người khuyết tật"),
  domesticViolence: yesNo.describe("nạn nhân bạo lực gia đình"),
  hiv: yesNo.describe("nhiễm HIV"),
  role: z
    .enum([
      "none",
      "denounced",
      "proposed-for-prosecution",
      "held-in-emergency",
      "accused",
      "victim",
      "witness",
      "diversion-measure",
      "prisoner",
    ])
    .nullable()
    .describe(
      "vai trong vụ án: không · bị tố giác · bị kiến nghị khởi tố · bị giữ khẩn cấp · bị buộc tội · bị hại · làm chứng · chấp hành biện pháp xử lý chuyển hướng · phạm nhân",
    ),
  trafficking: z
    .enum(["none", "victim", "being-identified", "minor-companion"])
    .nullable()
    .describe("mua bán người: không · nạn nhân · đang được xác định là nạn nhân · người dưới 18 tuổi đi cùng"),
  matter: z
    .enum([
      "none",
      "criminal-case",
      "land",
      "inheritance",
      "marriage-children",
      "labour",
      "civil-debt",
      "administrative-complaint",
      "judicial-record",
      "record-clearance",
      "business",
      "other",
    ])
    .nullable()
    .describe("việc cần giúp; none = chưa có việc cụ thể; business = kinh doanh, thương mại"),
  helpedElsewhere: z.boolean().describe("việc này đang được tổ chức khác trợ giúp pháp lý"),
  inCustody: z.boolean().describe("đang bị bắt, tạm giữ"),
  workingDaysLeft: z.int().min(0).nullable().describe("còn bao nhiêu ngày làm việc thì hết thời hiệu, hoặc đến ngày xử"),
  livesIn: z.enum(["ho-chi-minh", "elsewhere"]).nullable(),
  matterIn: z.enum(["ho-chi-minh", "elsewhere"]).nullable(),
  papers: z.enum(["have", "lost", "none"]).nullable().describe("giấy chứng minh diện: có, đã mất, chưa có"),
  applyBy: z.enum(["in-person", "post", "online"]).nullable(),
});
export type LegalAidInput = z.infer<typeof LegalAidInput>;
