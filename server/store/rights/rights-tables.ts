/** What this folder keeps; times are milliseconds since 1970, days are YYYY-MM-DD in Vietnam. */
export interface RightsTables {
  recovery_codes: { code_hash: string; staff_id: string; made_at: number; used_at: number | null };
  devices: {
    id: string;
    staff_id: string;
    token_hash: string;
    name: string;
    first_at: number;
    last_at: number;
    noticed_at: number | null;
  };
  resets: { token_hash: string; staff_id: string; expires_at: number };
  audit: {
    sequence: number;
    at: number;
    actor: string;
    act: string;
    object: string;
    object_id: string;
    detail: string;
    hash: string;
  };
  audit_head: { id: number; sequence: number; hash: string };
  data_requests: {
    id: string;
    kind: string;
    conversation_id: string | null;
    came_by: string;
    /** Who asks and how they are reached, sealed; gone with their conversation. */
    note: string | null;
    received_at: number;
    first_due: string;
    due: string;
    answered_at: number | null;
    extended_at: number | null;
    /** Sealed. */
    why_extended: string | null;
    done_at: number | null;
    outcome: string | null;
  };
  copies: {
    id: string;
    request_id: string;
    asked_by: string;
    asked_at: number;
    approved_by: string | null;
    approved_at: number | null;
    taken_at: number | null;
  };
}
