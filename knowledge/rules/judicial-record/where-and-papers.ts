import type { Day } from "../../provision.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { JudicialRecordInput } from "./judicial-record-input.ts";

export function placesFor({ abroadNow }: JudicialRecordInput, day: Day): readonly Step[] {
  return inForceOn(day, [
    step(
      "Nơi cấp phiếu: Công an tỉnh, thành phố hoặc Cục Hồ sơ nghiệp vụ của Bộ Công an. Công an xã không cấp phiếu.",
      "luat-lltp-sua-2025/noi-cap",
    ),
    ...(abroadNow ? [] : [step("Ở Thành phố Hồ Chí Minh: Phòng Hồ sơ nghiệp vụ, Công an Thành phố.", "dvc-bca-lltp/phong-ho-so")]),
    step("Sở Tư pháp không còn cấp phiếu từ 01/3/2025.", "dvc-bca-lltp/chuyen-cong-an"),
  ]);
}

export function papersFor({ appliedBy, feeGroup }: JudicialRecordInput, day: Day, online: boolean | null): readonly Step[] {
  return inForceOn(day, [
    ...(online === false ? [] : [vneid]),
    ...(online === true
      ? []
      : [step("Tờ khai giấy; gửi bưu điện thì phải chứng thực chữ ký.", "nd-216-2026/22.1.b", "nd-216-2026/22.1.c")]),
    ...(appliedBy === "other" ? [step("Văn bản ủy quyền có công chứng hoặc chứng thực.", "nd-216-2026/22.2.b")] : []),
    ...(feeGroup === null || feeGroup === "none" ? [] : [step("Bản chụp giấy chứng minh diện miễn, giảm phí.", "nd-216-2026/22.8")]),
    step("Nơi nhận không được đòi thêm giấy về điều đã có trong dữ liệu dân cư, lý lịch tư pháp.", "nd-216-2026/23.2.a"),
    step("Mỗi loại phiếu một hồ sơ; cần cả hai loại thì nộp 2 hồ sơ.", "nd-216-2026/22.7"),
    step("Tờ khai hỏi nơi ở từ đủ 14 tuổi; khai đúng sự thật.", "huong-dan-vneid-lltp/tu-14-tuoi"),
    step("Khai gian khi xin phiếu bị phạt từ 3 đến 5 triệu đồng.", "nd-282-2025/29-khai-gian"),
  ]);
}

const vneid = step(
  "Trên VNeID: vào Thủ tục hành chính, chọn Cấp phiếu lý lịch tư pháp, Tạo mới yêu cầu, khai rồi gửi, trả phí.",
  "huong-dan-vneid-lltp/cac-buoc",
);

export const placeDoubts: readonly string[] = [
  "Điểm nhận hồ sơ ở vùng Bà Rịa – Vũng Tàu cũ em chưa xác minh; xem trên VNeID hoặc hỏi Công an xã.",
  "Thời gian ở trại khai thế nào trong tờ khai em chưa xác minh; anh/chị hỏi nơi nhận hồ sơ.",
];
