import type { Day } from "../provision.ts";
import { findAnniversary } from "./record-clearance/additional-penalty.ts";
import { concludeCase } from "./record-clearance/conclusion.ts";
import { RecordFacts } from "./record-clearance/facts.ts";
import { startClock } from "./record-clearance/main-end.ts";
import { judgeMoney } from "./record-clearance/money.ts";
import { meetNewOffence } from "./record-clearance/new-offence.ts";
import { findNoRecord } from "./record-clearance/no-record.ts";
import { findUnfinished, refuseToGuess } from "./record-clearance/obstacles.ts";
import { chooseBranch, findWait } from "./record-clearance/period.ts";
import { andThen, Verdict, writeNotes } from "./record-clearance/verdict.ts";
import { defineRule } from "./rule.ts";

/**
 * When the record of a conviction is cleared: Điều 69–73 and 107 of the Penal Code, in the eight steps of the research.
 * Each step finds what the next one needs, or closes the case: no record at all, not before something is done,
 * or a person must look because the facts or the law leave it open.
 */
export function judgeRecord(facts: RecordFacts, asOf: Day) {
  const recorded = findNoRecord({ facts, asOf });
  const open = andThen(recorded, refuseToGuess);
  const branched = andThen(open, chooseBranch);
  const finished = andThen(branched, findUnfinished);
  const timed = andThen(finished, findWait);
  const started = andThen(timed, startClock);
  const dated = andThen(started, findAnniversary);
  const renewed = andThen(dated, meetNewOffence);
  const paid = andThen(renewed, judgeMoney);
  return andThen(paid, concludeCase);
}

export const recordClearance = defineRule({
  name: "record-clearance",
  input: RecordFacts,
  output: Verdict,
  judge(facts, asOf) {
    const judged = judgeRecord(facts, asOf);
    return { output: verdictOf(judged, asOf), basis: judged.notes.because ?? [] };
  },
});

function verdictOf(judged: ReturnType<typeof judgeRecord>, asOf: Day): Verdict {
  const notes = writeNotes(judged.notes);
  if (judged.kind === "found")
    return { route: judged.value.route, earliestDate: judged.value.day, reachedAsOf: asOf >= judged.value.day, ...notes };
  return { route: judged.route, earliestDate: null, reachedAsOf: judged.route === "never-yet" ? false : null, ...notes };
}
