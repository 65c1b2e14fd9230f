import { z } from "zod";
import { EntryDraft } from "../../editing/entry-draft.ts";
import { revisionStates } from "../../store/editing/editing-store.ts";

const Text = z.string();
const Time = z.number();
const Person = z.strictObject({ id: Text, name: Text });

export const ProblemItem = z.strictObject({ field: Text, says: Text });
export type ProblemItem = z.infer<typeof ProblemItem>;

export const OpenRevision = z.strictObject({ id: Text, state: z.enum(revisionStates), author: Person, changedAt: Time });

export const EntryItem = z.strictObject({
  id: Text,
  question: Text,
  topic: Text,
  risk: z.enum(["none", "money", "freedom"]),
  /** Whether the file answers, or a version written here. */
  from: z.enum(["file", "console", "file-changed", "put-aside", "withdrawn", "draft-only"]),
  /** Why the version written here cannot be used. */
  why: Text.optional(),
  open: z.array(OpenRevision),
});
export type EntryItem = z.infer<typeof EntryItem>;

export const EntryList = z.strictObject({
  entries: z.array(EntryItem),
  topics: z.array(z.strictObject({ id: Text, title: Text })),
  hotlines: z.array(z.strictObject({ id: Text, name: Text, number: Text })),
});
export type EntryList = z.infer<typeof EntryList>;

export const RevisionItem = z.strictObject({
  id: Text,
  state: z.enum(revisionStates),
  author: Person,
  changedAt: Time,
  withdrawn: z.boolean(),
  decidedBy: Person.optional(),
  decidedAt: Time.optional(),
  number: z.number().optional(),
});
export type RevisionItem = z.infer<typeof RevisionItem>;

/** An entry as it is answered now, and its versions. */
export const OneEntry = z.strictObject({
  id: Text,
  current: EntryDraft.optional(),
  file: EntryDraft.optional(),
  item: EntryItem.optional(),
  revisions: z.array(RevisionItem),
});
export type OneEntry = z.infer<typeof OneEntry>;

export const DifferenceLine = z.strictObject({ kind: z.enum(["same", "old", "new"]), text: Text });
export type DifferenceLine = z.infer<typeof DifferenceLine>;

export const Revision = z.strictObject({
  ...RevisionItem.shape,
  draft: EntryDraft,
  edits: z.number(),
  note: Text.optional(),
  problems: z.array(ProblemItem),
  /** Beside what is answered now. */
  difference: z.array(DifferenceLine),
  /** What was said in the case it was begun from. */
  material: z.strictObject({ asked: z.array(Text).readonly(), answered: z.array(Text).readonly() }).optional(),
  mine: z.boolean(),
});
export type Revision = z.infer<typeof Revision>;

export const ProvisionItem = z.strictObject({
  id: Text,
  label: Text,
  about: Text,
  says: Text,
  from: Text,
  to: Text.optional(),
  inForce: z.boolean(),
  confidence: Text,
});
export type ProvisionItem = z.infer<typeof ProvisionItem>;
export const ProvisionList = z.strictObject({ provisions: z.array(ProvisionItem) });
export type ProvisionList = z.infer<typeof ProvisionList>;

export const NewRevision = z.strictObject({ draft: EntryDraft, withdrawn: z.boolean() });
export const SaveRevision = z.strictObject({ draft: EntryDraft, withdrawn: z.boolean(), edits: z.number() });
export const Seen = z.strictObject({ edits: z.number() });
export const Note = z.strictObject({ note: z.string().trim().min(3).max(600) });
export const Made = z.strictObject({ id: Text });
export const Saved = z.strictObject({ edits: z.number() });
export const ToCheck = z.strictObject({ draft: EntryDraft, withdrawn: z.boolean() });
export const Checked = z.strictObject({ problems: z.array(ProblemItem) });
export type Checked = z.infer<typeof Checked>;

export type { EntryDraft };
