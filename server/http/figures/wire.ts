import { z } from "zod";

// What the console's pages on hours, figures and the archive may see.

export const figurePaths = {
  /** GET → Office ; PUT below it: /hours, /levels, /agency. */
  office: "/api/console/office",
  /** GET → LateList. */
  late: "/api/console/late",
  /** GET ?from&to → FigureList ; below it: /chart/<name>, /export.csv, /export.xlsx, /report.docx, /annex.xlsx. */
  figures: "/api/console/figures",
  /** POST ArchiveQuestion → ArchiveAnswer ; GET /<conversation> → ArchivedConversation. */
  archive: "/api/console/archive",
} as const;

const Shift = z.strictObject({ from: z.string(), to: z.string() });
export const WireHours = z.strictObject({
  weekdays: z.array(z.array(Shift)),
  specialDays: z.array(z.strictObject({ name: z.string(), from: z.string(), to: z.string(), shifts: z.array(Shift) })),
});
export type WireHours = z.infer<typeof WireHours>;
export type WireShift = z.infer<typeof Shift>;

const minutes = z.number().nullable();
export const WireLevels = z.strictObject({ danger: minutes, freedom: minutes, money: minutes, none: minutes });
export type WireLevels = z.infer<typeof WireLevels>;

export const WireAgency = z.strictObject({
  superior: z.string(),
  name: z.string(),
  place: z.string(),
  numberEnding: z.string(),
  signerTitle: z.string(),
  signer: z.string(),
  recipients: z.array(z.string()),
});
export type WireAgency = z.infer<typeof WireAgency>;

/** What is not set yet is absent; `version` goes back with a change. */
const setting = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ version: z.int(), value: shape.optional() });
export const Office = z.strictObject({
  hours: setting(WireHours),
  levels: setting(WireLevels),
  agency: setting(WireAgency),
  /** What people are told at this moment. */
  says: z.string(),
});
export type Office = z.infer<typeof Office>;

export const SaveSetting = z.strictObject({ version: z.int().min(0), value: z.unknown() });
/** `why` = what is wrong with it, in words; nothing was saved. */
export const Saved = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("saved") }),
  z.strictObject({ kind: z.literal("wrong"), why: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("changed-meanwhile") }),
]);
export type Saved = z.infer<typeof Saved>;

export const LateList = z.strictObject({ late: z.array(z.strictObject({ id: z.string(), risk: z.string(), dueAt: z.number() })) });
export type LateList = z.infer<typeof LateList>;

export const FigureList = z.strictObject({
  from: z.string(),
  to: z.string(),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number()]))),
      basis: z.string(),
      drawn: z.array(z.int()).optional(),
    }),
  ),
});
export type FigureList = z.infer<typeof FigureList>;
export type WireTable = FigureList["tables"][number];

export const ArchiveQuestion = z.strictObject({ text: z.string().trim().min(2).max(200) });
export const ArchiveAnswer = z.strictObject({
  found: z.array(
    z.strictObject({
      conversation: z.string(),
      channel: z.string(),
      at: z.number(),
      before: z.string(),
      hit: z.string(),
      after: z.string(),
    }),
  ),
  /** There may be more; ask more narrowly. */
  more: z.boolean(),
});
export type ArchiveAnswer = z.infer<typeof ArchiveAnswer>;
export const ArchivedConversation = z.strictObject({
  channel: z.string(),
  messages: z.array(z.strictObject({ id: z.string(), at: z.number(), who: z.string(), text: z.string() })),
  cut: z.boolean(),
});
export type ArchivedConversation = z.infer<typeof ArchivedConversation>;
