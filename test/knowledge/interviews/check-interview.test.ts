import { expect, test } from "vitest";
import { checkInterview } from "../../../knowledge/check/check-interview.ts";
import { walkInterview } from "../../../knowledge/check/walk-interview.ts";
import { Interview } from "../../../knowledge/interviews/interview.ts";
import { buildLibrary } from "../../../knowledge/load.ts";
import { Day } from "../../../knowledge/provision.ts";
import { findRule, rules } from "../../../knowledge/rules/rules.ts";
import { realLibrary } from "../../support/library.ts";
import { bareInterview } from "./bare-interview.ts";
import { interviewOf, today } from "./some-interview.ts";

const library = realLibrary();
const clearing = interviewOf("xoa-an-tich");
const messages = (interview: Interview) => checkInterview(interview, library, today).map(({ message }) => message);

test("every released interview is without fault", () => {
  expect(library.interviews.size).toBeGreaterThan(0);
  for (const interview of library.interviews.values()) expect(messages(interview), interview.slug).toEqual([]);
});

/** The interview with something in its data changed. */
function changed(change: (draft: Draft) => void): Interview {
  const draft = structuredClone(clearing) as unknown as Draft;
  change(draft);
  return Interview.parse(draft);
}

interface Draft {
  assumed: Record<string, unknown>;
  entries: string[];
  basis: string[];
  verdict: string;
  questions: { id: string; why: string; fills?: string; for?: unknown; options: { label: string; facts: unknown }[] }[];
  results: Record<string, { if: unknown; heading: string; next: unknown[] }[]>;
}

const question = (draft: Draft, id: string) => draft.questions.find((each) => each.id === id) ?? draft.questions[0];
const without = (id: string) => (draft: Draft) => {
  draft.questions = draft.questions.filter((each) => each.id !== id);
};

test.each<readonly [string, (draft: Draft) => void, RegExp]>([
  ["a fact nobody fills", without("muc-an"), /asks for mainPenalty.months, which no question left/],
  ["a fact that is neither filled nor assumed", (draft) => delete draft.assumed.releasedOn, /no question fills releasedOn/],
  [
    "a question nobody comes to",
    (draft) => draft.questions.push({ ...structuredClone(question(draft, "tuoi")), id: "thua" } as never),
    /question thua is never asked/,
  ],
  [
    "a fact the rule does not have",
    (draft) => Object.assign(question(draft, "muc-an") ?? {}, { fills: "mainPenalty.years" }),
    /no fact mainPenalty.years/,
  ],
  [
    "a value the rule does not take",
    (draft) => Object.assign(question(draft, "tuoi")?.options[0] ?? {}, { facts: { ageAtOffence: -1 } }),
    /ageAtOffence: -1/,
  ],
  ["a verdict without words", (draft) => delete draft.results.court, /no words for court/],
  ["words for no verdict", (draft) => Object.assign(draft.results, { maybe: draft.results.court }), /maybe is no verdict/],
  [
    "a place in the words for what the rule does not find",
    (draft) => Object.assign(draft.results.court?.[1] ?? {}, { heading: "Từ ngày {lastDay}." }),
    /finds no \{lastDay\}/,
  ],
  [
    "a line for what the rule cannot find",
    (draft) => draft.results.court?.[1]?.next.push({ if: { route: "maybe" }, line: "Làm gì đó." }),
    /route: "maybe"/,
  ],
  ["a result that may have no words", (draft) => draft.results.court?.pop(), /the last wording has no if/],
  [
    "a figure from nowhere",
    (draft) => Object.assign(question(draft, "tien") ?? {}, { why: "Phải nộp trong vòng 45 ngày." }),
    /"45 ngày" stands in none/,
  ],
  ["officialese", (draft) => Object.assign(question(draft, "tien") ?? {}, { why: "Căn cứ vào việc nộp tiền nêu trên." }), /officialese/],
  ["an entry that does not offer it", (draft) => draft.entries.push("xoa-an-tich/la-gi"), /la-gi does not name interview/],
  ["an entry that offers it unasked", (draft) => draft.entries.splice(0, 1), /names this interview and is not under entries/],
  ["a basis out of force", (draft) => draft.basis.push("blhs-2015/107.1"), /107.1 is not in force/],
  [
    "two buttons of one name",
    (draft) => Object.assign(question(draft, "tien")?.options[1] ?? {}, { label: "Xong trước khi ra" }),
    /"Xong trước khi ra" stands twice/,
  ],
])("the check finds %s", (_, change, fault) => {
  expect(messages(changed(change)).join("\n")).toMatch(fault);
});

test("a label longer than a quick reply is not loaded, and the fault names file and line", () => {
  const text =
    "slug: thu\nrule: record-clearance\ntitle: Bảng hỏi để thử\nabout: Một bảng hỏi chỉ để thử xem sao.\nentries: [a/b]\nverdict: route\nresults: {}\nbasis: [a/1]\nquestions:\n  - id: q\n    kind: one\n    ask: Hỏi gì đó ở đây?\n    why: Vì muốn biết thôi.\n    options:\n      - { id: a, label: Một cái nút dài hơn hai mươi chữ }\n      - { id: b, label: Không }\n";
  const loaded = buildLibrary([{ path: "interviews/thu.yaml", text }]);
  expect(loaded.kind === "faulty" && loaded.faults).toContainEqual({
    file: "interviews/thu.yaml",
    line: 15,
    message: expect.stringContaining("label"),
  });
});

test.each(rules.map(({ name }) => name).filter((name) => name !== "record-clearance"))(
  "an interview can carry all facts of %s: every way through it ends",
  { timeout: 60_000 },
  (name) => {
    const rule = findRule(name);
    if (rule === undefined) throw new Error(name);
    const interview = bareInterview(rule, "verdict");
    const faults = [today, Day.parse("2025-06-01"), Day.parse("2027-03-01")].flatMap(
      (asOf) => walkInterview(interview, { library, asOf, walks: 300, seed: 3 }).faults,
    );
    expect(faults.filter((fault) => !fault.includes("never asked"))).toEqual([]);
  },
);
