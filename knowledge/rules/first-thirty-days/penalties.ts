import { step } from "../reasoning.ts";
import { servesInCommunity } from "./first-thirty-days-input.ts";
import { commune, item, type Suggest, when } from "./item.ts";

/** What an additional penalty forbids from the day of release, and what stands in the way of going abroad. */
export const penalties: Suggest = (facts) => [
  ...when(facts.penalties.includes("supervised-residence"), supervisedResidence),
  ...when(facts.penalties.includes("residence-ban"), residenceBan, residenceSummons),
  ...when(facts.penalties.includes("work-ban"), workBan),
  ...when(facts.penalties.includes("driving-ban"), drivingBan),
  ...when(facts.penalties.includes("civil-rights"), civilRights),
  ...when(facts.plansAbroad && servesInCommunity(facts), exitBan),
  ...when(facts.plansAbroad && !servesInCommunity(facts) && facts.judgmentMoneyOwed === true, exitAndMoney),
  ...when(facts.drugTreatmentUnfinished, drugTreatment),
];

const newLawDoubt = "Xin phép đi lại ra sao theo luật mới em chưa đọc được. Hỏi Công an xã trước khi đi.";

const supervisedResidence = item({
  id: "supervised-residence",
  importance: "freedom",
  urgent: true,
  says: "Ở, làm ăn tại nơi quản chế, không tự ý rời nơi đó.",
  where: commune,
  bring: ["Bản án"],
  rests: ["blhs-2015/43-viec"],
  ifNot: [step("Đi khỏi nơi quản chế khi chưa được đồng ý: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4.g")],
  doubts: [newLawDoubt],
});

const residenceBan = item({
  id: "residence-ban",
  importance: "freedom",
  urgent: true,
  says: "Không tạm trú, thường trú ở nơi bị cấm. Xem bản án để biết là những nơi nào.",
  where: commune,
  bring: ["Bản án"],
  rests: ["blhs-2015/42-khong-o"],
  ifNot: [step("Đến ở nơi bị cấm khi không được phép: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4.l")],
  doubts: [newLawDoubt],
});

const residenceSummons = item({
  id: "residence-ban-summons",
  importance: "freedom",
  says: "Công an xã gọi lên làm việc thì đến, viết cam kết.",
  where: commune,
  rests: ["nd-231-2026/6.1.c"],
  ifNot: [step("Không có mặt khi được gọi, không cam kết: phạt 2.000.000–3.000.000 đồng.", "nd-282-2025/17.3-cam-cu-tru")],
});

const workBan = item({
  id: "work-ban",
  importance: "freedom",
  urgent: true,
  says: "Không làm chức vụ, nghề mà bản án cấm, cho tới khi hết hạn.",
  where: commune,
  bring: ["Bản án"],
  rests: ["blhs-2015/41-2"],
  ifNot: [step("Không làm đúng lệnh cấm: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4.o")],
});

const drivingBan = item({
  id: "driving-ban",
  importance: "freedom",
  urgent: true,
  says: "Tòa cấm hành nghề lái xe thì dù còn bằng vẫn không được lái trong thời gian cấm.",
  where: commune,
  bring: ["Bản án"],
  rests: ["blhs-2015/41-lai-xe"],
});

const civilRights = item({
  id: "civil-rights",
  importance: "freedom",
  says: "Chưa được ứng cử, chưa được làm trong cơ quan nhà nước, lực lượng vũ trang, cho tới khi hết hạn trong bản án.",
  where: commune,
  bring: ["Bản án"],
  rests: ["blhs-2015/44-tuoc-quyen"],
  ifNot: [step("Vẫn dùng quyền bị cấm: phạt 3.000.000–4.000.000 đồng.", "nd-282-2025/17.4.o")],
});

const exitBan = item({
  id: "exit-ban",
  importance: "freedom",
  says: "Đang bị tạm hoãn xuất cảnh, nên chưa đi nước ngoài được. Đừng đóng tiền cho ai hứa đưa đi.",
  where: commune,
  rests: ["luat-xnc-2019/36.2"],
});

const exitAndMoney = item({
  id: "exit-and-money",
  importance: "money",
  says: "Còn nợ tiền theo bản án thì có thể bị tạm hoãn xuất cảnh. Hỏi cơ quan thi hành án dân sự trước khi mua vé.",
  where: "Cơ quan thi hành án dân sự",
  rests: ["luat-xnc-2019/36.4"],
});

const drugTreatment = item({
  id: "drug-treatment",
  importance: "freedom",
  urgent: true,
  says: "Đang cai nghiện hoặc đang bị quản lý sau cai mà đi tù thì ra tù phải làm tiếp phần còn thiếu. Lên hỏi phải làm gì.",
  where: commune,
  rests: ["luat-pcmt-2025/47.1"],
});
