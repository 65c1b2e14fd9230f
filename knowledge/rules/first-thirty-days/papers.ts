import { addDays } from "../calendar.ts";
import { step } from "../reasoning.ts";
import { type FirstThirtyDaysInput, hasServed } from "./first-thirty-days-input.ts";
import { commune, item, type Suggest, when } from "./item.ts";

export const papers: Suggest = (facts) => [
  ...when(facts.prisonReturned === "something-missing", ...askThePrison),
  ...when(facts.certificate === "lost" && hasServed(facts), lostCertificate),
  ...idCard(facts),
  ...residence(facts),
  ...when(facts.phone === "none" || facts.phone === "other-name", phone),
  ...when(facts.vneidLevelTwo === false, vneid),
  ...when(facts.bank === "not-usable", bankUpdate),
  ...when(facts.bank === "none", bankOpen),
  ...when(facts.licence === "car-expired" && !facts.penalties.includes("driving-ban"), expiredLicence),
];

const askThePrison = [
  item({
    id: "ask-the-prison",
    importance: "papers",
    urgent: true,
    says: "Liên hệ trại để nhận lại giấy tờ tùy thân, bằng cấp, tiền gửi còn thiếu. Điện thoại bị thu thì không đương nhiên được trả.",
    where: "Trại giam vừa ra",
    bring: ["Giấy chứng nhận chấp hành xong án phạt tù, hoặc giấy ra trại khác"],
    rests: ["tt-65-2026-bca/5.3", "tt-65-2026-bca/5.2", "tt-65-2026-bca/5.4", "nd-170-2026/20.3"],
  }),
  item({
    id: "ask-the-prison",
    importance: "papers",
    urgent: true,
    says: "Trại phải trả đủ giấy tờ, đồ đạc, tiền đã gửi, kèm tiền tàu xe, tiền ăn đường. Thiếu thì liên hệ trại.",
    where: "Trại giam vừa ra",
    rests: ["luat-thahs-2019/46.2"],
  }),
];

const lostCertificate = item({
  id: "lost-certificate",
  importance: "papers",
  urgent: true,
  says: "Mất giấy chứng nhận xong án thì hỏi Công an xã, và liên hệ trại đã cấp giấy.",
  where: commune,
  rests: ["luat-thahs-2025/cap-lai-giay"],
  doubts: ["Thủ tục xin cấp lại giấy chứng nhận xong án em chưa tìm thấy quy định."],
});

const makers = "Công an xã hoặc Công an cấp tỉnh, nơi làm căn cước";

function idCard(facts: FirstThirtyDaysInput) {
  const card = { id: "id-card", importance: "papers", where: makers } as const;
  switch (facts.idCard) {
    case null:
    case "have":
      return [];
    case "held-by-prison":
      return [
        item({
          ...card,
          urgent: true,
          where: "Trại giam vừa ra",
          says: "Thẻ căn cước trại giữ thì được trả lại khi xong án. Chưa nhận thì hỏi ngay trại.",
          rests: ["luat-can-cuoc-2023/29.5.c"],
        }),
      ];
    case "lost":
      return [
        item({ ...card, says: "Mất thẻ căn cước thì xin cấp lại, nộp trên mạng hoặc đến trực tiếp.", rests: ["luat-can-cuoc-2023/24.2"] }),
      ];
    case "age-passed":
      return [
        item({
          ...card,
          says: "Ở tù qua mốc tuổi phải đổi thẻ (đủ 14, 25, 40 và 60 tuổi) thì nay đi đổi.",
          rests: ["luat-can-cuoc-2023/21"],
        }),
      ];
    case "never":
      return facts.residence === "none" || facts.residence === "removed"
        ? [item({ ...card, says: "Khai báo nơi đang ở trước, rồi mới làm được thẻ căn cước.", rests: ["luat-can-cuoc-2023/27"] })]
        : [item({ ...card, says: "Làm thẻ căn cước ở Công an cấp tỉnh hoặc Công an xã.", rests: ["nd-58-2026/5"] })];
  }
}

const amendedLaw = "Luật Cư trú có sửa từ 01/7/2026 mà em chưa đọc được chữ; anh/chị hỏi lại Công an xã.";

function residence(facts: FirstThirtyDaysInput) {
  switch (facts.residence) {
    case null:
      return [checkRegistration];
    case "registered-here":
      return [];
    case "registered-elsewhere":
      return [
        item({
          id: "temporary-residence",
          importance: "papers",
          says: "Ở ngoài xã thường trú từ 30 ngày trở lên thì phải đăng ký tạm trú. Nộp trực tiếp hoặc qua mạng.",
          where: commune,
          bring: ["Tờ khai CT01"],
          // The thirty days run from the day of moving in, which is taken to be the day of release.
          by: facts.releasedOn === null ? null : addDays(facts.releasedOn, 30),
          within: "ở từ 30 ngày trở lên",
          rests: ["luat-cu-tru-2020/27", "luat-cu-tru-2020/28"],
          ifNot: [step("Không đăng ký đúng luật: phạt cảnh cáo hoặc 500.000–1.000.000 đồng.", "nd-282-2025/10.1")],
          doubts: [amendedLaw, "Hạn đăng ký tạm trú em tính từ ngày ra; đến ở sau đó thì tính từ ngày đến."],
        }),
      ];
    case "removed":
    case "none":
      return [
        item({
          id: "permanent-residence",
          importance: "papers",
          says: "Xin đăng ký thường trú: nhà của mình, nhà người thân đồng ý, hoặc nhà thuê, mượn, ở nhờ có chủ nhà đồng ý.",
          where: commune,
          bring: ["Tờ khai CT01"],
          rests: ["luat-cu-tru-2020/20.1", "luat-cu-tru-2020/20.2", "luat-cu-tru-2020/20.3", "luat-cu-tru-2020/22"],
          doubts: [amendedLaw],
        }),
      ];
  }
}

const checkRegistration = item({
  id: "check-registration",
  importance: "papers",
  says: "Hỏi xem mình còn thường trú không. Đi tù không phải lý do để xóa, nhưng có thể bị xóa vì lý do nhà cửa.",
  where: commune,
  rests: ["luat-cu-tru-2020/24.1.d", "luat-cu-tru-2020/24.1.e"],
  doubts: [amendedLaw],
});

const phone = item({
  id: "phone",
  importance: "papers",
  says: "Có số điện thoại đúng tên mình: làm VNeID mức 2 phải có số chính chủ.",
  where: "Cửa hàng của nhà mạng",
  bring: ["Thẻ căn cước"],
  rests: ["nd-69-2024/10.2"],
});

const vneid = item({
  id: "vneid",
  importance: "papers",
  says: "Đến trực tiếp làm tài khoản VNeID mức 2. Không ai làm mức 2 qua điện thoại hay Zalo.",
  where: "Công an xã hoặc cơ quan căn cước, nơi nào cũng được",
  bring: ["Thẻ căn cước", "Tờ khai TK01", "Số điện thoại chính chủ"],
  rests: ["nd-69-2024/10.2"],
});

const bankUpdate = item({
  id: "bank",
  importance: "papers",
  says: "Ra ngân hàng cập nhật căn cước: giấy tờ và khuôn mặt khớp thì mới rút, chuyển tiền qua mạng được.",
  where: "Ngân hàng mở tài khoản",
  bring: ["Thẻ căn cước"],
  rests: ["tt-17-2024-nhnn/17.5.c"],
});

const bankOpen = item({
  id: "bank",
  importance: "papers",
  says: "Cần thì mở tài khoản đứng tên mình; không thấy điều nào cấm người có tiền án mở. Đừng cho ai thuê, mượn.",
  where: "Ngân hàng",
  bring: ["Thẻ căn cước"],
  rests: ["tt-17-2024-nhnn/12"],
});

const expiredLicence = item({
  id: "licence",
  importance: "later",
  says: "Bằng ô tô hết hạn dưới 1 năm thì thi lại lý thuyết; từ 1 năm thì thi lại cả sa hình, đường trường. Chưa đổi thì đừng lái.",
  where: "Phòng Cảnh sát giao thông",
  bring: ["Thẻ căn cước", "Bằng lái cũ"],
  rests: ["tt-12-2025-bca/19"],
  doubts: ["Quy định thi lại bằng lái có thể đã sửa năm 2026; anh/chị hỏi Phòng Cảnh sát giao thông."],
});
