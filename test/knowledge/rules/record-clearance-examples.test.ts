import { expect, test } from "vitest";
import {
  additional,
  brief,
  type Changes,
  court,
  early,
  factsWith,
  judge,
  juvenile,
  newOffence,
  out,
  owing,
  paid,
  penalty,
  prison,
  today,
} from "./clearance-facts.ts";

/** The worked examples of the research, V1 to V17, each with all the articles it must name and no other. */
const examples: readonly (readonly [string, readonly Changes[], string, readonly string[]])[] = [
  ["V1", [prison(24), out("2024-02-10"), paid("2024-01-15")], "automatic 2026-02-10 reached", ["Điều 70.1", "Điều 70.2.b"]],
  ["V2", [prison(60), out("2024-06-01"), paid("2024-05-01")], "automatic 2026-06-01 reached", ["Điều 70.1", "Điều 70.2.b"]],
  [
    "V3",
    [prison(84), out("2024-03-20", "served-reduced"), paid("2024-03-01")],
    "automatic 2027-03-20 not reached",
    ["Điều 70.1", "Điều 70.2.c", "Điều 63", "Điều 73.1"],
  ],
  [
    "V4",
    [prison(192), out("2024-09-02", "served-reduced"), paid("2024-08-01")],
    "automatic 2029-09-02 not reached",
    ["Điều 70.1", "Điều 70.2.d", "Điều 63", "Điều 73.1"],
  ],
  [
    "V5",
    [
      penalty("suspended-prison", 18),
      { mainEndedBy: "probation-ended", mainEndedOn: null, releasedOn: null, probationEndsOn: "2025-07-15" },
      paid("2023-01-10"),
    ],
    "automatic 2026-07-15 reached",
    ["Điều 70.1", "Điều 70.2.a", "Điều 65.1"],
  ],
  [
    "V6",
    [
      prison(48),
      { mainEndedBy: "conditional-release-probation-ended", mainEndedOn: null, releasedOn: "2023-05-01", probationEndsOn: "2024-11-01" },
    ],
    "automatic 2026-11-01 reached",
    ["Điều 70.1", "Điều 70.2.b", "Điều 66.3", "Điều 73.1"],
  ],
  [
    "V7",
    [prison(36), out("2024-01-15"), additional("quản chế", "2027-01-15")],
    "automatic 2027-01-15 not reached",
    ["Điều 70.1", "Điều 70.2.b", "Điều 70.2"],
  ],
  ["V8", [prison(24), out("2022-03-01"), owing("unpaid")], "never-yet", ["Điều 70.1", "Điều 70.2"]],
  ["V9", [prison(24), out("2022-03-01"), paid("2026-08-10")], "hand-over", ["Điều 70.1", "Điều 70.2.b", "Điều 70.2"]],
  [
    "V10",
    [
      prison(36),
      out("2022-01-01"),
      newOffence({
        committedOn: "2023-06-15",
        judgmentFinalOn: "2023-11-01",
        mainEndedOn: "2024-10-01",
        moneyStatus: "paid",
        moneyLastPaidOn: "2024-09-01",
      }),
    ],
    "automatic 2026-10-01 reached",
    ["Điều 70.1", "Điều 70.2.b", "Điều 73.2"],
  ],
  ["V11", [{ fault: "negligent", frameMaxYears: 5, offenceClass: "nghiêm trọng" }], "none-needed", ["Điều 69.2", "Điều 9.1.b"]],
  [
    "V12",
    [{ fault: "negligent", frameMaxYears: 10, offenceClass: "rất nghiêm trọng" }, prison(36), out("2025-04-01")],
    "automatic 2027-04-01 not reached",
    ["Điều 70.1", "Điều 70.2.b"],
  ],
  ["V13", [court, prison(72), out("2021-02-01")], "court 2026-02-01 reached", ["Điều 71.1", "Điều 71.2.c"]],
  [
    "V14",
    [court, prison(72), out("2021-02-01"), { courtRefusedOn: ["2026-03-20"] }],
    "court 2027-03-20 not reached",
    ["Điều 71.1", "Điều 71.2.c", "Điều 71.3"],
  ],
  [
    "V15",
    [prison(108), out("2024-09-01", "amnesty")],
    "automatic 2027-09-01 not reached",
    ["Điều 70.1", "Điều 70.2.c", "Điều 62.1", "Điều 73.4", "Điều 73.1"],
  ],
  ["V16", [juvenile, prison(96), out("2025-07-01")], "automatic 2027-07-01 not reached", ["Điều 107.2"]],
  ["V17", [prison(72), out("2025-03-01"), early()], "court 2026-03-01 reached", ["Điều 70.1", "Điều 70.2.c", "Điều 72"]],
];

test.each(examples)("%s comes out as the research says", (_name, facts, result, because) => {
  const verdict = judge(factsWith(...facts), today);
  expect(brief(verdict)).toBe(result);
  expect(verdict.because).toEqual(because);
});

test("V1 is told in plain steps, from the group of the offence to where to ask", () => {
  const verdict = judge(factsWith(prison(24), out("2024-02-10"), paid("2024-01-15")), today);
  expect(verdict.working).toEqual([
    "Tội này không thuộc nhóm phải qua Tòa; đủ điều kiện thì án tích đương nhiên được xóa.",
    "Tòa tuyên 2 năm tù, nên thời gian chờ là 2 năm.",
    "Ngày xong hình phạt chính là ngày 10/2/2024.",
    "Cộng thời gian chờ vào ngày đó thì mốc là ngày 10/2/2026.",
    "Tiền theo bản án nộp xong không muộn hơn mốc.",
    "Đã qua ngày 10/2/2026, theo cách tính này là đủ thời gian, nếu không phạm tội mới.",
    "Muốn chắc, anh/chị xin Phiếu lý lịch tư pháp số 1; phiếu vẫn ghi có án tích thì đề nghị nơi cấp phiếu điều chỉnh.",
  ]);
  expect(verdict.doubts).toEqual([]);
});

test("V16 carries the flag to ask a lawyer about the law on juvenile justice", () => {
  const verdict = judge(factsWith(juvenile, prison(96), out("2025-07-01")), today);
  expect(verdict.doubts.join()).toContain("Luật Tư pháp người chưa thành niên");
});

test("V9 says both opinions and gives no date", () => {
  const verdict = judge(factsWith(prison(24), out("2022-03-01"), paid("2026-08-10")), today);
  expect(verdict.earliestDate).toBeNull();
  expect(verdict.doubts.join()).toContain("chưa có hướng dẫn thống nhất");
});
