import type { Day } from "../../provision.ts";
import { type Step, step } from "../reasoning.ts";
import { isTold } from "../told.ts";
import { type Finding, isSettled } from "./finding.ts";
import { judgeFiveYears, judgeFiveYearsAfterAmnesty } from "./five-years.ts";
import type { PersonBorrower } from "./loan-input.ts";

const fromTheWords = "Điều này suy từ câu chữ của quyết định; anh/chị hỏi lại Ngân hàng Chính sách xã hội.";
const moneyOwedDoubt =
  "Còn nợ bồi thường, án phí, tiền phạt thì Công an xã có coi là chấp hành tốt pháp luật không, anh/chị hỏi Công an xã.";
const lostPaperDoubt = "Giấy đã mất thì xin cấp lại ra sao, em chưa tìm thấy quy định. Anh/chị hỏi Công an xã và liên hệ trại đã cấp giấy.";
const areaDoubt = "Tạm trú hoặc chưa đăng ký chỗ ở thì xã nào ghi tên, em chưa đọc được chỗ nào nói rõ. Anh/chị hỏi Công an cả hai nơi.";

export function judgePerson(person: PersonBorrower, asOf: Day): readonly Finding[] {
  const sentence = judgeSentence(person);
  // Without a sentence that counts there is no paper to show and no day to count from.
  const window = sentence.status === "met" ? [judgeWindow(person, asOf)] : [];
  const settled = isSettled([sentence, ...window]);
  const looksAt = (...names: readonly (keyof PersonBorrower)[]) => !settled || names.every((name) => isTold(person, name));
  return [
    sentence,
    ...(window.length > 0 && looksAt("certificate") ? [judgeCertificate(person)] : []),
    ...window,
    ...(looksAt("onPoliceList") ? [judgeList(person)] : []),
    ...(looksAt("lawAbiding") ? [judgeConduct(person)] : []),
    ...(looksAt("socialEvils") ? [judgeSocialEvils(person)] : []),
    ...(looksAt("otherDebt") ? [judgeOtherDebt(person.otherDebt)] : []),
    ...(looksAt("onPoliceList", "residence") ? [judgeArea(person)] : []),
    ...(looksAt("judgmentMoneyOwed") && person.judgmentMoneyOwed === true ? [judgmentMoney] : []),
  ];
}

function judgeSentence({ release }: PersonBorrower): Finding {
  const name = "sentence";
  switch (release) {
    case "served":
    case "conditional-release-probation-ended":
      return { name, status: "met", ...step("Người đã xong án phạt tù thuộc diện vay.", "qd-22-2023/3.1.a"), doubts: [] };
    case "amnesty":
      return { name, status: "met", ...step("Người được đặc xá thuộc diện vay.", "qd-22-2023/3.1.a"), doubts: [] };
    case "conditional-release-on-probation": {
      const says =
        "Tha tù trước thời hạn mà còn thử thách thì chưa xong án, nên chưa thuộc diện vay. Hết thử thách, có giấy xong án thì được tính.";
      return { name, status: "not-yet", ...step(says, "qd-22-2023/3.1.a-2"), doubts: [fromTheWords] };
    }
    case "suspended-sentence":
    case "non-custodial-reform": {
      const says = "Án treo, cải tạo không giam giữ không phải là chấp hành xong án phạt tù, nên không thuộc chương trình này.";
      return { name, status: "failed", ...step(says, "qd-22-2023/3.1.a-3"), doubts: [fromTheWords] };
    }
    case "still-in-prison":
      return {
        name,
        status: "not-yet",
        ...step("Phải hết thời hạn tù, có giấy chứng nhận mới thuộc diện vay.", "qd-22-2023/3.1.a"),
        doubts: [],
      };
    case null:
      return { name, status: "unknown", ...step("Em chưa biết anh/chị ra bằng cách nào.", "qd-22-2023/3.1.a"), doubts: [] };
  }
}

function judgeCertificate({ release, certificate }: PersonBorrower): Finding {
  const amnesty = release === "amnesty";
  const paper = amnesty ? "giấy chứng nhận đặc xá" : "giấy chứng nhận chấp hành xong án phạt tù";
  const found = (status: Finding["status"], says: string, doubts: readonly string[] = []): Finding => ({
    name: "certificate",
    status,
    ...step(says, "qd-22-2023/3.1.a"),
    doubts,
  });
  switch (certificate) {
    case null:
      return found("unknown", `Phải có ${paper}; em chưa biết anh/chị có chưa.`);
    case "none":
      return found("not-yet", `Phải có ${paper}.`);
    case "lost":
      return found("not-yet", `Phải có ${paper}; giấy đã mất thì phải xin lại.`, [lostPaperDoubt]);
    case "completion":
    case "amnesty":
      return (certificate === "amnesty") === amnesty
        ? found("met", `Anh/chị có ${paper}.`)
        : found("unknown", `Phải có ${paper}.`, [
            "Loại giấy anh/chị có không khớp với cách ra trại; anh/chị mang giấy đến Công an xã hỏi.",
          ]);
  }
}

function judgeWindow({ release, endedOn }: PersonBorrower, asOf: Day): Finding {
  return release === "amnesty" ? judgeFiveYearsAfterAmnesty(endedOn, asOf) : judgeFiveYears(endedOn, asOf);
}

/** Điều 3.3 is the same for people and for enterprises. */
export function judgeOtherDebt(debt: PersonBorrower["otherDebt"]): Finding {
  const says: Step = step(
    debt === "same-purpose"
      ? "Còn nợ ngân hàng này ở chương trình khác cùng mục đích thì không được vay chương trình này; trả xong mới xét."
      : "Không được còn nợ Ngân hàng Chính sách xã hội ở chương trình khác cùng mục đích.",
    "qd-22-2023/3.3",
  );
  return { name: "other-loan", status: debt === null ? "unknown" : debt === "same-purpose" ? "not-yet" : "met", ...says, doubts: [] };
}

/** Where one lives is no condition of the decision, but Công an xã of that place writes the list. */
function judgeArea({ residence, onPoliceList }: PersonBorrower): Finding {
  const settled = onPoliceList === true || residence === "permanent";
  return {
    name: "area",
    status: settled ? "met" : "unknown",
    ...step("Danh sách do Công an xã nơi anh/chị ở lập.", "qd-22-2023/3.2.a", "qd-22-2023/cac-buoc"),
    doubts: settled ? [] : [areaDoubt],
  };
}

const judgmentMoney: Finding = {
  name: "judgment-money",
  status: "met",
  ...step("Quyết định không ghi còn nợ bồi thường, án phí là lý do cấm vay.", "qd-22-2023/3.2"),
  doubts: [moneyOwedDoubt],
};

function judgeList({ onPoliceList }: PersonBorrower): Finding {
  return judge("list", onPoliceList, {
    met: "Anh/chị đã có tên trong danh sách Công an xã lập, Ủy ban xã xác nhận.",
    otherwise: "not-yet",
    else: "Phải có tên trong danh sách Công an xã lập, Ủy ban xã xác nhận (Mẫu số 01).",
  });
}

function judgeConduct({ lawAbiding }: PersonBorrower): Finding {
  return judge("law-abiding", lawAbiding, {
    met: "Anh/chị đang chấp hành tốt pháp luật.",
    otherwise: "not-yet",
    else: "Người vay phải chấp hành tốt pháp luật.",
  });
}

function judgeSocialEvils({ socialEvils }: PersonBorrower): Finding {
  return judge("social-evils", socialEvils === null ? null : !socialEvils, {
    met: "Anh/chị không dính tệ nạn xã hội.",
    otherwise: "not-yet",
    else: "Người vay không được dính tệ nạn xã hội.",
  });
}

interface Wording {
  readonly met: string;
  readonly otherwise: "not-yet" | "failed";
  readonly else: string;
}

function judge(name: string, holds: boolean | null, wording: Wording): Finding {
  const status = holds === null ? "unknown" : holds ? "met" : wording.otherwise;
  return { name, status, ...step(holds === true ? wording.met : wording.else, "qd-22-2023/3.2.a"), doubts: [] };
}
