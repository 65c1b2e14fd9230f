import { expect, test } from "vitest";
import { hardToRead } from "../../../knowledge/check/readability.ts";
import { Day } from "../../../knowledge/provision.ts";
import type { RecordFacts } from "../../../knowledge/rules/record-clearance/facts.ts";
import { Verdict } from "../../../knowledge/rules/record-clearance/verdict.ts";
import { recordClearance } from "../../../knowledge/rules/record-clearance.ts";

/** The facts as they stand in a line: plain text, not yet parsed. */
export type WrittenFacts = { readonly [Field in keyof RecordFacts]: unknown };
export type Changes = Partial<WrittenFacts>;

/** An adult, an ordinary intentional offence, two years of prison served to 10/02/2024, all paid, nothing else. */
export function factsWith(...changes: readonly Changes[]): WrittenFacts {
  return Object.assign({}, plain, ...changes);
}

const plain: WrittenFacts = {
  ageAtOffence: 30,
  offenceGroup: "ordinary",
  fault: "intentional",
  frameMaxYears: 7,
  offenceClass: "nghiêm trọng",
  penaltyExempted: false,
  decriminalised: false,
  judgmentFinalOn: "2010-01-01",
  mainPenalty: { kind: "prison", months: 24 },
  mainEndedBy: "served",
  mainEndedOn: "2024-02-10",
  releasedOn: "2024-02-10",
  probationEndsOn: null,
  additionalPenalty: null,
  money: { status: "none-owed", lastPaidOn: null },
  newOffence: null,
  courtRefusedOn: [],
  early: null,
  fledOrWanted: false,
};

export const prison = (months: number | null): Changes => ({ mainPenalty: { kind: "prison", months } });
export const penalty = (kind: string, months: number | null = null): Changes => ({ mainPenalty: { kind, months } });
/** Out of prison on that day, the sentence done. */
export const out = (day: string, how = "served"): Changes => ({ mainEndedBy: how, mainEndedOn: day, releasedOn: day });
export const paid = (day: string | null): Changes => ({ money: { status: "paid", lastPaidOn: day } });
export const owing = (status: string): Changes => ({ money: { status, lastPaidOn: null } });
export const court: Changes = { offenceGroup: "national-security" };
/** Seventeen, a most serious offence, judged while Điều 107 stood: the only class with a record of its own kind. */
export const juvenile: Changes = { ageAtOffence: 17, offenceClass: "đặc biệt nghiêm trọng", frameMaxYears: 20 };
export const additional = (kind: string, endsOn: string | null, remainderWaivedOn: string | null = null): Changes => ({
  additionalPenalty: { kind, endsOn, remainderWaivedOn },
});
export const early = (
  clearProgress: boolean | null = true,
  merit: boolean | null = true,
  localProposal: boolean | null = true,
): Changes => ({
  early: { requested: true, clearProgress, merit, localProposal },
});

const plainNewOffence = {
  status: "convicted-final",
  committedOn: "2025-01-15",
  judgmentFinalOn: "2025-04-01",
  mainPenalty: { kind: "prison", months: 12 },
  mainEndedOn: "2026-03-01",
  moneyStatus: "none-owed",
  moneyLastPaidOn: null,
};
/** Committed on 15/01/2025, one year of prison, done on 01/3/2026, nothing owed. */
export const newOffence = (changes: Partial<Record<keyof typeof plainNewOffence, unknown>> = {}): Changes => ({
  newOffence: { ...plainNewOffence, ...changes },
});

/** What, which facts are other, on which day, what must come out, and articles that must be named. */
export type Case = readonly [what: string, facts: readonly Changes[], asOf: string, result: string, because?: readonly string[]];

export const today = "2026-11-23";

export function judge(facts: WrittenFacts, asOf: string): Verdict {
  return recordClearance.calculate(facts, Day.parse(asOf));
}

/** The result in a line: "automatic 2026-02-10 reached". */
export function brief({ route, earliestDate, reachedAsOf }: Verdict): string {
  const reached = { true: "reached", false: "not reached", null: "" }[String(reachedAsOf)];
  return [route, earliestDate, route === "never-yet" ? "" : reached].filter(Boolean).join(" ");
}

export function checkCases(cases: readonly Case[]): void {
  const rows = cases.map(([what, facts, asOf, result, because]) => ({ what, facts, asOf, result, because: because ?? [] }));
  test.each(rows)("$what", ({ facts, asOf, result, because }) => {
    const verdict = judge(factsWith(...facts), asOf);
    expect(brief(verdict), verdict.doubts.join("\n")).toBe(result);
    expect(verdict.because).toEqual(expect.arrayContaining([...because]));
    checkForm(verdict);
  });
}

/** What holds for every result there is. */
export function checkForm(verdict: Verdict): void {
  expect(Verdict.parse(verdict)).toEqual(verdict);
  const dated = verdict.route === "automatic" || verdict.route === "court";
  expect(verdict.earliestDate !== null).toBe(dated);
  expect(verdict.reachedAsOf === null).toBe(verdict.route === "none-needed" || verdict.route === "hand-over");
  if (verdict.route === "never-yet") expect(verdict.reachedAsOf).toBe(false);
  if (verdict.route === "hand-over") expect(verdict.doubts.length).toBeGreaterThan(0);
  else expect(verdict.because.length * verdict.working.length).toBeGreaterThan(0);
  for (const article of verdict.because) expect(article).toMatch(/^Điều \d+(\.\d+)?(\.[a-zđ])?( Nghị quyết 41\/2017\/QH14)?$/u);
  const words = [...verdict.working, ...verdict.doubts].join("\n");
  expect(hardToRead({ short: words, next: "", sections: {} })).toEqual([]);
  expect(words).not.toMatch(/sẽ được|chắc chắn được|undefined|null|NaN/u);
}
