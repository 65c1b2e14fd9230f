import { describe, expect, test } from "vitest";
import {
  additional,
  type Changes,
  checkCases,
  court,
  early,
  factsWith,
  judge,
  out,
  owing,
  paid,
  penalty,
  prison,
  today,
} from "./clearance-facts.ts";

const refused = (...courtRefusedOn: readonly string[]): Changes => ({ courtRefusedOn });

describe("Điều 71.3: after a refused application", () => {
  const old = [court, prison(36), out("2022-04-01")];
  checkCases([
    ["never refused", [...old, refused()], today, "court 2025-04-01 reached", ["Điều 71.2.b"]],
    ["refusals not known: as never", [...old, { courtRefusedOn: null }], today, "court 2025-04-01 reached"],
    ["refused once: a year, the day before", [...old, refused("2025-11-24")], today, "court 2026-11-24 not reached", ["Điều 71.3"]],
    ["refused once: a year, the day", [...old, refused("2025-11-23")], today, "court 2026-11-23 reached", ["Điều 71.3"]],
    ["refused once: a year, the day after", [...old, refused("2025-11-22")], today, "court 2026-11-22 reached", ["Điều 71.3"]],
    [
      "refused twice: two years from the second",
      [...old, refused("2025-06-01", "2026-07-01")],
      today,
      "court 2028-07-01 not reached",
      ["Điều 71.3"],
    ],
    [
      "refused twice, told in the wrong order",
      [...old, refused("2026-07-01", "2025-06-01")],
      today,
      "court 2028-07-01 not reached",
      ["Điều 71.3"],
    ],
    ["refused twice: two years, the day", [...old, refused("2023-06-01", "2024-11-23")], today, "court 2026-11-23 reached", ["Điều 71.3"]],
    [
      "refused twice: two years, the day before",
      [...old, refused("2023-06-01", "2024-11-24")],
      today,
      "court 2026-11-24 not reached",
      ["Điều 71.3"],
    ],
    [
      "refused three times: two years from the third",
      [...old, refused("2020-01-01", "2022-01-01", "2026-02-01")],
      today,
      "court 2028-02-01 not reached",
      ["Điều 71.3"],
    ],
    [
      "the same day told twice is one refusal",
      [...old, refused("2026-03-01", "2026-03-01")],
      today,
      "court 2027-03-01 not reached",
      ["Điều 71.3"],
    ],
    [
      "refused long before the period ends: the period",
      [court, prison(72), out("2024-04-01"), refused("2024-06-01")],
      today,
      "court 2029-04-01 not reached",
      ["Điều 71.2.c"],
    ],
    [
      "refused, so that the year ends just after the period",
      [court, prison(36), out("2023-04-01"), refused("2025-04-02")],
      today,
      "court 2026-04-02 reached",
      ["Điều 71.3"],
    ],
    ["refused on 29 February", [...old, refused("2024-02-29")], "2025-02-28", "court 2025-04-01 not reached"],
    ["a refusal to come: asked", [...old, refused("2026-11-24")], today, "hand-over", ["Điều 71.3"]],
    ["refused, and money owed: not yet", [...old, owing("unpaid"), refused("2025-11-24")], today, "never-yet", ["Điều 71.2"]],
    [
      "cleared by itself: a refusal of the court changes nothing",
      [out("2024-02-10"), refused("2026-06-01")],
      today,
      "automatic 2026-02-10 reached",
      ["Điều 70.2.b"],
    ],
  ]);
});

describe("Điều 72: earlier, after a third of the period, by the court", () => {
  const six = [prison(72), out("2025-03-01")];
  checkCases([
    ["three years to wait: a year, the day before", [...six, early()], "2026-02-28", "court 2026-03-01 not reached", ["Điều 72"]],
    ["three years to wait: a year, the day", [...six, early()], "2026-03-01", "court 2026-03-01 reached", ["Điều 72"]],
    [
      "one year to wait: four months",
      [penalty("non-custodial-reform", 12), out("2026-05-10"), early()],
      today,
      "court 2026-09-10 reached",
      ["Điều 70.2.a", "Điều 72"],
    ],
    [
      "two years to wait: eight months",
      [prison(24), out("2026-02-10"), early()],
      today,
      "court 2026-10-10 reached",
      ["Điều 70.2.b", "Điều 72"],
    ],
    [
      "five years to wait: a year and eight months",
      [prison(240), out("2025-02-10"), early()],
      today,
      "court 2026-10-10 reached",
      ["Điều 70.2.d", "Điều 72"],
    ],
    [
      "court, one year: four months",
      [court, penalty("warning"), { mainEndedOn: "2026-05-10", releasedOn: null }, early()],
      today,
      "court 2026-09-10 reached",
      ["Điều 71.2.a", "Điều 72"],
    ],
    [
      "court, three years: a year",
      [court, prison(24), out("2025-05-10"), early()],
      today,
      "court 2026-05-10 reached",
      ["Điều 71.2.b", "Điều 72"],
    ],
    [
      "court, five years: a year and eight months",
      [court, prison(72), out("2025-05-10"), early()],
      today,
      "court 2027-01-10 not reached",
      ["Điều 71.2.c", "Điều 72"],
    ],
    [
      "court, seven years: two years and four months",
      [court, prison(240), out("2025-05-10"), early()],
      today,
      "court 2027-09-10 not reached",
      ["Điều 71.2.d", "Điều 72"],
    ],
    ["no merit: the ordinary day", [...six, early(true, false, true)], today, "automatic 2028-03-01 not reached", ["Điều 72"]],
    ["no clear progress: the ordinary day", [...six, early(false, true, true)], today, "automatic 2028-03-01 not reached", ["Điều 72"]],
    ["nobody proposes it: the ordinary day", [...six, early(true, true, false)], today, "automatic 2028-03-01 not reached", ["Điều 72"]],
    [
      "merit not known: the ordinary day, with a doubt",
      [...six, early(true, null, true)],
      today,
      "automatic 2028-03-01 not reached",
      ["Điều 72"],
    ],
    ["nothing known: the ordinary day", [...six, early(null, null, null)], today, "automatic 2028-03-01 not reached", ["Điều 72"]],
    [
      "not asked for: the ordinary day",
      [...six, { early: { requested: false, clearProgress: true, merit: true, localProposal: true } }],
      today,
      "automatic 2028-03-01 not reached",
      ["Điều 70.2.c"],
    ],
    [
      "the ordinary day is past: no need of the court",
      [out("2024-02-10"), early()],
      today,
      "automatic 2026-02-10 reached",
      ["Điều 70.2.b"],
    ],
    [
      "court, the ordinary day is past",
      [court, prison(24), out("2020-02-10"), early()],
      today,
      "court 2023-02-10 reached",
      ["Điều 71.2.b"],
    ],
    ["money owed: not yet", [...six, owing("unpaid"), early()], today, "never-yet", ["Điều 70.2"]],
    ["paid by the early day", [...six, paid("2026-03-01"), early()], today, "court 2026-03-01 reached", ["Điều 72"]],
    [
      "paid a day later: the ordinary day, the early one is asked about",
      [...six, paid("2026-03-02"), early()],
      today,
      "automatic 2028-03-01 not reached",
      ["Điều 72"],
    ],
    [
      "paid, day not known, early day to come: in time",
      [prison(72), out("2026-03-01"), paid(null), early()],
      today,
      "court 2027-03-01 not reached",
      ["Điều 72"],
    ],
    [
      "quản chế runs beyond the early day: the ordinary day, the early one is asked about",
      [...six, additional("quản chế", "2027-03-01"), early()],
      today,
      "automatic 2028-03-01 not reached",
      ["Điều 72"],
    ],
    [
      "quản chế ended by the early day",
      [...six, additional("quản chế", "2026-03-01"), early()],
      today,
      "court 2026-03-01 reached",
      ["Điều 72"],
    ],
    [
      "an early application refused: a year later, with a doubt",
      [...six, early(), refused("2026-06-01")],
      today,
      "court 2027-06-01 not reached",
      ["Điều 71.3", "Điều 72"],
    ],
    [
      "refused so late that the ordinary day comes first",
      [prison(72), out("2023-12-01"), early(), refused("2026-06-01")],
      today,
      "automatic 2026-12-01 not reached",
      ["Điều 70.2.c"],
    ],
    [
      "court, an early application refused twice",
      [court, prison(240), out("2022-05-10"), early(), refused("2024-10-01", "2026-01-01")],
      today,
      "court 2028-01-01 not reached",
      ["Điều 71.3"],
    ],
  ]);
});

describe("older law", () => {
  checkCases([
    [
      "out in 2012: the kinder periods of today hold, with a doubt on the day",
      [out("2012-06-01")],
      today,
      "automatic 2014-06-01 reached",
      ["Điều 70.2.b", "Điều 2.1 Nghị quyết 41/2017/QH14"],
    ],
    [
      "out in 2017, reached under the new code",
      [out("2017-06-01")],
      today,
      "automatic 2019-06-01 reached",
      ["Điều 2.1 Nghị quyết 41/2017/QH14"],
    ],
    ["out on the first day of the new code", [out("2018-01-01")], today, "automatic 2020-01-01 reached", ["Điều 70.2.b"]],
    ["asked about a day before the new code: not read", [out("2012-06-01")], "2017-12-31", "hand-over"],
    ["asked about its first day", [out("2012-06-01")], "2018-01-01", "automatic 2014-06-01 reached"],
  ]);
});

test("what the court must still weigh is said", () => {
  const { working, doubts } = judge(factsWith(prison(72), out("2025-03-01"), early()), today);
  expect(working.join()).toContain("đủ thời gian chưa chắc được xóa");
  expect(doubts.join()).toContain("lập công");
});

test("on the very day the counting of days is doubted", () => {
  expect(judge(factsWith(out("2024-11-23")), today).doubts.join()).toContain("Cách đếm ngày cuối");
  expect(judge(factsWith(out("2024-11-22")), today).doubts).toEqual([]);
  expect(judge(factsWith(out("2024-11-24")), today).doubts).toEqual([]);
});

test("the resolution on older offences is named only where the clock started before the new code", () => {
  expect(judge(factsWith(out("2017-12-31")), today).because).toEqual(["Điều 70.1", "Điều 70.2.b", "Điều 2.1 Nghị quyết 41/2017/QH14"]);
  expect(judge(factsWith(out("2018-01-01")), today).because).toEqual(["Điều 70.1", "Điều 70.2.b"]);
});
