import { describe, expect, test } from "vitest";
import { additional, type Changes, checkCases, court, factsWith, judge, out, owing, paid, prison, today } from "./clearance-facts.ts";

describe("BƯỚC 6: money of the judgment", () => {
  checkCases([
    ["nothing owed", [out("2024-03-01")], today, "automatic 2026-03-01 reached"],
    ["paid before the release", [out("2024-03-01"), paid("2020-01-01")], today, "automatic 2026-03-01 reached"],
    [
      "paid within the period: from the end of the penalty all the same",
      [out("2024-03-01"), paid("2025-12-01")],
      today,
      "automatic 2026-03-01 reached",
    ],
    ["paid a day before the anniversary", [out("2024-03-01"), paid("2026-02-28")], today, "automatic 2026-03-01 reached"],
    ["paid on the anniversary", [out("2024-03-01"), paid("2026-03-01")], today, "automatic 2026-03-01 reached"],
    ["paid a day after: nobody can say", [out("2024-03-01"), paid("2026-03-02")], today, "hand-over", ["Điều 70.2"]],
    [
      "paid years after: nobody can say, though both opinions are past",
      [out("2016-03-01"), paid("2019-01-01")],
      today,
      "hand-over",
      ["Điều 70.2"],
    ],
    [
      "paid, last day not known, before the anniversary: it was in time",
      [out("2025-03-01"), paid(null)],
      today,
      "automatic 2027-03-01 not reached",
    ],
    [
      "paid, last day not known, on the anniversary: it was in time",
      [out("2024-11-23"), paid(null)],
      today,
      "automatic 2026-11-23 reached",
    ],
    ["paid, last day not known, a day after: asked", [out("2024-11-22"), paid(null)], today, "hand-over", ["Điều 70.2"]],
    ["paid on a day still to come, in time: only if", [out("2025-03-01"), paid("2026-12-31")], today, "automatic 2027-03-01 not reached"],
    ["unpaid: not yet", [out("2024-03-01"), owing("unpaid")], today, "never-yet", ["Điều 70.2"]],
    ["unpaid after twenty years: not yet", [out("2006-03-01"), owing("unpaid")], today, "never-yet", ["Điều 70.2"]],
    ["unpaid within the period: not yet", [out("2026-03-01"), owing("unpaid")], today, "never-yet", ["Điều 70.2"]],
    ["unpaid, and the sentence not known: unpaid is enough", [owing("unpaid"), prison(null)], today, "never-yet", ["Điều 70.2"]],
    [
      "claim expired, unpaid: not yet (an opinion, with a doubt)",
      [out("2016-03-01"), owing("enforcement-claim-expired-unpaid")],
      today,
      "never-yet",
      ["Điều 70.2"],
    ],
    ["victim waived in private: asked", [out("2016-03-01"), owing("victim-waived-privately")], today, "hand-over", ["Điều 70.2"]],
    [
      "victim waived in private, within the period: asked",
      [out("2026-03-01"), owing("victim-waived-privately")],
      today,
      "hand-over",
      ["Điều 70.2"],
    ],
    ["not known: asked", [out("2016-03-01"), { money: null }], today, "hand-over", ["Điều 70.2"]],
    ["court, unpaid: not yet", [court, prison(72), out("2016-03-01"), owing("unpaid")], today, "never-yet", ["Điều 71.2"]],
    [
      "court, claim expired: not yet",
      [court, prison(72), out("2016-03-01"), owing("enforcement-claim-expired-unpaid")],
      today,
      "never-yet",
      ["Điều 71.2"],
    ],
    ["court, paid in time", [court, prison(72), out("2021-03-01"), paid("2026-03-01")], today, "court 2026-03-01 reached", ["Điều 71.2.c"]],
    ["court, paid a day late: asked", [court, prison(72), out("2021-03-01"), paid("2026-03-02")], today, "hand-over"],
    [
      "court, victim waived in private: asked",
      [court, prison(72), out("2021-03-01"), owing("victim-waived-privately")],
      today,
      "hand-over",
    ],
    [
      "paid after the anniversary, before the end of quản chế: in time for that day",
      [out("2024-03-01"), additional("quản chế", "2026-09-01"), paid("2026-08-01")],
      today,
      "automatic 2026-09-01 reached",
      ["Điều 70.2"],
    ],
    [
      "paid after the end of quản chế: asked",
      [out("2024-03-01"), additional("quản chế", "2026-09-01"), paid("2026-09-02")],
      today,
      "hand-over",
    ],
    [
      "unpaid and quản chế running: not yet",
      [out("2024-03-01"), additional("quản chế", "2029-03-01"), owing("unpaid")],
      today,
      "never-yet",
      ["Điều 70.2"],
    ],
  ]);
});

const doubtsOf = (...changes: readonly Changes[]) => judge(factsWith(...changes), today).doubts.join("\n");

test("what is owed sends to the enforcement office, an opinion is called one", () => {
  expect(judge(factsWith(owing("unpaid")), today).working.join()).toContain("cơ quan thi hành án dân sự");
  expect(doubtsOf(owing("enforcement-claim-expired-unpaid"))).toContain("ý kiến trả lời của Viện kiểm sát");
  expect(doubtsOf(owing("victim-waived-privately"))).toContain("thỏa thuận bằng giấy");
});

test("a payment that is still to come is doubted, one that was made is not", () => {
  expect(doubtsOf(out("2025-03-01"), paid("2026-12-31"))).toContain("sau hôm nay");
  expect(doubtsOf(out("2025-03-01"), paid("2026-11-23"))).toBe("");
});
