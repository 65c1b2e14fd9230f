import { z } from "zod";
import { DeskSettings } from "../../store/desk/desk-settings.ts";
import { longestText } from "../paths.ts";
import { QueueItem } from "../wire.ts";

// What goes between the desk in the console and its routes.

export const deskPaths = {
  /** GET → Board. */
  board: "/api/console/desk/board",
  /** GET → ClosedCases. */
  closed: "/api/console/desk/closed",
  /** GET /:id → Beside ; below it POST /read, /snooze, /pass, /reopen, /notes, /decline, /approve, /send-back, PUT /draft. */
  cases: "/api/console/desk/cases",
  /** GET → Colleagues. */
  colleagues: "/api/console/desk/colleagues",
  /** PUT Duty. */
  duty: "/api/console/desk/duty",
  /** GET → SettingsPage ; PUT DeskSettings. */
  settings: "/api/console/desk/settings",
  /** GET → CannedReplies ; POST, PUT and DELETE /:id. */
  canned: "/api/console/desk/canned",
  /** POST Find → FoundList. */
  find: "/api/console/desk/find",
  /** POST Together → Results. */
  together: "/api/console/desk/together",
} as const;

const text = z.string().trim().min(1).max(longestText);
const named = z.strictObject({ id: z.string(), name: z.string() });

export const DeskItem = QueueItem.extend({
  unread: z.int(),
  /** Nobody has seen it in the time there is for it. */
  alarm: z.boolean(),
  snoozedUntil: z.number().optional(),
  offer: z.strictObject({ to: named, until: z.number() }).optional(),
  /** The entry the bot came nearest to. */
  near: z.strictObject({ entry: z.string(), question: z.string() }).optional(),
  awaitsApproval: z.boolean(),
});
export type DeskItem = z.infer<typeof DeskItem>;

export const Board = z.strictObject({
  items: z.array(DeskItem),
  now: z.number(),
  duty: z.strictObject({ onDuty: z.boolean(), open: z.int(), cap: z.int() }),
});
export type Board = z.infer<typeof Board>;
export const ClosedCases = z.strictObject({ items: z.array(QueueItem) });

export const Note = z.strictObject({ id: z.string(), by: z.string(), at: z.number(), text: z.string() });
export type Note = z.infer<typeof Note>;
export const Draft = z.strictObject({ clientId: z.uuid(), text: z.string().max(longestText) });
export type Draft = z.infer<typeof Draft>;

/** What stands beside a conversation, for this member alone where it is a draft. */
export const Beside = z.strictObject({
  notes: z.array(Note),
  draft: Draft.optional(),
  held: z
    .strictObject({
      id: z.string(),
      by: named,
      text: z.string(),
      at: z.number(),
      state: z.enum(["waiting", "returned"]),
      note: z.string().optional(),
    })
    .optional(),
  /** Absent = as long as one likes. */
  limits: z.strictObject({ textLength: z.int().optional(), pieces: z.int().optional() }),
});
export type Beside = z.infer<typeof Beside>;

export const Read = z.strictObject({ sequence: z.int().min(0) });
export const Snooze = z.strictObject({ until: z.number() });
export const PassOn = z.strictObject({ from: z.string().min(1).max(64), to: z.string().min(1).max(64) });
export const NewNote = z.strictObject({ text });
export const Approve = z.strictObject({ held: z.string().max(64) });
export const SendBack = Approve.extend({ note: text });

export const Colleagues = z.strictObject({
  colleagues: z.array(named.extend({ isHere: z.boolean(), onDuty: z.boolean(), open: z.int() })),
});
export type Colleagues = z.infer<typeof Colleagues>;
export const Duty = z.strictObject({ onDuty: z.boolean() });
export const SettingsPage = z.strictObject({
  settings: DeskSettings,
  topics: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type SettingsPage = z.infer<typeof SettingsPage>;
export { DeskSettings };

export const NewCanned = z.strictObject({ title: z.string().trim().min(2).max(80), text });
export const CannedReplies = z.strictObject({
  replies: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string(), by: z.string(), at: z.number() })),
});
export type CannedReplies = z.infer<typeof CannedReplies>;

export const Find = z.strictObject({ text: z.string().trim().min(2).max(200) });
const insertable = { page: z.string(), insert: z.string() };
export const FoundList = z.strictObject({
  found: z.array(
    z.strictObject({
      entry: z.string(),
      question: z.string(),
      short: z.string(),
      sure: z.boolean(),
      ...insertable,
      provisions: z.array(z.strictObject({ label: z.string(), says: z.string(), sure: z.boolean(), ...insertable })),
    }),
  ),
});
export type FoundList = z.infer<typeof FoundList>;

export const Together = z.strictObject({
  cases: z.array(z.string().min(8).max(64)).min(1).max(50),
  clientId: z.uuid(),
  text,
  close: z.boolean(),
});
export type Together = z.infer<typeof Together>;
export const Results = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["sent", "held", "refused"]),
      code: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
});
export type Results = z.infer<typeof Results>;
