import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { judicialRecord } from "../../../knowledge/rules/judicial-record/judicial-record.ts";
import { type Change, citizenAsks } from "./judicial-record-facts.ts";

const today = "2026-11-23";
const calculate = (change: Change, asOf: string = today) => judicialRecord.calculate(citizenAsks(change), Day.parse(asOf));

const form2 = "Luật sửa đổi Luật Lý lịch tư pháp năm 2025";

test.each([
  ["to know one's own record", { purpose: "know-own-record" }, "apply", "form-2", null],
  ["to prove that it is cleared", { purpose: "prove-record-cleared" }, "apply", "form-1", null],
  ["for a job nobody asked it for", {}, "apply", "form-1", null],
  ["an employer asks, on what basis is not known", { asked: "unsaid" }, "ask-for-basis", "form-1", "only-with-basis"],
  ["an employer asks for form 1 without any basis", { asked: "form-1", legalBasis: "none" }, "need-not-submit", "form-1", "no"],
  ["an employer points to its own rules", { asked: "form-1", legalBasis: "internal-rule" }, "need-not-submit", "form-1", "no"],
  ["an employer points to a circular", { asked: "form-1", legalBasis: "lower-document" }, "need-not-submit", "form-1", "no"],
  ["an employer points to a decree", { asked: "form-1", legalBasis: "law-or-decree" }, "apply", "form-1", "yes"],
  ["an employer demands form 2", { asked: "form-2" }, "need-not-submit", "form-1", "no"],
  [
    "an employer demands form 2 and points to a decree",
    { asked: "form-2", legalBasis: "law-or-decree" },
    "need-not-submit",
    "form-1",
    "no",
  ],
  ["a licence, by decree", { purpose: "practice-licence", asked: "form-1", legalBasis: "law-or-decree" }, "apply", "form-1", "yes"],
  [
    "a licence, form 2 demanded",
    { purpose: "practice-licence", asked: "form-2", legalBasis: "law-or-decree" },
    "need-not-submit",
    "form-1",
    "no",
  ],
  [
    "the civil service looks it up itself",
    { purpose: "civil-service", asked: "form-1", legalBasis: "law-or-decree" },
    "need-not-submit",
    null,
    "no",
  ],
  [
    "an office whose data are connected",
    { purpose: "administrative-procedure", asked: "form-1", dataConnected: true, legalBasis: "law-or-decree" },
    "need-not-submit",
    null,
    "no",
  ],
  [
    "an office whose data are not, by decree",
    { purpose: "administrative-procedure", asked: "form-1", dataConnected: false, legalBasis: "law-or-decree" },
    "apply",
    "form-1",
    "yes",
  ],
  [
    "an office whose data are not, basis not known",
    { purpose: "administrative-procedure", asked: "form-1", dataConnected: false },
    "ask-for-basis",
    "form-1",
    "only-with-basis",
  ],
  [
    "an office demands form 2",
    { purpose: "administrative-procedure", asked: "form-2", dataConnected: false, legalBasis: "law-or-decree" },
    "need-not-submit",
    "form-1",
    "no",
  ],
  [
    "an office, connection not known",
    { purpose: "administrative-procedure", asked: "unsaid" },
    "ask-for-basis",
    "form-1",
    "only-with-basis",
  ],
  ["police, prosecutor and court ask for themselves", { purpose: "criminal-proceedings", asked: "form-2" }, "need-not-submit", null, "no"],
  ["an embassy, either form", { purpose: "abroad", asked: "unsaid" }, "apply", "form-1-or-2", null],
  ["an embassy, form 2", { purpose: "abroad", asked: "form-2" }, "apply", "form-2", null],
  ["an embassy, form 1", { purpose: "abroad", asked: "form-1" }, "apply", "form-1", null],
])("which form, may they demand it: %s", (_, change: Change, verdict, form, mayDemand) => {
  expect(calculate(change)).toMatchObject({ verdict, form, mayDemand });
});

test("an employer who demands form 2 is answered by the amended law, and told form 1 is enough", () => {
  const { because, working } = calculate({ asked: "form-2" });
  expect(because).toEqual([form2]);
  expect(working.join(" ")).toContain("Phiếu số 1 là đủ");
});

test.each([
  ["the day before the amended law: not read", "2026-06-30", "hand-over", "unknown"],
  ["the first day of it", "2026-07-01", "need-not-submit", "no"],
])("form 2 demanded on %s", (_, asOf, verdict, mayDemand) => {
  expect(calculate({ asked: "form-2" }, asOf)).toMatchObject({ verdict, mayDemand });
});

test.each([
  ["oneself, online", {}, "apply", ["online", "in-person", "post"], false],
  ["oneself, without level 2, online", { vneidLevelTwo: false }, "cannot-this-way", ["in-person", "post"], false],
  ["oneself, without level 2, in person", { vneidLevelTwo: false, channel: "in-person" }, "apply", ["in-person", "post"], false],
  ["oneself, level not known, online", { vneidLevelTwo: null }, "hand-over", ["online", "in-person", "post"], false],
  ["oneself, level not known, way not chosen", { vneidLevelTwo: null, channel: null }, "apply", ["online", "in-person", "post"], false],
  ["a parent, spouse or child, online", { appliedBy: "family", authorisation: "none" }, "apply", ["online", "in-person", "post"], false],
  ["a guardian, in person", { appliedBy: "guardian", channel: "in-person" }, "apply", ["online", "in-person", "post"], false],
  [
    "a brother without authorisation",
    { appliedBy: "other", authorisation: "none", channel: "in-person" },
    "cannot-this-way",
    ["in-person", "post"],
    true,
  ],
  [
    "a brother with a handwritten one",
    { appliedBy: "other", authorisation: "plain", channel: "in-person" },
    "cannot-this-way",
    ["in-person", "post"],
    true,
  ],
  [
    "a brother with a notarised one, in person",
    { appliedBy: "other", authorisation: "notarised", channel: "in-person" },
    "apply",
    ["in-person", "post"],
    true,
  ],
  [
    "a brother with a notarised one, by post",
    { appliedBy: "other", authorisation: "notarised", channel: "post" },
    "apply",
    ["in-person", "post"],
    true,
  ],
  [
    "a brother with a notarised one, online",
    { appliedBy: "other", authorisation: "notarised" },
    "cannot-this-way",
    ["in-person", "post"],
    true,
  ],
  ["a brother, kind of paper not known", { appliedBy: "other", channel: "post" }, "hand-over", ["in-person", "post"], true],
  [
    "a brother with a notarised one, for form 2",
    { purpose: "know-own-record", appliedBy: "other", authorisation: "notarised", channel: "post" },
    "apply",
    ["in-person", "post"],
    true,
  ],
  ["15 years old, alone", { atLeast16: false }, "cannot-this-way", [], null],
  ["15 years old, by a parent: not read", { atLeast16: false, appliedBy: "family" }, "hand-over", [], null],
  ["a foreigner who lives here", { citizenship: "foreign-resident" }, "apply", ["online", "in-person", "post"], false],
  ["a foreigner who never did", { citizenship: "foreign-never-resident" }, "cannot-this-way", [], null],
  ["living abroad, by post", { abroadNow: true, channel: "post" }, "apply", ["online", "post"], false],
  ["living abroad, in person", { abroadNow: true, channel: "in-person" }, "cannot-this-way", ["online", "post"], false],
  [
    "no residence at all, by post: where to is not read",
    { residence: "none", channel: "post" },
    "hand-over",
    ["online", "in-person", "post"],
    false,
  ],
  ["no residence at all, in person", { residence: "none", channel: "in-person" }, "apply", ["online", "in-person", "post"], false],
])("who may apply and how: %s", (_, change: Change, verdict, channels, authorisationNeeded) => {
  expect(calculate(change)).toMatchObject({ verdict, channels, authorisationNeeded });
});

test.each([
  ["form 2, for somebody else, before July 2026", { purpose: "know-own-record", appliedBy: "family" }, "2026-06-30", "cannot-this-way"],
  ["form 2, for a parent, from July 2026", { purpose: "know-own-record", appliedBy: "family" }, "2026-07-01", "apply"],
  ["form 1, before July 2026: ways not read", {}, "2026-06-30", "hand-over"],
  ["while Sở Tư pháp still issued it", {}, "2025-02-28", "hand-over"],
])("%s", (_, change: Change, asOf, verdict) => {
  expect(calculate(change, asOf).verdict).toBe(verdict);
});

test.each([
  ["online", { channel: "online" }, today, "08 giờ làm việc", 5, null],
  ["in person", { channel: "in-person" }, today, "01 giờ", 5, null],
  ["by post", { channel: "post" }, today, "01 ngày làm việc", 5, null],
  ["way not chosen", { channel: null }, today, null, 5, null],
  ["filed on 30/6/2026, asked later", { filedOn: "2026-06-30" }, today, null, null, 10],
  ["filed on 30/6/2026, to be verified", { filedOn: "2026-06-30", needsVerification: true }, today, null, null, 15],
  ["filed on 30/6/2026, not known", { filedOn: "2026-06-30", needsVerification: null }, today, null, null, null],
  ["filed on 30/6/2026 by a foreigner", { filedOn: "2026-06-30", citizenship: "foreign-resident" }, today, null, null, 15],
  ["filed on 30/6/2026, clearance to be verified", { filedOn: "2026-06-30", record: "conditions-met" }, today, null, null, 15],
  ["filed on 01/7/2026", { filedOn: "2026-07-01" }, today, "08 giờ làm việc", 5, null],
])("how long: %s", (_, change: Change, asOf, answerWithin, workingDays, days) => {
  expect(calculate(change, asOf)).toMatchObject({ answerWithin, doneWithin: { workingDays, days } });
});

test("a way that is closed to somebody has no days and no price of its own", () => {
  const result = calculate({ appliedBy: "other", authorisation: "notarised", fiveKindsIntegrated: true, recordIntegrated: true });
  expect(result).toMatchObject({ verdict: "cannot-this-way", answerWithin: null, fee: { dong: 200_000, exempt: false } });
  expect(result.papers.join(" ")).not.toContain("VNeID");
});

test("what was filed before July 2026 is told that the old rules go on for it", () => {
  expect(calculate({ filedOn: "2026-06-30" }).basis).toContain("nd-216-2026/28");
  expect(calculate({ filedOn: "2026-07-01" }).basis).not.toContain("nd-216-2026/28");
});

test.each([
  ["never-convicted", "no-record", null],
  ["not-cleared", "record", "every-conviction"],
  ["conditions-met", "no-record-once-confirmed", "every-conviction"],
  ["cleared-updated", "no-record", "every-conviction"],
  ["cleared-not-updated", "no-record-but-may-need-correction", "every-conviction"],
  ["great-amnesty", "no-record", "every-conviction"],
  ["decriminalised", "no-record-but-may-need-correction", "every-conviction"],
  ["no-record-by-law", "no-record-but-may-need-correction", "every-conviction"],
  [null, null, "every-conviction"],
])("what it says: %s", (record, form1Says, form2Says) => {
  expect(calculate({ record })).toMatchObject({ form1Says, form2Says });
});
