import type { Kysely } from "kysely";
import type { DeskTables } from "./desk/desk-tables.ts";
import type { EditingTables } from "./editing/editing-tables.ts";
import type { FiguresTables } from "./figures/figures-tables.ts";
import type { NoticesTables } from "./notices/notices-tables.ts";
import type { RightsTables } from "./rights/rights-tables.ts";
import type { Seal } from "./seal.ts";

// Times are milliseconds since 1970; texts of people and bot are sealed (seal.ts); JSON is text, so that both databases keep the same.

export interface Tables extends NoticesTables, EditingTables, DeskTables, FiguresTables, RightsTables {
  conversations: {
    id: string;
    channel: string;
    account: string;
    sender_hash: string;
    sender: string | null;
    data_key: string | null;
    last_sequence: number;
    last_incoming_at: number;
    last_at: number;
    lease_epoch: number;
    lease_until: number;
    retry_at: number;
    paused_until: number;
    /** When, by the provider's clock, it was last given to somebody outside our console or back. */
    outside_at: number;
    introduce: number;
    /** The guided interview under way, sealed like what is said in it. */
    interview: string | null;
    forget_at: number | null;
    erased_at: number | null;
  };
  messages: {
    id: string;
    conversation_id: string;
    sequence: number;
    from_person: number;
    channel: string;
    account: string;
    provider_id: string | null;
    body: string | null;
    author: string | null;
    sent_at: number;
    at: number;
    handled_at: number | null;
    attempts: number;
    outcome: string | null;
    entries: string | null;
    trace: string | null;
  };
  deliveries: {
    id: string;
    message_id: string;
    conversation_id: string;
    channel: string;
    sequence: number;
    from_counsellor: number;
    state: "queued" | "sending" | "sent" | "unknown" | "undeliverable";
    attempt: number;
    due_at: number;
    started_at: number | null;
    provider_id: string | null;
    reason: string | null;
  };
  escalations: {
    id: string;
    conversation_id: string;
    channel: string;
    reason: string;
    risk: number;
    state: "waiting" | "claimed" | "closed";
    staff_id: string | null;
    staff_name: string | null;
    opened_at: number;
    claimed_at: number | null;
    lease_until: number;
    closed_at: number | null;
    why: string | null;
  };
  staff: {
    id: string;
    login: string;
    name: string;
    role: string;
    password_hash: string;
    totp_secret: string;
    last_totp_step: number;
    created_at: number;
    /** Switched off since then. */
    left_at: number | null;
  };
  invitations: { token_hash: string; role: string; expires_at: number };
  sessions: {
    token_hash: string;
    staff_id: string;
    signed_in_at: number;
    last_seen_at: number;
    id: string;
    /** The browser in words. */
    device: string;
    /** When password and code were last shown. */
    proved_at: number;
  };
  deletion_requests: { code: string; channel: string; at: number; found: number };
  attempts: { id: string; key_hash: string; at: number };
}

/** What every verb works with. */
export interface Base {
  readonly database: Kysely<Tables>;
  readonly seal: Seal;
  readonly newId: () => string;
  /** Channels whose messages must be carried to a provider. */
  readonly carried: ReadonlySet<string>;
}
