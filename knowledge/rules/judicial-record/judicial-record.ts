import type { Day } from "../../provision.ts";
import { isCurrent } from "../cited-law.ts";
import { conclude, type Step, saysOf, step } from "../reasoning.ts";
import { defineRule, withBasis, withChanges } from "../rule.ts";
import { isTold } from "../told.ts";
import { feeFor } from "./fee.ts";
import { JudicialRecordInput } from "./judicial-record-input.ts";
import { JudicialRecordOutput } from "./judicial-record-output.ts";
import { judgeDemand } from "./may-demand.ts";
import type { Outcome } from "./outcome.ts";
import { timeFor } from "./time-to-answer.ts";
import { whatItSays } from "./what-it-says.ts";
import { papersFor, placeDoubts, placesFor } from "./where-and-papers.ts";
import { formFor } from "./which-form.ts";
import { type Way, wayOf } from "./who-and-how.ts";

type Verdict = JudicialRecordOutput["verdict"];

/** The judicial record paper: which form, may they demand it, who applies where and how, for how much, and what it will say. */
export const judicialRecord = defineRule({
  name: "judicial-record",
  input: JudicialRecordInput,
  output: JudicialRecordOutput,
  judge: withBasis(calculate),
});

function calculate(input: JudicialRecordInput, asOf: Day): JudicialRecordOutput {
  // Papers filed before a change of the law stay under the law of their day (Nghị định 216/2026, Điều 28).
  const day = input.filedOn ?? asOf;
  if (!isCurrent("dvc-bca-lltp/chuyen-cong-an", day)) return beforeThePolice(day);
  const demand = judgeDemand(input, asOf);
  const form = formFor(input, asOf);
  // Who need not hand it in is not asked how it would be applied for.
  if (isRefused(demand.value) && !isTold(input, "appliedBy")) return withoutApplying(demand, form);
  const way = wayOf(input, form.value, day);
  const [filing, online] = [withinReach(input, way), goesOnline(input, way)];
  const [time, fee, says] = [timeFor(filing, day), feeFor(filing, day, online), whatItSays(input, asOf)];
  const [where, papers] = [placesFor(input, day), papersFor(filing, day, online)];
  const verdict = verdictOf(demand.value, way);
  return {
    verdict,
    form: form.value,
    mayDemand: demand.value,
    authorisationNeeded: way.authorisationNeeded,
    channels: [...way.channels],
    where: saysOf(where),
    papers: saysOf(papers),
    ...time.value,
    fee: fee.value,
    ...says.value,
    ...conclude({
      deciding: decidingSteps(verdict, { demand: demand.steps, way: way.steps, form: form.steps }),
      working: [...demand.steps, ...form.steps, ...way.steps, ...transition(input, asOf), ...time.steps, ...fee.steps, ...says.steps],
      also: [...where, ...papers],
      doubts: [demand, form, way, time, fee, says, { doubts: placeDoubts }].flatMap(({ doubts }) => doubts),
    }),
  };
}

function isRefused(demand: JudicialRecordOutput["mayDemand"]): boolean {
  return demand === "no" || demand === "only-with-basis" || demand === "unknown";
}

function withoutApplying(
  demand: Outcome<JudicialRecordOutput["mayDemand"]>,
  form: Outcome<JudicialRecordOutput["form"]>,
): JudicialRecordOutput {
  return {
    ...nothingMore,
    verdict: verdictOf(demand.value, { allowed: null }),
    form: form.value,
    mayDemand: demand.value,
    ...conclude({
      deciding: demand.steps,
      working: [...demand.steps, ...form.steps],
      doubts: [...demand.doubts, ...form.doubts],
    }),
  };
}

/** A way that is closed to this person has no days of its own. */
function withinReach(input: JudicialRecordInput, { channels }: Way): JudicialRecordInput {
  const closed = channels.length > 0 && input.channel !== null && !channels.includes(input.channel);
  return closed ? withChanges(input, { channel: null }) : input;
}

/** Will it be filed online? Null: it may be. */
function goesOnline(input: JudicialRecordInput, way: Way): boolean | null {
  const { channel } = withinReach(input, way);
  if (channel !== null) return channel === "online";
  return way.channels.length > 0 && !way.channels.includes("online") ? false : null;
}

function verdictOf(demand: JudicialRecordOutput["mayDemand"], way: Pick<Way, "allowed">): Verdict {
  switch (demand) {
    case "no":
      return "need-not-submit";
    case "only-with-basis":
      return "ask-for-basis";
    case "unknown":
      return "hand-over";
    case "yes":
    case null:
      return way.allowed === null ? "hand-over" : way.allowed ? "apply" : "cannot-this-way";
  }
}

type Parts = Readonly<Record<"demand" | "way" | "form", readonly Step[]>>;

function decidingSteps(verdict: Verdict, { demand, way, form }: Parts): readonly Step[] {
  switch (verdict) {
    case "need-not-submit":
    case "ask-for-basis":
      return demand;
    case "cannot-this-way":
      return way;
    case "apply":
    case "hand-over":
      return [...demand, ...form, ...way];
  }
}

function transition({ filedOn }: JudicialRecordInput, asOf: Day): readonly Step[] {
  const old = filedOn !== null && !isCurrent("nd-216-2026/28", filedOn) && isCurrent("nd-216-2026/28", asOf);
  return old ? [step("Hồ sơ được nhận trước 01/7/2026 thì giải quyết theo quy định cũ.", "nd-216-2026/28")] : [];
}

function beforeThePolice(day: Day): JudicialRecordOutput {
  const known = isCurrent("luat-lltp-2009/so-tu-phap-cap", day);
  return {
    ...nothingMore,
    verdict: "hand-over",
    form: null,
    mayDemand: null,
    ...conclude({
      working: known ? [step("Trước 01/3/2025 Sở Tư pháp cấp phiếu lý lịch tư pháp.", "luat-lltp-2009/so-tu-phap-cap")] : [],
      doubts: ["Cách làm trước 01/3/2025 em chưa đọc đủ; nay việc này do ngành Công an làm."],
    }),
  };
}

const nothingMore = {
  authorisationNeeded: null,
  channels: [],
  where: [],
  papers: [],
  answerWithin: null,
  doneWithin: { workingDays: null, days: null },
  fee: { dong: null, exempt: null },
  form1Says: null,
  form2Says: null,
} satisfies Partial<JudicialRecordOutput>;
