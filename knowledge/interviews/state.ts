import { z } from "zod";
import { Day } from "../provision.ts";

/** A month or a year known alone: `day` is the end of it that is safe for the rule. */
export const Precision = z.enum(["day", "month", "year"]);
export type Precision = z.infer<typeof Precision>;

export const AnswerValue = z.discriminatedUnion("kind", [
  /** One of a question's buttons. */
  z.strictObject({ kind: z.literal("option"), option: z.string() }),
  /** What was ticked of several; nothing ticked is "none". */
  z.strictObject({ kind: z.literal("options"), options: z.array(z.string()).readonly() }),
  z.strictObject({ kind: z.literal("day"), day: Day, precision: Precision }),
  /** Months, đồng or a plain number, as the question has it. */
  z.strictObject({ kind: z.literal("number"), number: z.number() }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Answer = z
  .strictObject({
    question: z.string(),
    value: AnswerValue,
    /** How it is said back: "ngày 25/12/2023", "3 năm 6 tháng". Never the person's own words. */
    said: z.string(),
  })
  .readonly();
export type Answer = z.infer<typeof Answer>;

/** An interview under way: plain data, to be kept anywhere and taken up again on any day. */
export const InterviewState = z
  .strictObject({
    interview: z.string(),
    answers: z.array(Answer).readonly(),
    /** Understood from free words, waiting for "đúng". */
    confirming: z.array(Answer).readonly(),
    /** The question gone back to, whatever has been answered since. */
    at: z.string().nullable(),
  })
  .readonly();
export type InterviewState = z.infer<typeof InterviewState>;
