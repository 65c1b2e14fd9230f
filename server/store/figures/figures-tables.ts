/** Counts and settings of the office, and what is needed to count nothing twice. */
export interface FiguresTables {
  /** What the agency has set: opening hours, service levels, how it is called. JSON as text. */
  office_settings: { name: string; body: string; version: number; changed_at: number; changed_by: string };
  /** What has been counted and not yet been added up; names nobody and no conversation. */
  count_marks: { day: string; what: string; label: string; amount: number };
  daily_counts: { day: string; what: string; label: string; amount: number };
  /** Answers of the last seven days, until it is known whether they sufficed; gone with their conversation. */
  open_answers: { id: string; conversation_id: string; topic: string; day: string; at: number };
  /** Moments of a case that are counted once. */
  case_marks: {
    escalation_id: string;
    conversation_id: string;
    danger_at: number | null;
    reached_at: number | null;
    replied_at: number | null;
  };
  /** Answers somebody has given their opinion of: a second tap counts nothing. */
  opinions: { conversation_id: string; entry: string };
  /** The words of each conversation, as hashes under our key that differ from one conversation to the next, up to a message. */
  archive_words: { conversation_id: string; words: string; upto: number };
}
