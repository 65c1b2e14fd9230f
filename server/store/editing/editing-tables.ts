export interface EditingTables {
  entry_revisions: {
    id: string;
    entry_id: string;
    state: string;
    /** Sealed: a draft may have been made from what somebody told. */
    words: string;
    withdrawn: number;
    made_from: string | null;
    author_id: string;
    author_name: string;
    edits: number;
    changed_at: number;
    submitted_at: number | null;
    decided_by: string | null;
    decided_name: string | null;
    decided_at: number | null;
    note: string | null;
    number: number | null;
    conversation_id: string | null;
    /** Sealed with the key of the conversation. */
    material: string | null;
  };
  /** One row: how many revisions were approved. Whoever approves holds it. */
  approvals: { id: number; number: number };
  correction_notices: {
    id: string;
    about: string;
    words: string;
    entries: string;
    since: number;
    state: "draft" | "approved";
    author_id: string;
    author_name: string;
    made_at: number;
    decided_by: string | null;
    decided_name: string | null;
    decided_at: number | null;
  };
  notice_receipts: { notice_id: string; conversation_id: string; at: number };
}
