/** The desk's own tables. What is written there of a conversation is sealed with its key, and goes when it goes. */
export interface DeskTables {
  case_snoozes: { escalation_id: string; until: number; sequence: number };
  conversation_reads: { conversation_id: string; staff_id: string; sequence: number; at: number };
  case_notes: { id: string; escalation_id: string; conversation_id: string; staff_name: string; body: string; at: number };
  case_drafts: { escalation_id: string; staff_id: string; conversation_id: string; client_id: string; body: string; at: number };
  held_answers: {
    id: string;
    escalation_id: string;
    conversation_id: string;
    staff_id: string;
    staff_name: string;
    client_id: string;
    body: string;
    at: number;
    state: "waiting" | "returned";
    note: string | null;
  };
  /** `tried`: staff ids, as JSON, who had it offered and let it pass. */
  case_offers: { escalation_id: string; staff_id: string; until: number; tried: string };
  case_alarms: { escalation_id: string; danger: number; at: number };
  canned_replies: { id: string; title: string; body: string; staff_name: string; at: number };
  staff_duty: { staff_id: string; on_duty: number; at: number };
  /** One row, as JSON. */
  desk_settings: { id: string; body: string };
}
