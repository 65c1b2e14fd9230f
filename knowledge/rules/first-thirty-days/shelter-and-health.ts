import { commune, council, item, type Suggest, when } from "./item.ts";

export const shelterAndHealth: Suggest = (facts) => [
  ...when(facts.placeTonight === false, placeToStay),
  ...when(facts.residence === "none" || facts.residence === "removed", declareWhereOneLives),
  ...when(facts.illness.includes("medicine"), medicine),
  ...when(facts.illness.includes("opioid-substitution"), substitution),
  ...when(facts.healthInsurance === false, facts.poorHousehold === true ? supportedInsurance : householdInsurance),
  ...when(facts.illness.includes("hiv") && facts.poorHousehold === true, hivAllowance),
];

const placeToStay = item({
  id: "place-to-stay",
  importance: "shelter",
  urgent: true,
  says: "Tối nay chưa có chỗ ở thì đến Ủy ban xã nói rõ. Người lang thang, cần bảo vệ khẩn cấp có thể ở tạm cơ sở bảo trợ tối đa 03 tháng.",
  where: "Ủy ban nhân dân xã, phường nơi đang ở",
  rests: ["nd-20-2021/24-2", "nd-20-2021/24"],
  doubts: ["Khỏe mạnh mà không có nhà thì không đương nhiên được nuôi miễn phí; Ủy ban xã xem từng người."],
});

const declareWhereOneLives = item({
  id: "declare-where-one-lives",
  importance: "shelter",
  says: "Không có thường trú thì khai báo nơi đang ở với Công an xã. Xong có giấy xác nhận để làm giấy tờ khác.",
  where: commune,
  rests: ["luat-cu-tru-2020/19", "luat-cu-tru-2020/19.3"],
});

const medicine = item({
  id: "medicine",
  importance: "health",
  urgent: true,
  says: "Hỏi y tế của trại để nhận lại thuốc chưa dùng hết.",
  where: "Trại giam vừa ra",
  rests: ["nd-170-2026/6.9"],
});

const substitution = item({
  id: "substitution",
  importance: "health",
  urgent: true,
  says: "Muốn điều trị methadone tiếp thì hỏi ngay để không bị ngắt thuốc.",
  where: "Trạm y tế xã hoặc cơ sở điều trị",
  rests: ["luat-pcmt-2025/43"],
  doubts: ["Thủ tục chuyển tiếp điều trị methadone em chưa xác minh; anh/chị hỏi trạm y tế."],
});

const householdInsurance = item({
  id: "health-insurance",
  importance: "health",
  says: "Mua bảo hiểm y tế theo hộ gia đình. Không có nhóm miễn phí riêng cho người ra tù.",
  where: "Cổng dịch vụ công, ứng dụng bảo hiểm xã hội, bộ phận một cửa của bảo hiểm xã hội hoặc bưu điện",
  bring: ["Tờ khai Mẫu số 2", "Danh sách hộ Mẫu số 4 để được giảm tiền"],
  rests: ["luat-bhyt-2008/ho-gia-dinh", "nd-188-2025/11"],
});

const supportedInsurance = item({
  id: "health-insurance",
  importance: "health",
  says: "Hộ nghèo, cận nghèo có nhóm bảo hiểm y tế được nhà nước đóng hoặc hỗ trợ. Hỏi Ủy ban xã.",
  where: council,
  bring: ["Giấy chứng nhận hộ nghèo, cận nghèo"],
  rests: ["luat-bhyt-2008/nhom-ho-tro"],
});

const hivAllowance = item({
  id: "hiv-allowance",
  importance: "money",
  says: "Người nhiễm HIV thuộc hộ nghèo, không có thu nhập ổn định thì hỏi trợ cấp xã hội hằng tháng.",
  where: council,
  rests: ["nd-20-2021/5-2"],
});
