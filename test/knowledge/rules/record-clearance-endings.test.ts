import { describe, expect, test } from "vitest";
import { type Changes, checkCases, court, factsWith, judge, newOffence, out, owing, penalty, prison, today } from "./clearance-facts.ts";

const ended = (
  how: string | null,
  mainEndedOn: string | null,
  releasedOn: string | null = null,
  probationEndsOn: string | null = null,
): Changes => ({
  mainEndedBy: how,
  mainEndedOn,
  releasedOn,
  probationEndsOn,
});
const judged = (judgmentFinalOn: string | null): Changes => ({ judgmentFinalOn });

describe("BƯỚC 4: the day the main penalty was ended", () => {
  checkCases([
    ["served: the day on the certificate", [ended("served", "2024-05-20")], today, "automatic 2026-05-20 reached", ["Điều 70.2.b"]],
    [
      "served, no certificate at hand: the day out of prison, with a doubt",
      [ended("served", null, "2024-05-20")],
      today,
      "automatic 2026-05-20 reached",
    ],
    [
      "served, out two days after the certificate: the certificate",
      [ended("served", "2024-05-18", "2024-05-20")],
      today,
      "automatic 2026-05-18 reached",
    ],
    ["served, out before the sentence was done: asked", [ended("served", "2024-05-20", "2023-05-20")], today, "hand-over", ["Điều 73.1"]],
    [
      "reduced: by the day out, by the sentence pronounced",
      [prison(72), ended("served-reduced", "2024-05-20", "2024-05-20")],
      today,
      "automatic 2027-05-20 not reached",
      ["Điều 70.2.c", "Điều 63", "Điều 73.1"],
    ],
    [
      "reduced below five years in fact: still three years",
      [prison(61), ended("served-reduced", "2024-05-20")],
      today,
      "automatic 2027-05-20 not reached",
      ["Điều 70.2.c", "Điều 73.1"],
    ],
    [
      "amnesty: the day of the amnesty",
      [prison(36), ended("amnesty", "2024-09-01")],
      today,
      "automatic 2026-09-01 reached",
      ["Điều 62.1", "Điều 73.4"],
    ],
    [
      "amnesty, day from the release",
      [prison(36), ended("amnesty", null, "2024-09-01")],
      today,
      "automatic 2026-09-01 reached",
      ["Điều 62.1", "Điều 73.4"],
    ],
    [
      "amnesty the day before yesterday: the clock starts then, nothing is cleared",
      [prison(36), ended("amnesty", "2026-11-21")],
      today,
      "automatic 2028-11-21 not reached",
      ["Điều 62.1"],
    ],
    [
      "conditional release, probation ended: not from the release",
      [prison(48), ended("conditional-release-probation-ended", null, "2022-06-01", "2024-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.3"],
    ],
    [
      "conditional release, certificate on the same day",
      [prison(48), ended("conditional-release-probation-ended", "2024-06-01", "2022-06-01", "2024-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.3"],
    ],
    [
      "conditional release, the release written as the end: the probation counts",
      [prison(48), ended("conditional-release-probation-ended", "2022-06-01", "2022-06-01", "2024-12-01")],
      today,
      "automatic 2026-12-01 not reached",
      ["Điều 66.3"],
    ],
    [
      "conditional release, certificate alone",
      [prison(48), ended("conditional-release-probation-ended", "2024-06-01", "2022-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.3"],
    ],
    [
      "conditional release, only the release known: asked",
      [prison(48), ended("conditional-release-probation-ended", "2022-06-01", "2022-06-01")],
      today,
      "hand-over",
      ["Điều 73.1"],
    ],
    [
      "conditional release, certificate written later: the probation, with a doubt",
      [prison(48), ended("conditional-release-probation-ended", "2024-06-20", "2022-06-01", "2024-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.3"],
    ],
    [
      "conditional release, probation ends before release: asked",
      [prison(48), ended("conditional-release-probation-ended", null, "2022-06-01", "2021-06-01")],
      today,
      "hand-over",
      ["Điều 66.3"],
    ],
    [
      "conditional release of one with seven years: by the sentence pronounced",
      [prison(84), ended("conditional-release-probation-ended", null, "2021-06-01", "2023-12-01")],
      today,
      "automatic 2026-12-01 not reached",
      ["Điều 70.2.c", "Điều 66.3", "Điều 73.1"],
    ],
    [
      "conditional release, on probation: not ended",
      [prison(48), ended("conditional-release-on-probation", null, "2025-06-01", "2027-06-01")],
      today,
      "never-yet",
      ["Điều 66.3"],
    ],
    [
      "on probation, its last day long gone: still as it is said",
      [prison(48), ended("conditional-release-on-probation", null, "2022-06-01", "2024-06-01")],
      today,
      "never-yet",
      ["Điều 66.3"],
    ],
    [
      "on probation and money owed: both are named",
      [prison(48), ended("conditional-release-on-probation", null, "2025-06-01", "2027-06-01"), owing("unpaid")],
      today,
      "never-yet",
      ["Điều 66.3", "Điều 70.2"],
    ],
    [
      "probation said to be ended, its day is to come: not ended",
      [prison(48), ended("conditional-release-probation-ended", null, "2025-06-01", "2026-11-24")],
      today,
      "never-yet",
      ["Điều 70.1"],
    ],
    [
      "probation ended today: the clock starts today",
      [prison(48), ended("conditional-release-probation-ended", null, "2025-06-01", "2026-11-23")],
      today,
      "automatic 2028-11-23 not reached",
      ["Điều 66.3"],
    ],
    [
      "probation shortened: the day the court gave",
      [prison(48), ended("conditional-release-probation-shortened", "2024-06-01", "2022-06-01", "2025-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.3", "Điều 66.5"],
    ],
    [
      "probation shortened, only the new end known",
      [prison(48), ended("conditional-release-probation-shortened", null, "2022-06-01", "2024-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.5"],
    ],
    [
      "probation shortened, release written as the end",
      [prison(48), ended("conditional-release-probation-shortened", "2022-06-01", "2022-06-01", "2024-06-01")],
      today,
      "automatic 2026-06-01 reached",
      ["Điều 66.5"],
    ],
    [
      "probation shortened to exactly a half",
      [prison(48), ended("conditional-release-probation-shortened", "2023-06-02", "2022-06-02", "2024-06-01")],
      today,
      "automatic 2025-06-02 reached",
      ["Điều 66.5"],
    ],
    [
      "probation shortened to less than a half: asked",
      [prison(48), ended("conditional-release-probation-shortened", "2023-05-31", "2022-06-02", "2024-06-01")],
      today,
      "hand-over",
      ["Điều 66.5"],
    ],
    [
      "probation shortened and yet longer: asked",
      [prison(48), ended("conditional-release-probation-shortened", "2025-06-01", "2022-06-01", "2024-06-01")],
      today,
      "hand-over",
      ["Điều 66.5"],
    ],
    [
      "probation shortened, no day at all: asked",
      [prison(48), ended("conditional-release-probation-shortened", null, "2022-06-01")],
      today,
      "hand-over",
      ["Điều 73.1"],
    ],
    [
      "suspended: the end of the probation, not of the term",
      [penalty("suspended-prison", 24), ended("probation-ended", null, null, "2025-10-01")],
      today,
      "automatic 2026-10-01 reached",
      ["Điều 65.1", "Điều 70.2.a"],
    ],
    [
      "suspended, day only as the end of the penalty",
      [penalty("suspended-prison", 24), ended("probation-ended", "2025-10-01")],
      today,
      "automatic 2026-10-01 reached",
      ["Điều 65.1"],
    ],
    [
      "suspended, certificate written later: the probation, with a doubt",
      [penalty("suspended-prison", 24), ended("probation-ended", "2025-10-15", null, "2025-10-01")],
      today,
      "automatic 2026-10-01 reached",
      ["Điều 65.1"],
    ],
    [
      "suspended, probation runs: not ended",
      [penalty("suspended-prison", 24), ended("probation-ended", null, null, "2027-10-01")],
      today,
      "never-yet",
      ["Điều 70.1"],
    ],
    ["suspended, no day: asked", [penalty("suspended-prison", 24), ended("probation-ended", null)], today, "hand-over"],
    [
      "suspended, called served (taken into prison after all?): asked",
      [penalty("suspended-prison", 24), ended("served", "2024-10-01")],
      today,
      "hand-over",
      ["Điều 73.1"],
    ],
    [
      "prison, called end of probation: asked",
      [prison(24), ended("probation-ended", null, null, "2024-10-01")],
      today,
      "hand-over",
      ["Điều 73.1"],
    ],
    ["prison, called paid: asked", [prison(24), ended("paid", "2024-10-01")], today, "hand-over", ["Điều 73.1"]],
    ["amnesty for a fine: asked", [penalty("fine"), ended("amnesty", "2024-10-01")], today, "hand-over", ["Điều 73.1"]],
    [
      "non-custodial reform: the last day of the reform",
      [penalty("non-custodial-reform", 24), ended("served", "2025-11-23")],
      today,
      "automatic 2026-11-23 reached",
      ["Điều 70.2.a"],
    ],
    [
      "non-custodial reform, reduced",
      [penalty("non-custodial-reform", 24), ended("served-reduced", "2025-11-24")],
      today,
      "automatic 2026-11-24 not reached",
      ["Điều 70.2.a", "Điều 73.1"],
    ],
    [
      "non-custodial reform has no day out of prison: asked",
      [penalty("non-custodial-reform", 24), ended("served", null, "2025-01-01")],
      today,
      "hand-over",
    ],
    ["fine: the day paid in full", [penalty("fine"), ended("paid", "2025-06-15")], today, "automatic 2026-06-15 reached", ["Điều 70.2.a"]],
    ["fine, day of payment not known: asked", [penalty("fine"), ended("paid", null)], today, "hand-over"],
    [
      "warning, day told: a year from it, with a doubt",
      [penalty("warning"), ended("served", "2025-06-15")],
      today,
      "automatic 2026-06-15 reached",
      ["Điều 70.2.a"],
    ],
    [
      "warning, day not told: the law does not say which it is",
      [penalty("warning"), ended("served", null), judged("2025-06-15")],
      today,
      "hand-over",
      ["Điều 70.2.a"],
    ],
    [
      "warning, neither day nor way: the same",
      [penalty("warning"), ended(null, null), judged("2025-06-15")],
      today,
      "hand-over",
      ["Điều 70.2.a"],
    ],
    [
      "warning has no limitation in the article: asked",
      [penalty("warning"), ended("limitation-expired", "2025-06-15")],
      today,
      "hand-over",
      ["Điều 73.1"],
    ],
    [
      "fine paid ahead of the judgment's effect: asked",
      [penalty("fine"), ended("paid", "2024-03-01"), judged("2024-04-01")],
      today,
      "hand-over",
      ["Điều 70.2.a"],
    ],
    [
      "twenty years of prison, a day before it can expire: asked",
      [prison(240), judged("2010-06-01"), ended("limitation-expired", "2025-05-31")],
      today,
      "hand-over",
      ["Điều 60.2"],
    ],
    [
      "life, a day before it can expire: asked",
      [penalty("life-imprisonment"), judged("2006-06-01"), ended("limitation-expired", "2026-05-31")],
      today,
      "hand-over",
      ["Điều 60.2"],
    ],
    [
      "fifteen years of prison, a day before it can expire: asked",
      [prison(180), judged("2010-06-01"), ended("limitation-expired", "2020-05-31")],
      today,
      "hand-over",
      ["Điều 60.2"],
    ],
    [
      "released at the trial, before the judgment took effect: asked",
      [prison(12), out("2024-03-01"), judged("2024-04-01")],
      today,
      "hand-over",
      ["Điều 38.1"],
    ],
    [
      "released on the day the judgment took effect",
      [prison(12), out("2024-04-01"), judged("2024-04-01")],
      today,
      "automatic 2026-04-01 reached",
    ],
    ["day of judgment not known: not needed here", [prison(12), out("2024-04-01"), judged(null)], today, "automatic 2026-04-01 reached"],
    ["sentence ends tomorrow: not ended", [prison(24), out("2026-11-24")], today, "never-yet", ["Điều 70.1"]],
    ["court, sentence ends tomorrow: not ended", [court, prison(24), out("2026-11-24")], today, "never-yet", ["Điều 71.2"]],
    ["sentence ends today: the clock starts", [prison(24), out("2026-11-23")], today, "automatic 2028-11-23 not reached"],
    ["day of the end not known: asked", [prison(24), ended("served", null)], today, "hand-over"],
    ["whether it ended is not known: asked", [prison(24), ended(null, null)], today, "hand-over", ["Điều 73.1"]],
    ["a day, but how it ended is not known: asked", [prison(24), ended(null, "2024-01-01")], today, "hand-over", ["Điều 73.1"]],
    ["main penalty not known: asked", [{ mainPenalty: null }], today, "hand-over", ["Điều 73.1"]],
  ]);
});

describe("BƯỚC 4, Điều 60, 61 and 70.3: a judgment never carried out", () => {
  const expired = (day: string | null): Changes => ended("limitation-expired", day);
  const articles = ["Điều 60.2", "Điều 60.4", "Điều 70.3"];
  checkCases([
    [
      "three years of prison, expired after five: two years more",
      [prison(36), judged("2018-06-01"), expired("2023-06-01")],
      today,
      "automatic 2025-06-01 reached",
      ["Điều 70.2.b", ...articles],
    ],
    [
      "the same, the day to be calculated, with a doubt",
      [prison(36), judged("2018-06-01"), expired(null)],
      today,
      "automatic 2025-06-01 reached",
      articles,
    ],
    [
      "three years and a month, ten years: not expired before",
      [prison(37), judged("2018-06-01"), expired("2023-06-01")],
      today,
      "hand-over",
      ["Điều 60.2", "Điều 60.4"],
    ],
    [
      "three years and a month, the day calculated: still running",
      [prison(37), judged("2018-06-01"), expired(null)],
      today,
      "never-yet",
      ["Điều 70.1"],
    ],
    [
      "fifteen years of prison, ten years: expired in 2020",
      [prison(180), judged("2010-06-01"), expired("2020-06-01")],
      today,
      "automatic 2023-06-01 reached",
      ["Điều 70.2.c", ...articles],
    ],
    [
      "twenty years of prison, fifteen years: expired in 2025",
      [prison(240), judged("2010-06-01"), expired("2025-06-01")],
      today,
      "automatic 2030-06-01 not reached",
      ["Điều 70.2.d", ...articles],
    ],
    [
      "life, twenty years: expired in 2026",
      [penalty("life-imprisonment"), judged("2006-06-01"), expired("2026-06-01")],
      today,
      "automatic 2031-06-01 not reached",
      ["Điều 70.2.d", ...articles],
    ],
    [
      "fine, five years: a year more",
      [penalty("fine"), judged("2019-06-01"), expired("2024-06-01")],
      today,
      "automatic 2025-06-01 reached",
      ["Điều 70.2.a", ...articles],
    ],
    [
      "non-custodial reform, five years: a year more",
      [penalty("non-custodial-reform", 12), judged("2019-06-01"), expired("2024-06-01")],
      today,
      "automatic 2025-06-01 reached",
      ["Điều 70.2.a"],
    ],
    [
      "suspended, the day given",
      [penalty("suspended-prison", 24), judged("2019-06-01"), expired("2024-06-01")],
      today,
      "automatic 2025-06-01 reached",
      ["Điều 70.2.a"],
    ],
    ["the day before it can expire: asked", [prison(36), judged("2018-06-01"), expired("2023-05-31")], today, "hand-over", ["Điều 60.2"]],
    [
      "later than calculated (it started again): the given day",
      [prison(36), judged("2018-06-01"), expired("2024-01-01")],
      today,
      "automatic 2026-01-01 reached",
      articles,
    ],
    ["no day and no judgment: asked", [prison(36), judged(null), expired(null)], today, "hand-over"],
    [
      "fled is not known: asked",
      [prison(36), judged("2018-06-01"), expired("2023-06-01"), { fledOrWanted: null }],
      today,
      "hand-over",
      ["Điều 60.5"],
    ],
    ["fled: asked", [prison(36), judged("2018-06-01"), expired("2023-06-01"), { fledOrWanted: true }], today, "hand-over", ["Điều 60.5"]],
    ["limitation running: not yet", [prison(36), ended("limitation-running", null)], today, "never-yet", articles],
    [
      "limitation running, fled: asked first",
      [prison(36), ended("limitation-running", null), { fledOrWanted: true }],
      today,
      "hand-over",
      ["Điều 60.5"],
    ],
    ["national security knows no limitation: asked", [court, prison(36), expired("2023-06-01")], today, "hand-over", ["Điều 61"]],
    [
      "mixed: the same",
      [{ offenceGroup: "mixed-with-national-security" }, prison(36), expired("2023-06-01")],
      today,
      "hand-over",
      ["Điều 61"],
    ],
    [
      "national security, said to run: the sentence is still to be served",
      [court, prison(36), ended("limitation-running", null)],
      today,
      "never-yet",
      ["Điều 61"],
    ],
    [
      "expired, and the money is owed",
      [prison(36), judged("2018-06-01"), expired("2023-06-01"), owing("unpaid")],
      today,
      "never-yet",
      ["Điều 70.2"],
    ],
    [
      "a new offence within the limitation: asked",
      [prison(36), judged("2018-06-01"), expired("2025-06-01"), newOffence()],
      today,
      "hand-over",
      ["Điều 60.4"],
    ],
    [
      "a new offence after it: the old clock starts again",
      [prison(36), judged("2018-06-01"), expired("2024-06-01"), newOffence()],
      today,
      "automatic 2028-03-01 not reached",
      ["Điều 70.3", "Điều 73.2"],
    ],
  ]);
});

describe("fled or wanted", () => {
  checkCases([
    ["served, wanted: a person must look", [{ fledOrWanted: true }], today, "hand-over", ["Điều 60.5"]],
    ["court, wanted", [court, { fledOrWanted: true }], today, "hand-over", ["Điều 60.5"]],
    ["wanted and money owed", [owing("unpaid"), { fledOrWanted: true }], today, "hand-over", ["Điều 60.5"]],
    ["not known, served: not needed", [{ fledOrWanted: null }], today, "automatic 2026-02-10 reached"],
  ]);
});

const doubtsOf = (...changes: readonly Changes[]) => judge(factsWith(...changes), today).doubts.join("\n");

test("what is not sure about the day is said", () => {
  expect(doubtsOf(ended("served", null, "2024-05-20"))).toContain("Em lấy ngày ra trại");
  expect(doubtsOf(ended("served", "2024-05-18", "2024-05-20"))).toContain("Ngày ra trại muộn hơn");
  expect(doubtsOf(prison(48), ended("conditional-release-probation-ended", "2024-06-20", "2022-06-01", "2024-06-01"))).toContain(
    "muộn hơn ngày hết thử thách",
  );
  expect(doubtsOf(prison(48), ended("conditional-release-on-probation", null, "2022-06-01", "2024-06-01"))).toContain(
    "Ngày hết thử thách đã qua",
  );
  expect(doubtsOf(prison(48), ended("conditional-release-on-probation", null, "2025-06-01", "2027-06-01"))).toBe("");
  expect(doubtsOf(penalty("warning"), ended("served", "2025-06-15"))).toContain("Phạt cảnh cáo coi là xong từ ngày nào");
  expect(doubtsOf(penalty("fine"), ended("paid", "2024-03-01"), judged("2024-04-01"))).toContain("Tiền phạt nộp đủ trước");
  expect(doubtsOf(prison(36), judged("2018-06-01"), ended("limitation-expired", null))).toContain("do em tính từ ngày bản án có hiệu lực");
});

test("what is missing is named", () => {
  expect(doubtsOf(ended("served", null))).toBe("Chưa biết ngày xong hình phạt ghi trên giấy chứng nhận.");
  expect(doubtsOf(ended("amnesty", null))).toBe("Chưa biết ngày được đặc xá.");
  expect(doubtsOf(penalty("fine"), ended("paid", null))).toBe("Chưa biết ngày nộp đủ tiền phạt.");
  expect(doubtsOf(penalty("suspended-prison", 12), ended("probation-ended", null))).toBe(
    "Chưa biết ngày hết thời gian thử thách của án treo.",
  );
  expect(doubtsOf(ended(null, null))).toBe("Chưa biết hình phạt chính đã xong chưa, xong bằng cách nào.");
  expect(doubtsOf(prison(null))).toBe("Chưa biết mức án tù Tòa đã tuyên.");
  expect(doubtsOf({ mainPenalty: null })).toBe("Chưa biết hình phạt chính Tòa đã tuyên.");
  expect(doubtsOf({ money: null })).toContain("Chưa biết bồi thường, án phí, tiền phạt");
  expect(doubtsOf({ ageAtOffence: null })).toContain("Chưa biết tuổi lúc phạm tội");
  expect(doubtsOf({ fault: null })).toContain("Chưa biết phạm tội vô ý hay cố ý");
  expect(doubtsOf({ offenceGroup: null })).toContain("nhóm an ninh quốc gia");
});
