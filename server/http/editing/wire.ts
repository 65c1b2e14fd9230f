import type * as shapes from "./shapes.ts";

// What the pages see of the knowledge's routes; shapes.ts checks it on the server, so that no library is loaded for it here.

const base = "/api/console/knowledge";

export const editingPaths = {
  /** GET → EntryList. */
  entries: `${base}/entries`,
  /** GET ?id= → OneEntry. */
  entry: `${base}/entry`,
  /** GET ?q= or ?ids= → ProvisionList. */
  provisions: `${base}/provisions`,
  /** POST { draft, withdrawn } → Checked. */
  check: `${base}/check`,
  /** POST { draft, withdrawn } → { id }; below it GET → Revision, POST /save, /submit, /take-back, /send-back, /approve, /drop. */
  revisions: `${base}/revisions`,
  /** GET → CaseList; POST { conversation } → { id } of a draft made from it. */
  cases: `${base}/cases`,
  /** GET → UnansweredList; below it GET /wordings?entry= → Wordings. */
  unanswered: `${base}/unanswered`,
  /** GET ?of= → ImpactList: what ends within 90 days, or rests on a document or provision. */
  impact: `${base}/impact`,
  /** GET → NoticeList; POST NewNotice → { id }; below it POST /reach (NewNotice) → Reach, /:id/approve, /:id/drop, /:id/send → Reach. */
  notices: `${base}/notices`,
  /** GET → .xlsx of all entries; POST { file: base64 } → SheetTaken. */
  sheet: `${base}/sheet`,
  /** GET → .xlsx to be filled in. */
  template: `${base}/sheet/template`,
} as const;

export type EntryDraft = shapes.EntryDraft;
export type EntryItem = shapes.EntryItem;
export type EntryList = shapes.EntryList;
export type OneEntry = shapes.OneEntry;
export type RevisionItem = shapes.RevisionItem;
export type Revision = shapes.Revision;
export type ProblemItem = shapes.ProblemItem;
export type ProvisionItem = shapes.ProvisionItem;
export type ProvisionList = shapes.ProvisionList;
export type DifferenceLine = shapes.DifferenceLine;
export type SheetTaken = shapes.SheetTaken;
export type ClosedCaseItem = shapes.ClosedCaseItem;
export type UnansweredGroup = shapes.UnansweredGroup;
export type Wordings = shapes.Wordings;
export type EndingProvision = shapes.EndingProvision;
export type NoticeItem = shapes.NoticeItem;
export type Reach = shapes.Reach;
export type Checked = shapes.Checked;
