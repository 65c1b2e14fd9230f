import type { Day } from "../../provision.ts";
import { isCurrent, writtenArticle } from "../cited-law.ts";
import { nextFifth } from "../next-fifth.ts";
import { conclude, saysOf } from "../reasoning.ts";
import { defineRule, withBasis } from "../rule.ts";
import { isTold } from "../told.ts";
import { alternativesFor } from "./alternatives.ts";
import { judgeEnterprise } from "./enterprise-conditions.ts";
import { decidingOf, type Finding, isSettled, verdictOf } from "./finding.ts";
import { lastBorrowingDay } from "./five-years.ts";
import { guidanceFor, signerOf, signerSteps } from "./guidance.ts";
import { tableFor } from "./instalments.ts";
import { rateDoubt, rateOn } from "./interest-rate.ts";
import { LoanInput } from "./loan-input.ts";
import { LoanOutput } from "./loan-output.ts";
import { termsOf } from "./loan-terms.ts";
import { judgePerson } from "./person-conditions.ts";

const main = "qd-22-2023";

/** The loan of Decision 22/2023: who fits, how much, how long, at what rate, and where else to ask. */
export const loan = defineRule({ name: "loan", input: LoanInput, output: LoanOutput, judge: withBasis(calculate) });

function calculate(input: LoanInput, asOf: Day): LoanOutput {
  if (!isCurrent(`${main}/1`, asOf)) return beforeTheDecision;
  const findings = findingsOf(input, asOf);
  const verdict = verdictOf(findings);
  // Nothing turns on sums and terms any more, so nobody is asked for them.
  if (isSettled(findings) && !isTold(input, "repay")) return settledLoan(input, findings, asOf);
  const terms = termsOf(input, asOf);
  const rate = rateOn(asOf);
  const table = verdict === "conditions-met" || verdict === "not-yet" ? tableFor(input, { terms, rate }) : undefined;
  const guidance = guidanceFor(input, asOf);
  const alternatives = verdict === "conditions-met" ? [] : alternativesFor(input, asOf);
  return {
    verdict,
    conditions: findings.map(writtenCondition),
    lastDay: lastDayOf(input),
    nextListDay: nextListDayOf(input, verdict, asOf),
    signer: signerOf(input),
    amount: terms.amount,
    term: terms.term,
    collateral: terms.collateral,
    interest: rate?.interest ?? null,
    instalments: table?.instalments ?? null,
    papers: saysOf(guidance.papers),
    where: saysOf(guidance.where),
    steps: saysOf(guidance.steps),
    alternatives: alternatives.map(({ offer }) => offer),
    ...conclude({
      deciding: [...decidingOf(findings, verdict), ...(verdict === "conditions-met" ? [...terms.steps, ...(rate?.steps ?? [])] : [])],
      working: [...findings, ...signerSteps(input), ...terms.steps, ...(rate?.steps ?? []), ...(table?.steps ?? [])],
      also: [...guidance.papers, ...guidance.where, ...guidance.steps, ...alternatives],
      doubts: [
        ...doubtsAbout(findings, input),
        ...terms.doubts,
        ...(rate === undefined ? [rateDoubt] : []),
        ...(table?.doubts ?? []),
        ...guidance.doubts,
        ...alternatives.flatMap(({ doubts }) => doubts),
      ],
      main,
    }),
  };
}

function settledLoan(input: LoanInput, findings: readonly Finding[], asOf: Day): LoanOutput {
  const verdict = verdictOf(findings);
  const alternatives = alternativesFor(input, asOf);
  return {
    ...nothingMore,
    verdict,
    conditions: findings.map(writtenCondition),
    lastDay: lastDayOf(input),
    nextListDay: nextListDayOf(input, verdict, asOf),
    alternatives: alternatives.map(({ offer }) => offer),
    ...conclude({
      deciding: decidingOf(findings, verdict),
      working: findings,
      also: alternatives,
      doubts: [...openIn(findings), ...alternatives.flatMap(({ doubts }) => doubts)],
      main,
    }),
  };
}

function findingsOf(input: LoanInput, asOf: Day): readonly Finding[] {
  const { borrower } = input;
  return borrower.kind === "person" ? judgePerson(borrower, asOf) : judgeEnterprise(borrower, input);
}

function writtenCondition({ name, status, says, rests }: Finding): LoanOutput["conditions"][number] {
  return { name, status, says, article: rests.map((id) => writtenArticle(id, main))[0] ?? "" };
}

function openIn(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ status, says, doubts }) => [
    ...(status === "unknown" && doubts.length === 0 ? [`Chưa rõ điều này: ${says}`] : []),
    ...doubts,
  ]);
}

function doubtsAbout(findings: readonly Finding[], { borrower }: LoanInput): readonly string[] {
  const both = borrower.kind === "person" && borrower.afterDrugTreatment === true;
  return [
    ...openIn(findings),
    ...(both
      ? ["Anh/chị còn thuộc diện vay sau cai nghiện; hỏi ngân hàng chương trình nào có lợi hơn, không vay cả hai cùng mục đích."]
      : []),
  ];
}

/** Điều 14.2.c. */
function nextListDayOf({ borrower }: LoanInput, verdict: LoanOutput["verdict"], asOf: Day): Day | null {
  return borrower.kind === "person" && verdict !== "not-eligible" ? nextFifth(asOf) : null;
}

/** Only a sentence served to its end says which day is the last; for an amnesty the decision does not (Điều 3.2.a). */
function lastDayOf({ borrower }: LoanInput): Day | null {
  if (borrower.kind === "enterprise") return null;
  const isServed = borrower.release === "served" || borrower.release === "conditional-release-probation-ended";
  return isServed && borrower.endedOn !== null ? lastBorrowingDay(borrower.endedOn) : null;
}

const nothingMore = {
  signer: null,
  amount: { mostPerMonth: null, mostPerWorker: null, most: null, askedWithin: null },
  term: { receivingMonths: null, mostRepayMonths: null, askedWithin: null },
  collateral: null,
  interest: null,
  instalments: null,
  papers: [],
  where: [],
  steps: [],
} satisfies Partial<LoanOutput>;

const beforeTheDecision: LoanOutput = {
  ...nothingMore,
  verdict: "hand-over",
  conditions: [],
  lastDay: null,
  nextListDay: null,
  alternatives: [],
  ...conclude({
    working: [],
    doubts: ["Trước ngày 10/10/2023 chưa có Quyết định 22/2023; vay theo luật nào khi đó em chưa đọc. Anh/chị hỏi ngân hàng."],
  }),
};
