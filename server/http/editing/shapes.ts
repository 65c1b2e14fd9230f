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

export const ClosedCaseItem = z.strictObject({
  conversation: Text,
  channel: Text,
  closedAt: Time,
  by: Text,
  /** The question of the entry that came nearest. */
  subject: Text,
});
export type ClosedCaseItem = z.infer<typeof ClosedCaseItem>;
export const CaseList = z.strictObject({ cases: z.array(ClosedCaseItem) });
export const FromCase = z.strictObject({ conversation: z.uuid() });

/** Questions without an answer whose nearest entry is the same. */
export const UnansweredGroup = z.strictObject({
  topic: Text,
  title: Text,
  count: z.number(),
  subjects: z.array(z.strictObject({ entry: Text, question: Text, count: z.number(), askedBack: z.number(), newest: Time })),
});
export type UnansweredGroup = z.infer<typeof UnansweredGroup>;
export const UnansweredList = z.strictObject({ groups: z.array(UnansweredGroup), days: z.number() });
export const Wordings = z.strictObject({ wordings: z.array(z.strictObject({ conversation: Text, text: Text })) });
export type Wordings = z.infer<typeof Wordings>;

const Resting = z.strictObject({ id: Text, question: Text, risk: z.enum(["none", "money", "freedom"]) });
export const EndingProvision = z.strictObject({ provision: ProvisionItem, entries: z.array(Resting), tools: z.array(Text) });
export type EndingProvision = z.infer<typeof EndingProvision>;
export const ImpactList = z.strictObject({ ending: z.array(EndingProvision), days: z.number() });

export const NewNotice = z.strictObject({
  about: z.string().min(3).max(120),
  text: z.string().trim().min(20).max(1000),
  entries: z.array(z.string().max(120)).min(1).max(40),
  since: z.number().int().min(0),
});
export const Reach = z.strictObject({ told: z.number(), sendable: z.number(), closed: z.number(), sent: z.number() });
export type Reach = z.infer<typeof Reach>;
export const NoticeItem = z.strictObject({
  id: Text,
  about: Text,
  text: Text,
  entries: z.array(Text),
  since: Time,
  state: z.enum(["draft", "approved"]),
  author: Person,
  decidedBy: Person.optional(),
  mine: z.boolean(),
  reach: Reach,
});
export type NoticeItem = z.infer<typeof NoticeItem>;
export const NoticeList = z.strictObject({ notices: z.array(NoticeItem) });

/** What became of a sheet: drafts of all its rows, or what is wrong in which row and nothing taken. */
export const SheetTaken = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("taken"), added: z.number(), unchanged: z.number(), toMend: z.number() }),
  z.strictObject({ kind: z.literal("faulty"), problems: z.array(z.strictObject({ row: z.number(), says: Text })) }),
]);
export type SheetTaken = z.infer<typeof SheetTaken>;

export type { EntryDraft };
