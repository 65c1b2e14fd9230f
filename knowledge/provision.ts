import { z } from "zod";

/** A day of the calendar in Vietnam, `YYYY-MM-DD`. Days compare as text. */
export const Day = z.iso.date().brand<"Day">();
export type Day = z.infer<typeof Day>;

/** First and last day (both included) on which something is in force. */
export const InForce = z.strictObject({ from: Day, to: Day.optional() }).readonly();
export type InForce = z.infer<typeof InForce>;

export const Confidence = z.enum(["cao", "trung bình", "thấp", "chưa xác minh"]);
export type Confidence = z.infer<typeof Confidence>;

const Checked = z.strictObject({ on: Day, by: z.enum(["text", "report"]) }).readonly();

const writtenProvision = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9.-]+$/),
  article: z
    .string()
    .regex(/^[0-9]+[a-zđ]?$/)
    .optional(),
  clause: z.string().min(1).optional(),
  point: z.string().min(1).optional(),
  about: z.string().min(3).max(120),
  says: z.string().min(10),
  confidence: Confidence,
  facts: z.array(z.string()).readonly(),
  inForce: InForce.optional(),
  checked: Checked.optional(),
  staleAfter: Day.optional(),
  doubt: z.string().min(10).optional(),
});

/** A legal document as written in `library/law/`. */
export const WrittenDocument = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  number: z.string().min(1),
  title: z.string().min(5),
  short: z.string().min(3),
  issuer: z.string().min(2),
  issued: Day.optional(),
  inForce: InForce,
  replacedBy: z.array(z.string()).readonly().default([]),
  sources: z.array(z.string().min(3)).nonempty().readonly(),
  checked: Checked,
  provisions: z.array(writtenProvision).nonempty().readonly(),
});
export type WrittenDocument = z.infer<typeof WrittenDocument>;

export type LegalDocument = Omit<WrittenDocument, "provisions">;

/** One rule of one document, with its dates and check filled in from the document where it has none of its own. */
export type Provision = Omit<z.infer<typeof writtenProvision>, "inForce" | "checked"> & {
  readonly document: LegalDocument;
  readonly inForce: InForce;
  readonly checked: z.infer<typeof Checked>;
};

export function isInForce(period: InForce, day: Day): boolean {
  return period.from <= day && (period.to === undefined || day <= period.to);
}

/** 2026-07-01 as people write it: 01/7/2026. */
export function writtenDay(day: Day): string {
  const [year, month, date] = day.split("-");
  return `${date}/${Number(month)}/${year}`;
}
