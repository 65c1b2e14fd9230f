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
export type Checked = shapes.Checked;
