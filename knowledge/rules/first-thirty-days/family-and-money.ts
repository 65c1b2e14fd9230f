import type { Day } from "../../provision.ts";
import { addDays } from "../calendar.ts";
import { nextFifth } from "../next-fifth.ts";
import { type FirstThirtyDaysInput, hasServed } from "./first-thirty-days-input.ts";
import { commune, council, item, type Suggest, when } from "./item.ts";

export const familyAndMoney: Suggest = (facts, asOf) => [
  ...(facts.newbornOn === null ? [] : [birth(facts.newbornOn)]),
  ...when(facts.childrenElsewhere, children),
  ...when(facts.contractSuspended && !hasServed(facts) && facts.releasedHow !== "conditional-release", () => [backToWork(facts)]),
  ...when(facts.needsMoney, ...loans(facts, asOf)),
  ...when(facts.looksForWork, work),
  ...when(facts.learnedTrade, trade),
  ...when(facts.judgmentMoneyOwed === true, moneyOwed),
  ...when(facts.allowanceBefore, allowanceAgain),
  ...when(facts.age !== null && (facts.age >= 75 || (facts.age >= 70 && facts.poorHousehold === true)), oldAge),
  ...when(hasServed(facts), recordClearance),
];

function birth(bornOn: Day) {
  return item({
    id: "birth",
    importance: "family",
    says: "Khai sinh cho con trong 60 ngày từ ngày sinh, rồi đăng ký cư trú cho con.",
    where: "Ủy ban nhân dân xã, phường",
    by: addDays(bornOn, 60),
    within: "60 ngày từ ngày sinh",
    rests: ["luat-ho-tich-2014/15"],
  });
}

const children = item({
  id: "children",
  importance: "family",
  says: "Không trực tiếp nuôi con vẫn có quyền thăm con, và phải cấp dưỡng cho con chưa đủ 18 tuổi. Tranh chấp thì hỏi Tòa án.",
  where: "Tòa án nhân dân khu vực",
  rests: ["luat-hngd-2014/82.3", "luat-hngd-2014/110"],
});

function backToWork({ releasedOn }: FirstThirtyDaysInput) {
  return item({
    id: "back-to-work",
    importance: "money",
    says: "Hợp đồng bị tạm hoãn vì tạm giữ, tạm giam mà còn hạn: hết tạm hoãn thì có mặt ở chỗ làm trong 15 ngày.",
    where: "Nơi làm việc",
    by: releasedOn === null ? null : addDays(releasedOn, 15),
    within: "15 ngày từ khi hết tạm hoãn",
    rests: ["blld-2019/30.1-tam-hoan", "blld-2019/31-nhan-lai"],
    doubts: ["Hạn 15 ngày em tính từ ngày được thả; bị cấm làm nghề đó thì hợp đồng đã chấm dứt."],
  });
}

/** The loan of Decision 22 is for those whose sentence is over; others ask for the loan open to everybody. */
function loans(facts: FirstThirtyDaysInput, asOf: Day) {
  return hasServed(facts)
    ? [
        item({
          id: "loan-list",
          importance: "money",
          says: "Muốn vay vốn dành cho người đã xong án thì báo Công an xã; danh sách lập vào ngày 05 hằng tháng. Có tên chưa chắc được vay.",
          where: commune,
          bring: ["Giấy chứng nhận xong án hoặc đặc xá"],
          by: nextFifth(asOf),
          within: "trước ngày 05 hằng tháng",
          rests: ["qd-22-2023/14.2.c", "qd-22-2023/14.4"],
        }),
      ]
    : [
        item({
          id: "job-creation-loan",
          importance: "money",
          says: "Hỏi vay tạo việc làm cho mọi người lao động; luật không đòi chưa từng có án. Chương trình vay cho người đã xong án thì chưa dành cho anh/chị.",
          where: "Ngân hàng Chính sách xã hội",
          rests: ["luat-viec-lam-2025/9.1.b", "qd-22-2023/3.1.a"],
        }),
      ];
}

const work = item({
  id: "work",
  importance: "money",
  says: "Nhờ tổ chức dịch vụ việc làm công tư vấn, giới thiệu việc làm, không mất tiền.",
  where: "Tổ chức dịch vụ việc làm công (trước gọi là Trung tâm dịch vụ việc làm)",
  rests: ["luat-viec-lam-2025/4.2", "luat-viec-lam-2025/27"],
});

const trade = item({
  id: "trade-certificate",
  importance: "money",
  says: "Học nghề trong trại thì có chứng chỉ; giữ giấy này để xin việc, chưa có thì hỏi trại.",
  where: "Trại giam vừa ra",
  rests: ["nd-170-2026/15.2"],
});

const moneyOwed = item({
  id: "money-owed",
  importance: "money",
  says: "Xin giấy xác nhận kết quả thi hành án để biết còn nợ gì; hai bên được thỏa thuận trả dần bằng văn bản. Giữ mọi biên lai.",
  where: "Cơ quan thi hành án dân sự",
  bring: ["Bản án", "Biên lai đã nộp"],
  rests: ["nd-152-2026/32.3", "nd-152-2026/14.1", "nd-152-2026/32"],
});

const allowanceAgain = item({
  id: "allowance-again",
  importance: "money",
  says: "Đi chấp hành án thì bị thôi trợ cấp xã hội; nay còn đủ điều kiện thì làm hồ sơ xin hưởng lại ở xã.",
  where: council,
  rests: ["nd-20-2021/8"],
});

const oldAge = item({
  id: "old-age",
  importance: "money",
  says: "Hỏi trợ cấp hưu trí xã hội 500.000 đồng/tháng: từ đủ 75 tuổi, hoặc từ 70 tuổi mà thuộc hộ nghèo, cận nghèo, không có lương hưu.",
  where: council,
  rests: ["nd-176-2025/2"],
});

const recordClearance = item({
  id: "record-clearance",
  importance: "later",
  says: "Giữ kỹ giấy chứng nhận, nhớ ngày xong án: thời hạn xóa án tích tính từ đó. Còn phải trả xong tiền và không phạm tội mới.",
  where: "Ở nhà; chưa rõ thì hỏi Công an xã",
  rests: ["blhs-2015/70.2"],
});
