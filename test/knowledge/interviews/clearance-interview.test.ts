import fc from "fast-check";
import { expect, test } from "vitest";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import { type Facts, factAt, pathsOf, toAsk } from "../../../knowledge/interviews/facts.ts";
import { lead } from "../../../knowledge/interviews/follow.ts";
import { answer, begin } from "../../../knowledge/interviews/moves.ts";
import { present } from "../../../knowledge/interviews/present.ts";
import { Day } from "../../../knowledge/provision.ts";
import type { RecordFacts } from "../../../knowledge/rules/record-clearance/facts.ts";
import type { Verdict } from "../../../knowledge/rules/record-clearance/verdict.ts";
import { realLibrary } from "../../support/library.ts";
import { anyFacts } from "../rules/any-facts.ts";
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
  type WrittenFacts,
} from "../rules/clearance-facts.ts";
import { answerFrom } from "./answer-from.ts";
import { interviewOf, today } from "./some-interview.ts";

const clearing = interviewOf("xoa-an-tich");
const library = realLibrary();

/** The interview answered by somebody whose case these facts are; undefined where no button says what is so. */
function interviewed(facts: WrittenFacts, asOf: Day): { readonly verdict: Verdict; readonly facts: Facts } | undefined {
  const known = JSON.parse(JSON.stringify(facts)) as Facts;
  const { end, facts: taken } = lead(clearing, (question) => answerFrom(question, known), asOf);
  return end.kind === "asks" ? undefined : { verdict: end.output as Verdict, facts: taken };
}

/** Facts the interview took so without asking, and they are otherwise. */
function takenWrongly(taken: Facts, facts: WrittenFacts): readonly string[] {
  const known = JSON.parse(JSON.stringify(facts)) as Facts;
  return pathsOf(taken).filter(
    (path) => factAt(taken, path) !== toAsk && JSON.stringify(factAt(taken, path)) !== JSON.stringify(factAt(known, path)),
  );
}

/**
 * As people could tell it: ages by group, no frame beside the class, kinds by their button, an ending that belongs to the penalty. What is
 * left out is what nobody is asked for (decision 0019).
 */
function asTold(facts: WrittenFacts): WrittenFacts {
  const told = JSON.parse(JSON.stringify(facts)) as RecordFacts;
  const { ageAtOffence: age, additionalPenalty: more, newOffence, mainPenalty, offenceGroup } = told;
  const group = age === null ? null : ([18, 16, 14].find((least) => age >= least) ?? 13);
  const mainEndedBy = endingOf(told);
  const onProbation = mainEndedBy === "probation-ended" || mainEndedBy === "conditional-release-probation-ended";
  return {
    ...told,
    ageAtOffence: group,
    fault: told.fault ?? "intentional",
    frameMaxYears: null,
    offenceGroup: offenceGroup === "peace-war-crimes" ? "national-security" : offenceGroup,
    penaltyExempted: mainPenalty === null && told.penaltyExempted === true,
    decriminalised: told.decriminalised === true,
    fledOrWanted: told.fledOrWanted === true,
    mainPenalty: penaltyTold(mainPenalty),
    mainEndedBy,
    mainEndedOn:
      mainPenalty === null || mainPenalty.kind === "warning" || onProbation || mainEndedBy === "limitation-expired"
        ? null
        : told.mainEndedOn,
    probationEndsOn: onProbation ? told.probationEndsOn : null,
    releasedOn: null,
    judgmentFinalOn: group === 18 && mainEndedBy !== "limitation-expired" ? null : told.judgmentFinalOn,
    additionalPenalty: more && {
      ...more,
      kind: kinds[more.kind] ?? more.kind,
      endsOn: more.remainderWaivedOn === null ? more.endsOn : null,
    },
    newOffence: newOffence && { ...newOffence, judgmentFinalOn: null, mainPenalty: penaltyTold(newOffence.mainPenalty) },
    early: told.early && {
      requested: true,
      clearProgress: told.early.clearProgress === true,
      merit: told.early.merit === true,
      localProposal: true,
    },
    courtRefusedOn: offenceGroup === "ordinary" && told.early === null ? [] : [...new Set(told.courtRefusedOn ?? [])].sort().slice(0, 2),
  };
}

function penaltyTold(penalty: RecordFacts["mainPenalty"]): RecordFacts["mainPenalty"] {
  return penalty && (penalty.kind === "prison" ? penalty : { ...penalty, months: null });
}

function endingOf({ mainPenalty, mainEndedBy }: RecordFacts): RecordFacts["mainEndedBy"] {
  switch (mainPenalty?.kind) {
    case undefined:
      return null;
    case "warning":
    case "non-custodial-reform":
      return "served";
    case "fine":
      return "paid";
    case "suspended-prison":
      return "probation-ended";
    default:
      return mainEndedBy === "paid" || mainEndedBy === "probation-ended" ? "served" : mainEndedBy;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "cấm hành nghề": "cấm chức vụ, cấm nghề",
  "phạt tiền": "phạt tiền, tịch thu",
  "trục xuất": "loại khác",
};

/** The examples of the research (V1–V17) by the facts of the contract. */
const examples: readonly (readonly [name: string, facts: readonly Changes[], asOf: string, result: string])[] = [
  ["V1 two years", [out("2024-02-10")], "2026-11-23", "automatic 2026-02-10 reached"],
  ["V2 exactly five", [prison(60), out("2024-06-01")], "2026-11-23", "automatic 2026-06-01 reached"],
  ["V3 reduced", [prison(84), out("2024-03-20", "served-reduced")], "2026-11-23", "automatic 2027-03-20 not reached"],
  ["V4 sixteen", [prison(192), out("2024-09-02", "served-reduced")], "2026-11-23", "automatic 2029-09-02 not reached"],
  [
    "V5 suspended",
    [penalty("suspended-prison"), { mainEndedBy: "probation-ended", mainEndedOn: null, probationEndsOn: "2025-07-15" }],
    "2026-11-23",
    "automatic 2026-07-15 reached",
  ],
  [
    "V6 conditional release",
    [prison(48), { mainEndedBy: "conditional-release-probation-ended", mainEndedOn: null, probationEndsOn: "2024-11-01" }],
    "2026-11-23",
    "automatic 2026-11-01 reached",
  ],
  [
    "V7 residence under watch",
    [prison(36), out("2024-01-15"), additional("quản chế", "2027-01-15")],
    "2026-11-23",
    "automatic 2027-01-15 not reached",
  ],
  ["V8 owing", [out("2022-03-01"), owing("unpaid")], "2026-11-23", "never-yet"],
  ["V9 paid late", [out("2022-03-01"), paid("2026-08-10")], "2026-11-23", "hand-over"],
  [
    "V10 a new conviction",
    [prison(36), out("2022-01-01"), newOffence({ committedOn: "2023-06-15", mainEndedOn: "2024-10-01" })],
    "2026-11-23",
    "automatic 2026-10-01 reached",
  ],
  ["V11 negligent and light", [{ fault: "negligent", offenceClass: "nghiêm trọng" }], "2026-11-23", "none-needed"],
  [
    "V12 negligent and grave",
    [{ fault: "negligent", offenceClass: "rất nghiêm trọng" }, prison(36), out("2025-04-01")],
    "2026-11-23",
    "automatic 2027-04-01 not reached",
  ],
  ["V13 by the court", [court, prison(72), out("2021-02-01")], "2026-11-23", "court 2026-02-01 reached"],
  ["V14 refused", [court, prison(72), out("2021-02-01"), { courtRefusedOn: ["2026-03-20"] }], "2026-11-23", "court 2027-03-20 not reached"],
  ["V15 amnesty", [prison(108), out("2024-09-01", "amnesty")], "2026-11-23", "automatic 2027-09-01 not reached"],
  [
    "V16 seventeen",
    [juvenile, { judgmentFinalOn: "2018-01-01" }, prison(96), out("2025-07-01")],
    "2026-11-23",
    "automatic 2027-07-01 not reached",
  ],
  ["V17 early", [prison(72), out("2025-03-01"), early()], "2026-11-23", "court 2026-03-01 reached"],
];

test.each(examples)("%s: the interview comes to what the research says", (_, changes, asOf, result) => {
  const facts = asTold(factsWith(...changes));
  const told = interviewed(facts, Day.parse(asOf));
  expect(told && brief(told.verdict)).toBe(result);
});

test("whatever the facts, where the interview can be told them, it finds the route and the date that the calculation finds", () => {
  let [same, all] = [0, 0];
  fc.assert(
    fc.property(fc.oneof(anyFacts, plausible), fc.constantFrom(today, Day.parse("2024-03-01")), (raw, asOf) => {
      const facts = asTold(raw);
      const told = interviewed(facts, asOf);
      all += 1;
      if (told === undefined) return;
      const [found, calculated] = [told.verdict, judge(facts, asOf)];
      const agrees = found.route === calculated.route && found.earliestDate === calculated.earliestDate;
      if (agrees) same += 1;
      else expect(takenWrongly(told.facts, facts), JSON.stringify([found, calculated])).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  // The rest are facts that no button says, or that are taken so without asking (decision 0019).
  expect(same / all).toBeGreaterThan(0.95);
});

/** Cases as they are: prison served, paid or not, sometimes with something more. */
const plausible: fc.Arbitrary<WrittenFacts> = fc
  .record({
    any: anyFacts,
    months: fc.integer({ min: 3, max: 360 }),
    endedBy: fc.constantFrom("served", "served-reduced", "amnesty"),
    keep: fc.subarray(["additionalPenalty", "newOffence", "early", "money", "mainEndedOn", "offenceGroup", "courtRefusedOn"] as const),
  })
  .map(({ any, months, endedBy, keep }) =>
    factsWith(prison(months), { mainEndedBy: endedBy }, Object.fromEntries(keep.map((name) => [name, any[name]]))),
  );

test("thousands of ways through it end in a result that cites the law or hands over to a person", { timeout: 60_000 }, () => {
  for (const asOf of ["2026-11-25", "2025-06-01", "2031-02-28"]) {
    const { faults, results, longest } = walkInterview(clearing, { library, asOf: Day.parse(asOf), walks: 2_500, seed: 7 });
    expect(faults).toEqual([]);
    expect([...results.keys()].sort()).toEqual(["automatic", "court", "hand-over", "never-yet", "none-needed"]);
    expect(longest).toBeLessThanOrEqual(22);
  }
});

test("the result says the date first, how a month was taken, and cites law in force", () => {
  const answers = [
    ["hinh-phat", { kind: "option", option: "tu" }, "Tù giam"],
    ["dieu-rieng", { kind: "options", options: [] }, "Không có điều nào"],
    ["cach-xong", { kind: "option", option: "man-an" }, "Mãn án"],
    ["ngay-ra", { kind: "day", day: "2025-05-31", precision: "month" }, "tháng 5/2025, ngày chưa rõ"],
    ["tien", { kind: "option", option: "truoc" }, "Đã nộp hết từ trước ngày xong án"],
    ["muc-an", { kind: "number", number: 36 }, "3 năm"],
    ["phat-them", { kind: "option", option: "khong" }, "Không có"],
    ["lap-cong", { kind: "options", options: [] }, "Không xin sớm"],
  ] as const;
  const given = answers.map(([question, value, said]) => ({ question, value: value as never, said }));
  const shown = present(clearing, answer(clearing, begin(clearing), { answers: given, asOf: today }), { asOf: today, library });
  expect(shown).toMatchObject({
    verdict: "automatic",
    heading: "Sớm nhất là sau ngày 31/5/2027.",
    roughly: ["Em chỉ biết là tháng 5/2025, nên lấy ngày cuối: 31/5/2025. Có ngày đúng thì kết quả có thể khác."],
    person: false,
    former: [],
  });
  expect(shown?.citations.map(({ label }) => label)).toContain("Điều 70 khoản 2 điểm b Bộ luật Hình sự");
  expect(shown?.given).toHaveLength(8);
});
