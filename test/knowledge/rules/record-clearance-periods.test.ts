import { describe } from "vitest";
import { additional, type Changes, checkCases, court, out, penalty, prison, today } from "./clearance-facts.ts";

const from = (day: string): Changes => ({ mainEndedOn: day, releasedOn: null, probationEndsOn: null });
const suspended = (day: string): Changes => ({
  ...penalty("suspended-prison", 24),
  mainEndedBy: "probation-ended",
  mainEndedOn: null,
  releasedOn: null,
  probationEndsOn: day,
});
const peace: Changes = { offenceGroup: "peace-war-crimes" };
const mixed: Changes = { offenceGroup: "mixed-with-national-security" };

describe("BƯỚC 3, Điều 70.2: each period, on its last day, the day before and the day after", () => {
  checkCases([
    ["warning, day before", [penalty("warning"), from("2025-11-23")], "2026-11-22", "automatic 2026-11-23 not reached", ["Điều 70.2.a"]],
    ["warning, the day", [penalty("warning"), from("2025-11-23")], "2026-11-23", "automatic 2026-11-23 reached", ["Điều 70.2.a"]],
    ["warning, day after", [penalty("warning"), from("2025-11-23")], "2026-11-24", "automatic 2026-11-23 reached", ["Điều 70.2.a"]],
    [
      "fine, day before",
      [penalty("fine"), from("2025-04-30"), { mainEndedBy: "paid" }],
      "2026-04-29",
      "automatic 2026-04-30 not reached",
      ["Điều 70.2.a"],
    ],
    [
      "fine, the day",
      [penalty("fine"), from("2025-04-30"), { mainEndedBy: "paid" }],
      "2026-04-30",
      "automatic 2026-04-30 reached",
      ["Điều 70.2.a"],
    ],
    [
      "fine, day after",
      [penalty("fine"), from("2025-04-30"), { mainEndedBy: "paid" }],
      "2026-05-01",
      "automatic 2026-04-30 reached",
      ["Điều 70.2.a"],
    ],
    [
      "non-custodial reform, day before",
      [penalty("non-custodial-reform", 36), from("2025-03-08")],
      "2026-03-07",
      "automatic 2026-03-08 not reached",
      ["Điều 70.2.a"],
    ],
    [
      "non-custodial reform, the day",
      [penalty("non-custodial-reform", 36), from("2025-03-08")],
      "2026-03-08",
      "automatic 2026-03-08 reached",
      ["Điều 70.2.a"],
    ],
    [
      "non-custodial reform, day after",
      [penalty("non-custodial-reform", 36), from("2025-03-08")],
      "2026-03-09",
      "automatic 2026-03-08 reached",
      ["Điều 70.2.a"],
    ],
    ["suspended, day before", [suspended("2025-12-31")], "2026-12-30", "automatic 2026-12-31 not reached", ["Điều 70.2.a", "Điều 65.1"]],
    ["suspended, the day", [suspended("2025-12-31")], "2026-12-31", "automatic 2026-12-31 reached", ["Điều 70.2.a", "Điều 65.1"]],
    ["suspended, day after", [suspended("2025-12-31")], "2027-01-01", "automatic 2026-12-31 reached", ["Điều 70.2.a", "Điều 65.1"]],
    [
      "five years of prison, day before",
      [prison(60), out("2024-09-02")],
      "2026-09-01",
      "automatic 2026-09-02 not reached",
      ["Điều 70.2.b"],
    ],
    ["five years of prison, the day", [prison(60), out("2024-09-02")], "2026-09-02", "automatic 2026-09-02 reached", ["Điều 70.2.b"]],
    ["five years of prison, day after", [prison(60), out("2024-09-02")], "2026-09-03", "automatic 2026-09-02 reached", ["Điều 70.2.b"]],
    [
      "fifteen years of prison, day before",
      [prison(180), out("2023-10-01")],
      "2026-09-30",
      "automatic 2026-10-01 not reached",
      ["Điều 70.2.c"],
    ],
    ["fifteen years of prison, the day", [prison(180), out("2023-10-01")], "2026-10-01", "automatic 2026-10-01 reached", ["Điều 70.2.c"]],
    ["fifteen years of prison, day after", [prison(180), out("2023-10-01")], "2026-10-02", "automatic 2026-10-01 reached", ["Điều 70.2.c"]],
    [
      "twenty years of prison, day before",
      [prison(240), out("2021-01-01")],
      "2025-12-31",
      "automatic 2026-01-01 not reached",
      ["Điều 70.2.d"],
    ],
    ["twenty years of prison, the day", [prison(240), out("2021-01-01")], "2026-01-01", "automatic 2026-01-01 reached", ["Điều 70.2.d"]],
    ["twenty years of prison, day after", [prison(240), out("2021-01-01")], "2026-01-02", "automatic 2026-01-01 reached", ["Điều 70.2.d"]],
  ]);
});

describe("BƯỚC 3, Điều 70.2: the sentence decides", () => {
  const march = out("2024-03-10");
  checkCases([
    ["one month of prison: two years", [prison(1), march], today, "automatic 2026-03-10 reached", ["Điều 70.2.b"]],
    ["three years of prison: two years", [prison(36), march], today, "automatic 2026-03-10 reached", ["Điều 70.2.b"]],
    ["four years eleven months: two years", [prison(59), march], today, "automatic 2026-03-10 reached", ["Điều 70.2.b"]],
    ["exactly five years: two years", [prison(60), march], today, "automatic 2026-03-10 reached", ["Điều 70.2.b"]],
    ["five years and half a month: three years", [prison(60.5), march], today, "automatic 2027-03-10 not reached", ["Điều 70.2.c"]],
    ["five years and a month: three years", [prison(61), march], today, "automatic 2027-03-10 not reached", ["Điều 70.2.c"]],
    ["ten years: three years", [prison(120), march], today, "automatic 2027-03-10 not reached", ["Điều 70.2.c"]],
    ["exactly fifteen years: three years", [prison(180), march], today, "automatic 2027-03-10 not reached", ["Điều 70.2.c"]],
    ["fifteen years and a month: five years", [prison(181), march], today, "automatic 2029-03-10 not reached", ["Điều 70.2.d"]],
    ["thirty years: five years", [prison(360), march], today, "automatic 2029-03-10 not reached", ["Điều 70.2.d"]],
    [
      "life, reduced and served: five years",
      [penalty("life-imprisonment"), out("2024-03-10", "served-reduced")],
      today,
      "automatic 2029-03-10 not reached",
      ["Điều 70.2.d", "Điều 73.1"],
    ],
    [
      "death, commuted, later amnesty: five years",
      [penalty("death-commuted"), out("2024-03-10", "amnesty")],
      today,
      "automatic 2029-03-10 not reached",
      ["Điều 70.2.d", "Điều 73.4"],
    ],
    [
      "suspended three years: one year, not by the length of prison",
      [suspended("2025-03-10"), penalty("suspended-prison", 36)],
      today,
      "automatic 2026-03-10 reached",
      ["Điều 70.2.a"],
    ],
    [
      "non-custodial reform of six months: one year",
      [penalty("non-custodial-reform", 6), from("2025-03-10")],
      today,
      "automatic 2026-03-10 reached",
      ["Điều 70.2.a"],
    ],
    ["a sentence in months the court did not say: asked", [prison(null)], today, "hand-over", ["Điều 73.1"]],
    ["no month of prison is no sentence of prison: asked", [prison(0)], today, "hand-over", ["Điều 73.1"]],
  ]);
});

describe("BƯỚC 2 and 3, Điều 71.2 and 73.3: by the court", () => {
  const march = out("2019-03-10");
  checkCases([
    [
      "warning: one year",
      [court, penalty("warning"), from("2025-11-24")],
      today,
      "court 2026-11-24 not reached",
      ["Điều 71.1", "Điều 71.2.a"],
    ],
    [
      "non-custodial reform: one year",
      [court, penalty("non-custodial-reform", 12), from("2025-11-23")],
      today,
      "court 2026-11-23 reached",
      ["Điều 71.2.a"],
    ],
    ["suspended: one year, day before", [court, suspended("2025-11-24")], today, "court 2026-11-24 not reached", ["Điều 71.2.a"]],
    ["suspended: one year, the day", [court, suspended("2025-11-23")], today, "court 2026-11-23 reached", ["Điều 71.2.a"]],
    [
      "a fine as main penalty: Điều 71.2 does not know it",
      [court, penalty("fine"), { mainEndedBy: "paid" }],
      today,
      "hand-over",
      ["Điều 71.2.a"],
    ],
    ["five years: three years", [court, prison(60), march], today, "court 2022-03-10 reached", ["Điều 71.2.b"]],
    ["five years, day before", [court, prison(60), out("2023-11-24")], today, "court 2026-11-24 not reached", ["Điều 71.2.b"]],
    ["five years, the day", [court, prison(60), out("2023-11-23")], today, "court 2026-11-23 reached", ["Điều 71.2.b"]],
    ["five years and a month: five years", [court, prison(61), march], today, "court 2024-03-10 reached", ["Điều 71.2.c"]],
    [
      "fifteen years: five years, day before",
      [court, prison(180), out("2021-11-24")],
      today,
      "court 2026-11-24 not reached",
      ["Điều 71.2.c"],
    ],
    ["fifteen years: five years, the day", [court, prison(180), out("2021-11-23")], today, "court 2026-11-23 reached", ["Điều 71.2.c"]],
    ["fifteen years and a month: seven years", [court, prison(181), march], today, "court 2026-03-10 reached", ["Điều 71.2.d"]],
    [
      "twenty years: seven years, day before",
      [court, prison(240), out("2019-11-24")],
      today,
      "court 2026-11-24 not reached",
      ["Điều 71.2.d"],
    ],
    ["twenty years: seven years, the day", [court, prison(240), out("2019-11-23")], today, "court 2026-11-23 reached", ["Điều 71.2.d"]],
    ["life: seven years", [court, penalty("life-imprisonment"), march], today, "court 2026-03-10 reached", ["Điều 71.2.d"]],
    ["death commuted: seven years", [court, penalty("death-commuted"), march], today, "court 2026-03-10 reached", ["Điều 71.2.d"]],
    ["peace and war crimes go the same way", [peace, prison(60), march], today, "court 2022-03-10 reached", ["Điều 71.1", "Điều 71.2.b"]],
    [
      "one offence of several against national security takes all to the court",
      [mixed, prison(60), march],
      today,
      "court 2022-03-10 reached",
      ["Điều 73.3", "Điều 71.2.b"],
    ],
    ["mixed, six years", [mixed, prison(72), march], today, "court 2024-03-10 reached", ["Điều 73.3", "Điều 71.2.c"]],
    [
      "reduced sentence: still by what was pronounced",
      [court, prison(84), out("2019-03-10", "served-reduced")],
      today,
      "court 2024-03-10 reached",
      ["Điều 71.2.c", "Điều 73.1"],
    ],
    ["group not known: asked", [{ offenceGroup: null }], today, "hand-over", ["Điều 71.1"]],
  ]);
});

describe("BƯỚC 5, Điều 70.2 and 71.2: an additional penalty that lasts longer", () => {
  const march = out("2024-03-10");
  checkCases([
    ["quản chế ends before: the anniversary", [march, additional("quản chế", "2025-03-10")], today, "automatic 2026-03-10 reached"],
    [
      "quản chế ends on the anniversary: the anniversary",
      [march, additional("quản chế", "2026-03-10")],
      today,
      "automatic 2026-03-10 reached",
    ],
    [
      "quản chế ends a day later: that day",
      [march, additional("quản chế", "2026-03-11")],
      today,
      "automatic 2026-03-11 reached",
      ["Điều 70.2"],
    ],
    [
      "quản chế of five years: its end",
      [march, additional("quản chế", "2029-03-10")],
      today,
      "automatic 2029-03-10 not reached",
      ["Điều 70.2"],
    ],
    ["cấm cư trú: its end", [march, additional("cấm cư trú", "2027-03-10")], today, "automatic 2027-03-10 not reached", ["Điều 70.2"]],
    [
      "cấm đảm nhiệm chức vụ: its end",
      [march, additional("cấm đảm nhiệm chức vụ", "2027-03-10")],
      today,
      "automatic 2027-03-10 not reached",
      ["Điều 70.2"],
    ],
    [
      "cấm hành nghề: its end",
      [march, additional("cấm hành nghề lái xe", "2027-03-10")],
      today,
      "automatic 2027-03-10 not reached",
      ["Điều 70.2"],
    ],
    [
      "cấm làm công việc nhất định: its end",
      [march, additional("cấm làm công việc nhất định", "2027-03-10")],
      today,
      "automatic 2027-03-10 not reached",
      ["Điều 70.2"],
    ],
    [
      "tước một số quyền công dân: its end",
      [march, additional("tước một số quyền công dân", "2027-03-10")],
      today,
      "automatic 2027-03-10 not reached",
      ["Điều 70.2"],
    ],
    [
      "suspended with a ban of three years from the judgment",
      [suspended("2025-03-10"), additional("cấm hành nghề", "2026-12-01")],
      today,
      "automatic 2026-12-01 not reached",
      ["Điều 70.2.a", "Điều 70.2"],
    ],
    [
      "point c, five years of quản chế",
      [prison(120), march, additional("quản chế", "2029-03-10")],
      today,
      "automatic 2029-03-10 not reached",
      ["Điều 70.2.c", "Điều 70.2"],
    ],
    [
      "point d, five years of quản chế end with the five years",
      [prison(240), march, additional("quản chế", "2029-03-10")],
      today,
      "automatic 2029-03-10 not reached",
      ["Điều 70.2.d"],
    ],
    [
      "point d, quản chế goes on beyond: the article is silent",
      [prison(240), march, additional("quản chế", "2029-06-10")],
      today,
      "hand-over",
      ["Điều 70.2"],
    ],
    ["end not known: asked", [march, additional("quản chế", null)], today, "hand-over", ["Điều 70.2"]],
    [
      "remainder waived before the anniversary: the anniversary",
      [march, additional("quản chế", "2029-03-10", "2025-09-10")],
      today,
      "automatic 2026-03-10 reached",
      ["Điều 62.6", "Điều 73.4"],
    ],
    [
      "remainder waived after the anniversary: the day of the waiver",
      [march, additional("quản chế", "2029-03-10", "2026-09-10")],
      today,
      "automatic 2026-09-10 reached",
      ["Điều 62.6", "Điều 73.4", "Điều 70.2"],
    ],
    [
      "remainder waived, end not told: the day of the waiver",
      [march, additional("cấm cư trú", null, "2026-09-10")],
      today,
      "automatic 2026-09-10 reached",
      ["Điều 73.4"],
    ],
    [
      "ban waived: counts as done, with a doubt",
      [march, additional("cấm hành nghề", "2029-03-10", "2026-09-10")],
      today,
      "automatic 2026-09-10 reached",
      ["Điều 73.4"],
    ],
    [
      "a waiver after the end changes nothing",
      [march, additional("quản chế", "2026-05-10", "2026-09-10")],
      today,
      "automatic 2026-05-10 reached",
      ["Điều 70.2"],
    ],
    [
      "a waiver that is still to come: asked",
      [march, additional("quản chế", "2029-03-10", "2026-12-10")],
      today,
      "hand-over",
      ["Điều 62.6"],
    ],
    ["an additional fine stands with the money", [march, additional("phạt tiền", null)], today, "automatic 2026-03-10 reached"],
    ["confiscation stands with the money", [march, additional("tịch thu tài sản", "2030-01-01")], today, "automatic 2026-03-10 reached"],
    ["expulsion done in time", [march, additional("trục xuất", "2024-04-01")], today, "automatic 2026-03-10 reached"],
    [
      "expulsion later than the anniversary: the article does not name it",
      [march, additional("trục xuất", "2026-04-01")],
      today,
      "hand-over",
      ["Điều 70.2"],
    ],
    [
      "court, point a: the end of the additional penalty",
      [court, suspended("2025-03-10"), additional("cấm cư trú", "2027-03-10")],
      today,
      "court 2027-03-10 not reached",
      ["Điều 71.2"],
    ],
    [
      "court, point b: the end of the additional penalty",
      [court, prison(60), march, additional("quản chế", "2029-03-10")],
      today,
      "court 2029-03-10 not reached",
      ["Điều 71.2.b", "Điều 71.2"],
    ],
    [
      "court, point b, a day longer than three years",
      [court, prison(60), march, additional("quản chế", "2027-03-11")],
      today,
      "court 2027-03-11 not reached",
      ["Điều 71.2"],
    ],
    [
      "court, point c: five years end together",
      [court, prison(72), march, additional("quản chế", "2029-03-10")],
      today,
      "court 2029-03-10 not reached",
      ["Điều 71.2.c"],
    ],
    [
      "court, point c, longer: the article is silent",
      [court, prison(72), march, additional("quản chế", "2029-04-10")],
      today,
      "hand-over",
      ["Điều 71.2"],
    ],
    [
      "court, ban on offices longer: not before its end, with a doubt",
      [court, prison(60), march, additional("cấm đảm nhiệm chức vụ", "2028-03-10")],
      today,
      "court 2028-03-10 not reached",
      ["Điều 71.2"],
    ],
  ]);
});

describe("ends of months and leap years", () => {
  checkCases([
    [
      "29 February and a year: 28 February",
      [penalty("fine"), from("2024-02-29"), { mainEndedBy: "paid" }],
      "2025-02-28",
      "automatic 2025-02-28 reached",
    ],
    [
      "29 February and a year, the day before",
      [penalty("fine"), from("2024-02-29"), { mainEndedBy: "paid" }],
      "2025-02-27",
      "automatic 2025-02-28 not reached",
    ],
    ["29 February and two years", [prison(24), out("2024-02-29")], today, "automatic 2026-02-28 reached"],
    [
      "28 February and a year into a leap year: still the 28th",
      [penalty("fine"), from("2023-02-28"), { mainEndedBy: "paid" }],
      today,
      "automatic 2024-02-28 reached",
    ],
    [
      "29 February, early, a third of two years: 29 October",
      [prison(24), out("2024-02-29"), { early: { requested: true, clearProgress: true, merit: true, localProposal: true } }],
      "2025-01-01",
      "court 2024-10-29 reached",
    ],
    ["31 January and five years", [prison(200), out("2021-01-31")], today, "automatic 2026-01-31 reached"],
    [
      "30 June, early, a third of two years: end of February",
      [prison(24), out("2025-06-30"), { early: { requested: true, clearProgress: true, merit: true, localProposal: true } }],
      today,
      "court 2026-02-28 reached",
    ],
  ]);
});
