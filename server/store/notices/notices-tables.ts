export interface NoticesTables {
  notices: {
    id: string;
    kind: string;
    text: string;
    from_at: number;
    until_at: number;
    made_by: string;
    made_at: number;
    withdrawn_by: string | null;
    withdrawn_at: number | null;
  };
  /** One row each time something was switched off; `open` is 1 until it is on again, and then nothing. */
  switches: {
    id: string;
    name: string;
    open: number | null;
    reason: string;
    off_by: string;
    off_at: number;
    on_by: string | null;
    on_at: number | null;
  };
  search_counts: { day: string; found: number; nothing: number };
}
