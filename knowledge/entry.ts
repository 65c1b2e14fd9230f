import { z } from "zod";
import { Day } from "./provision.ts";

export const Risk = z.enum(["none", "money", "freedom"]);
export type Risk = z.infer<typeof Risk>;

/** Headings an entry's body may have, in this order. */
export const headings = {
  details: "Chi tiết",
  steps: "Các bước",
  papers: "Giấy tờ",
  where: "Đến đâu",
  before: "Trước đây",
  unsure: "Chưa chắc",
} as const;
export type Section = keyof typeof headings;

const provisionIds = z.array(z.string());

/** The YAML block above an entry's text. */
export const FrontMatter = z.strictObject({
  question: z.string().min(8).max(160),
  asked: z.array(z.string().min(4).max(160)).min(4).max(14).readonly(),
  basis: provisionIds.nonempty().readonly(),
  formerly: provisionIds.readonly().default([]),
  risk: Risk,
  next: z.string().min(8).max(200),
  /** Ids of the lines the answer tells people to call. */
  hotlines: z.array(z.string()).readonly().default([]),
  related: z.array(z.string()).max(3).readonly().default([]),
  interview: z.string().optional(),
  video: z.url().optional(),
  replacedBy: z.string().optional(),
  approved: z
    .strictObject({ by: z.string().min(2), on: Day })
    .nullable()
    .default(null),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** What the entry is: a curated answer, a warning against a lure, or a false claim set right. */
export type EntryKind = "topic" | "warning" | "rumour";

/** An entry with its body taken apart; every part is plain text, line breaks kept. */
export type WrittenEntry = FrontMatter & {
  /** More ways people ask it, known to the search alone (`askings/*.yaml`). */
  readonly alsoAsked: readonly string[];
  readonly id: string;
  readonly kind: EntryKind;
  readonly topic: string;
  readonly short: string;
  readonly sections: Readonly<Partial<Record<Section, string>>>;
};

/** An entry as it stands in its file; more ways of asking stand elsewhere (`askings/`). */
export type EntryText = Omit<WrittenEntry, "alsoAsked">;
