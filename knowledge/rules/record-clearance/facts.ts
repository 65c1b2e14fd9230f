import { z } from "zod";
import { Day } from "../../provision.ts";

/** `null` means: does not apply, or not known. Every field is always there, so that a forgotten one is seen. */
const known = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();

const MainPenalty = z
  .strictObject({
    kind: z.enum(["warning", "fine", "non-custodial-reform", "suspended-prison", "prison", "life-imprisonment", "death-commuted"]),
    months: known(z.number().min(0)).describe("as the court pronounced it, not as served"),
  })
  .readonly();
export type MainPenalty = z.infer<typeof MainPenalty>;
export type PenaltyKind = MainPenalty["kind"];

const EndedBy = z.enum([
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
]);
export type EndedBy = z.infer<typeof EndedBy>;

const AdditionalPenalty = z
  .strictObject({
    kind: z.string().min(1).describe("quản chế, cấm cư trú, cấm đảm nhiệm chức vụ, cấm hành nghề, tước một số quyền công dân, …"),
    endsOn: known(Day),
    remainderWaivedOn: known(Day),
  })
  .readonly();
export type AdditionalPenalty = z.infer<typeof AdditionalPenalty>;

const MoneyStatus = z.enum(["none-owed", "paid", "unpaid", "enforcement-claim-expired-unpaid", "victim-waived-privately"]);

const Money = z
  .strictObject({ status: MoneyStatus, lastPaidOn: known(Day) })
  .readonly()
  .describe("compensation, fines and court fees of the judgment, taken together");
export type Money = z.infer<typeof Money>;

const NewOffence = z
  .strictObject({
    status: z.enum(["convicted-final", "under-investigation", "administrative-only"]),
    committedOn: known(Day),
    judgmentFinalOn: known(Day),
    mainPenalty: known(MainPenalty),
    mainEndedOn: known(Day),
    moneyStatus: known(MoneyStatus),
    moneyLastPaidOn: known(Day),
  })
  .readonly();
export type NewOffence = z.infer<typeof NewOffence>;

const Early = z
  .strictObject({
    requested: z.boolean(),
    clearProgress: known(z.boolean()),
    merit: known(z.boolean()),
    localProposal: known(z.boolean()),
  })
  .readonly();
export type Early = z.infer<typeof Early>;

/** What is asked about one conviction and its clearing. */
export const RecordFacts = z
  .strictObject({
    ageAtOffence: known(z.number().min(0)),
    offenceGroup: known(z.enum(["ordinary", "national-security", "peace-war-crimes", "mixed-with-national-security"])),
    fault: known(z.enum(["intentional", "negligent"])),
    frameMaxYears: known(z.number().positive()).describe("highest year of the frame that was applied"),
    offenceClass: known(z.enum(["ít nghiêm trọng", "nghiêm trọng", "rất nghiêm trọng", "đặc biệt nghiêm trọng"])),
    penaltyExempted: known(z.boolean()),
    decriminalised: known(z.boolean()),
    judgmentFinalOn: known(Day),
    mainPenalty: known(MainPenalty),
    mainEndedBy: known(EndedBy),
    mainEndedOn: known(Day),
    releasedOn: known(Day),
    probationEndsOn: known(Day),
    additionalPenalty: known(AdditionalPenalty),
    money: known(Money),
    newOffence: known(NewOffence),
    courtRefusedOn: known(z.array(Day).readonly()),
    early: known(Early),
    fledOrWanted: known(z.boolean()),
  })
  .readonly();
export type RecordFacts = z.infer<typeof RecordFacts>;
export type OffenceClass = NonNullable<RecordFacts["offenceClass"]>;
