import type { Day } from "../../provision.ts";
import { inForceOn, type Step, step } from "../reasoning.ts";
import type { LegalAidInput } from "./legal-aid-input.ts";

export interface Applying {
  readonly forms: ("litigation" | "advice" | "representation")[];
  readonly papers: readonly Step[];
  readonly where: readonly Step[];
  readonly times: readonly Step[];
  readonly doubts: readonly string[];
}

export function applyingOf(input: LegalAidInput, asOf: Day): Applying {
  return {
    forms: input.matter === "criminal-case" ? ["litigation", "advice"] : ["advice", "representation", "litigation"],
    papers: inForceOn(asOf, papersOf(input)),
    where: inForceOn(asOf, whereOf(input)),
    times: inForceOn(asOf, timesOf(input)),
    doubts: branchDoubts(input),
  };
}

function papersOf({ applyBy }: LegalAidInput): readonly Step[] {
  const ways = {
    "in-person": step(
      "Nộp trực tiếp: đưa bản chính cho xem, hoặc nộp bản sao chứng thực. Không viết được thì có người ghi giúp.",
      "luat-tgpl-2017/29.2.a",
    ),
    post: step("Gửi bưu điện: kèm bản sao có chứng thực của giấy chứng minh diện.", "luat-tgpl-2017/29.2.b"),
    online: step("Nộp qua mạng: khi gặp người giúp thì đưa bản chính hoặc bản sao có chứng thực.", "luat-tgpl-2017/29.2.c"),
  };
  return [
    step("Đơn yêu cầu, giấy chứng minh thuộc diện, giấy tờ về vụ việc.", "luat-tgpl-2017/29.1"),
    ...(applyBy === null ? Object.values(ways) : [ways[applyBy]]),
  ];
}

/** A centre takes the matters of those who live with it, and those that happen there (Điều 26.1). */
function whereOf({ livesIn, matterIn, applyBy }: LegalAidInput): readonly Step[] {
  const here = livesIn === "ho-chi-minh" || matterIn === "ho-chi-minh";
  const away = livesIn === "elsewhere" || matterIn === "elsewhere";
  return [
    step("Trung tâm trợ giúp pháp lý nhà nước, hoặc nơi khác trong danh sách Sở Tư pháp công bố.", "luat-tgpl-2017/10"),
    step("Trung tâm nhận khi anh/chị sống ở đó, hoặc việc xảy ra ở đó.", "luat-tgpl-2017/26.1"),
    ...(here ? [step("Vùng Bà Rịa – Vũng Tàu cũ thì hỏi Trung tâm của Thành phố Hồ Chí Minh.", "luat-tgpl-2017/26.1")] : []),
    ...(away ? [step("Sống hoặc có việc ở tỉnh khác thì hỏi được cả Trung tâm ở tỉnh đó.", "luat-tgpl-2017/26.1")] : []),
    ...(applyBy === "online" ? [step("Trên Cổng dịch vụ công: thủ tục mã 2.000829.", "dvc-2-000829/ma-thu-tuc")] : []),
  ];
}

function branchDoubts({ livesIn, matterIn }: LegalAidInput): readonly string[] {
  const here = livesIn === "ho-chi-minh" || matterIn === "ho-chi-minh";
  return here ? ["Chi nhánh ở vùng Bà Rịa – Vũng Tàu cũ nay ở đâu em chưa xác minh được. Anh/chị gọi 1800 1233."] : [];
}

/** "About to run out, about to be tried" is fewer than five working days (Thông tư 12/2018, Điều 6). */
function timesOf({ matter, inCustody, workingDaysLeft, hardArea }: LegalAidInput): readonly Step[] {
  const urgent = workingDaysLeft !== null && workingDaysLeft < 5;
  return [
    step("Nơi nhận phải trả lời ngay là nhận hay cần thêm giấy gì.", "luat-tgpl-2017/30.2"),
    ...(urgent ? [urgentStep(hardArea)] : []),
    matter === "criminal-case"
      ? inCustody
        ? step("Đang bị bắt, tạm giữ thì Trung tâm cử người trong 12 giờ.", "luat-tgpl-2017/31.2")
        : step("Bào chữa, bảo vệ trong vụ án: cử người trong 03 ngày làm việc từ khi nhận việc.", "luat-tgpl-2017/31.2")
      : step(
          "Tư vấn: trả lời bằng văn bản trong 10 ngày, việc phức tạp nhiều nhất 30 ngày; việc đơn giản được giải đáp ngay.",
          "luat-tgpl-2017/32.2",
        ),
    ...(matter === "criminal-case" ? [] : [step("Đại diện làm việc với cơ quan: cử người trong 03 ngày làm việc.", "luat-tgpl-2017/33.2")]),
  ];
}

function urgentStep(hardArea: LegalAidInput["hardArea"]): Step {
  const days =
    hardArea === true
      ? "10 ngày làm việc"
      : hardArea === false
        ? "05 ngày làm việc"
        : "05 ngày làm việc, ở vùng đặc biệt khó khăn là 10 ngày làm việc";
  return step(
    `Việc gấp, còn dưới 05 ngày làm việc: được nhận ngay dù thiếu giấy. Giấy nộp thêm trong ${days}.`,
    "luat-tgpl-2017/30.4",
    "tt-12-2018-btp/6",
  );
}
