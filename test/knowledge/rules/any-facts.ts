import fc from "fast-check";
import { Day } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import type { WrittenFacts } from "./clearance-facts.ts";

export const anyDay = fc.nat(9_000).map((days) => addDays(Day.parse("2005-01-01"), days));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
export const statuses = ["none-owed", "paid", "unpaid", "enforcement-claim-expired-unpaid", "victim-waived-privately"] as const;
const kinds = ["warning", "fine", "non-custodial-reform", "suspended-prison", "prison", "life-imprisonment", "death-commuted"] as const;
export const groups = ["ordinary", "national-security", "peace-war-crimes", "mixed-with-national-security"] as const;
const ways = [
  "served",
  "served-reduced",
  "paid",
  "amnesty",
  "probation-ended",
  "conditional-release-probation-ended",
  "conditional-release-probation-shortened",
  "conditional-release-on-probation",
  "limitation-expired",
  "limitation-running",
] as const;

const mainPenalty = fc.record({ kind: fc.constantFrom(...kinds), months: orNull(fc.integer({ min: 1, max: 400 })) });
/** Anything that has the form of the facts, sense or not. */
export const anyFacts: fc.Arbitrary<WrittenFacts> = fc.record({
  ageAtOffence: orNull(fc.integer({ min: 10, max: 70 })),
  offenceGroup: orNull(fc.constantFrom(...groups)),
  fault: orNull(fc.constantFrom("intentional", "negligent")),
  frameMaxYears: orNull(fc.integer({ min: 1, max: 20 })),
  offenceClass: orNull(fc.constantFrom("ít nghiêm trọng", "nghiêm trọng", "rất nghiêm trọng", "đặc biệt nghiêm trọng")),
  penaltyExempted: orNull(fc.boolean()),
  decriminalised: orNull(fc.boolean()),
  judgmentFinalOn: orNull(anyDay),
  mainPenalty: orNull(mainPenalty),
  mainEndedBy: orNull(fc.constantFrom(...ways)),
  mainEndedOn: orNull(anyDay),
  releasedOn: orNull(anyDay),
  probationEndsOn: orNull(anyDay),
  additionalPenalty: orNull(
    fc.record({
      kind: fc.constantFrom("quản chế", "cấm hành nghề", "phạt tiền", "trục xuất"),
      endsOn: orNull(anyDay),
      remainderWaivedOn: orNull(anyDay),
    }),
  ),
  money: orNull(fc.record({ status: fc.constantFrom(...statuses), lastPaidOn: orNull(anyDay) })),
  newOffence: orNull(
    fc.record({
      status: fc.constantFrom("convicted-final", "under-investigation", "administrative-only"),
      committedOn: orNull(anyDay),
      judgmentFinalOn: orNull(anyDay),
      mainPenalty: orNull(mainPenalty),
      mainEndedOn: orNull(anyDay),
      moneyStatus: orNull(fc.constantFrom(...statuses)),
      moneyLastPaidOn: orNull(anyDay),
    }),
  ),
  courtRefusedOn: orNull(fc.array(anyDay, { maxLength: 3 })),
  early: orNull(
    fc.record({
      requested: fc.boolean(),
      clearProgress: orNull(fc.boolean()),
      merit: orNull(fc.boolean()),
      localProposal: orNull(fc.boolean()),
    }),
  ),
  fledOrWanted: orNull(fc.boolean()),
});
