import type { ConversationId } from "../../../bot/message.ts";
import type { Escalation, EscalationId } from "../../escalation/escalation.ts";
import type { OutgoingMessage } from "../../outgoing.ts";
import type { Instant } from "../store.ts";
import type { CannedReply, DeskSettings } from "./desk-settings.ts";

/** A case as it stands on the desk of one member of staff. */
export interface DeskRow {
  readonly escalation: Escalation;
  /** Messages of the person since this member read last; since a counsellor last spoke, for who has never looked. */
  readonly unread: number;
  /** A case that nobody has opened, or danger that nobody has read. */
  readonly unseen: boolean;
  readonly snoozedUntil: Instant | undefined;
  /** Whose turn it is to take it; everybody may. */
  readonly offer: { readonly staff: string; readonly name: string; readonly until: Instant } | undefined;
  /** The entry the bot came nearest to. */
  readonly candidate: string | undefined;
  readonly awaitsApproval: boolean;
}

export interface CaseNote {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/** Words begun and not sent; `clientId` makes sending them twice harmless. */
export interface Draft {
  readonly clientId: string;
  readonly text: string;
  readonly at: Instant;
}

/** An answer that waits for a supervisor, or came back from one. */
export interface HeldAnswer {
  readonly id: string;
  readonly escalation: EscalationId;
  readonly staff: string;
  readonly name: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: Instant;
  readonly state: "waiting" | "returned";
  /** Why it came back. */
  readonly note: string | undefined;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Has the console open. */
  readonly isHere: boolean;
  readonly onDuty: boolean;
  /** Cases in hand. */
  readonly open: number;
}

/** One move of a case, with what the person is told of it. */
export interface Move {
  readonly id: EscalationId;
  /** Who makes it, or holds the case. */
  readonly staff: string;
  readonly at: Instant;
  readonly leaseMs: number;
  readonly says: OutgoingMessage;
}

/** What counsellors do beside answering: how they find, put off, pass on and agree. Every verb is one transaction. */
export interface DeskStore {
  /** Every open case as this member sees it, in the order of the queue. */
  readDesk(staff: string, at: Instant): Promise<readonly DeskRow[]>;
  /** The cases closed last, the newest first. */
  readClosed(limit: number): Promise<readonly Escalation[]>;
  /** The entry the bot came nearest to in this conversation. */
  readCandidate(conversation: ConversationId): Promise<string | undefined>;
  noteRead(id: EscalationId, staff: string, sequence: number, at: Instant): Promise<void>;
  /** Puts a case off that this member holds and that is no danger; the claim lasts until then and a lease longer. False: not so. */
  snoozeCase(id: EscalationId, staff: string, until: Instant, leaseMs: number): Promise<boolean>;
  /** Cases whose time has come, whose person wrote, or where danger appeared; given conversations. */
  wakeCases(at: Instant, leaseMs: number): Promise<readonly ConversationId[]>;
  /** Compare-and-set: from `staff`, who holds it, to a colleague. */
  passCase(move: Move, to: string): Promise<"passed" | "not-theirs" | "full">;
  /** A closed case is this member's again. `gone`: it is open, another one of that conversation is, or it is erased. */
  reopenCase(move: Move): Promise<"reopened" | "full" | "gone">;

  addNote(id: EscalationId, by: { readonly id: string; readonly name: string }, text: string, at: Instant): Promise<CaseNote | undefined>;
  readNotes(id: EscalationId): Promise<readonly CaseNote[]>;
  /** An empty text forgets it. */
  saveDraft(id: EscalationId, staff: string, draft: Draft): Promise<void>;
  readDraft(id: EscalationId, staff: string): Promise<Draft | undefined>;

  readDeskSettings(): Promise<DeskSettings>;
  saveDeskSettings(settings: DeskSettings): Promise<void>;
  listCanned(): Promise<readonly CannedReply[]>;
  /** New without an id; false when that reply is gone. */
  saveCanned(reply: Omit<CannedReply, "id" | "at"> & { readonly id?: string }, at: Instant): Promise<boolean>;
  removeCanned(id: string): Promise<void>;

  setOnDuty(staff: string, onDuty: boolean, at: Instant): Promise<void>;
  /** Everybody who answers people; here = spoke to us since then. */
  readColleagues(since: Instant): Promise<readonly Colleague[]>;
  /** Offers each waiting case to who is there, on duty and has the fewest; an offer that ran out goes to the next. True when there was one. */
  offerCases(offering: { readonly at: Instant; readonly since: Instant; readonly lastsMs: number }): Promise<boolean>;
  declineOffer(id: EscalationId, staff: string, at: Instant): Promise<void>;

  /** Holds an answer back for a supervisor; renews the claim. False when the case is not theirs. */
  holdAnswer(move: Omit<Move, "says">, answer: { readonly clientId: string; readonly text: string }): Promise<boolean>;
  readHeldAnswer(id: EscalationId): Promise<HeldAnswer | undefined>;
  /** Sends it as its author's, once. `gone`: somebody decided before, or the case is not the author's any more. */
  approveAnswer(held: HeldAnswer, pieces: readonly OutgoingMessage[], at: Instant, leaseMs: number): Promise<"sent" | "gone">;
  returnAnswer(id: string, note: string): Promise<boolean>;

  /** Cases nobody has seen for so long (danger: at all) and of which nobody was told; each is given once. */
  takeUnseen(at: Instant, afterMs: number): Promise<readonly Escalation[]>;
  /** It could not be told: give it again. */
  untakeUnseen(id: EscalationId): Promise<void>;
}
