import type { ConversationId } from "../../../bot/message.ts";
import type { Copy, DataRequest, NewRequest, RequestChange } from "../requests/request.ts";
import type { Role, StaffMember } from "../staff-store.ts";
import type { Act, ActName } from "./acts.ts";

export interface Colleague extends StaffMember {
  readonly leftAt: number | undefined;
  readonly lastSeenAt: number | undefined;
  readonly sessions: number;
  readonly codesLeft: number;
}

export interface NewSession {
  readonly token: string;
  readonly staff: string;
  /** The browser in words. */
  readonly device: string;
  /** What the browser keeps to be known again. */
  readonly deviceToken: string;
  /** A device of which its owner is not told: the one they enrol with. */
  readonly expected?: true;
  readonly at: number;
}

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: number;
  readonly lastSeenAt: number;
}

export interface NewDevice {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

/** Undefined = done. */
export type Refusal = "unknown" | "last-administrator" | undefined;

export interface NotedAct extends Required<Act> {
  readonly sequence: number;
}

export interface AuditFilter {
  readonly act?: ActName | undefined;
  readonly by?: string | undefined;
  readonly objectId?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** Only what was noted before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export type AuditCheck =
  | { readonly kind: "whole"; readonly count: number; readonly hash: string }
  /** The first one that does not follow from those before it. */
  | { readonly kind: "broken"; readonly sequence: number; readonly why: "changed" | "missing" | "cut-off" };

export interface Retaining {
  readonly at: number;
  readonly sessionIdleMs: number;
  readonly sessionAbsoluteMs: number;
}

export interface Retained {
  readonly sessions: number;
  readonly attempts: number;
  readonly links: number;
  readonly devices: number;
}

/** People's proofs and sessions, the audit log, requests about personal data, and what is not kept any longer. */
export interface RightsStore {
  /** Session, device and audit together; true when the member never signed in with that device. */
  beginSession(session: NewSession): Promise<boolean>;
  /** The member showed password and code once more. */
  proveSession(token: string, staff: string, at: number): Promise<void>;
  /** Which of these sessions still hold, and the role each has now; looks without touching them. */
  checkSessions(tokens: readonly string[], limits: { at: number; idleMs: number; absoluteMs: number }): Promise<ReadonlyMap<string, Role>>;
  listSessions(staff: string): Promise<readonly OwnSession[]>;
  /** One session by its id, or all but the one with that token. Gives how many ended. */
  endSessions(staff: string, which: { readonly id: string } | { readonly but: string }, at: number): Promise<number>;
  listNewDevices(staff: string): Promise<readonly NewDevice[]>;
  noticeDevice(staff: string, device: string, at: number): Promise<void>;
  /** In place of all codes before. */
  saveRecoveryCodes(staff: string, codes: readonly string[], at: number): Promise<void>;
  /** Atomic: true for exactly one caller per code. */
  useRecoveryCode(staff: string, code: string, at: number): Promise<boolean>;
  countRecoveryCodes(staff: string): Promise<number>;
  /** Ends all other sessions. */
  changePassword(staff: string, passwordHash: string, keep: string, at: number): Promise<void>;

  listColleagues(): Promise<readonly Colleague[]>;
  changeRole(staff: string, role: Role, by: string, at: number): Promise<Refusal>;
  /** Their sessions end, and the cases they hold go back. */
  switchOffMember(staff: string, by: string, at: number): Promise<Refusal>;
  switchOnMember(staff: string, by: string, at: number): Promise<Refusal>;
  /** A one-time link to a new second factor; one per member, the newest. */
  addReset(token: string, staff: string, by: string, times: { readonly at: number; readonly expiresAt: number }): Promise<Refusal>;
  /** Whose second factor the link is for. */
  readReset(token: string, at: number): Promise<{ readonly member: StaffMember; readonly passwordHash: string } | undefined>;
  /** Uses the link up: new secret, no codes, no sessions of before. False when it is gone. */
  resetSecondFactor(token: string, totpSecret: string, at: number): Promise<boolean>;

  /** For an act that writes nothing else; one that does notes it in its own transaction (note-act.ts). */
  noteAct(act: Act): Promise<void>;
  /** A transcript was read: once for each reader and case in ten minutes. */
  noteReading(by: string, escalation: string, at: number): Promise<void>;
  listAudit(filter: AuditFilter): Promise<readonly NotedAct[]>;
  verifyAudit(): Promise<AuditCheck>;
  /** The hash at that place, to compare with one that was written down elsewhere. */
  readAuditHash(sequence: number): Promise<string | undefined>;

  addDataRequest(request: NewRequest, by: string): Promise<string>;
  readDataRequest(id: string): Promise<DataRequest | undefined>;
  /** Open ones by what is due first, then those done, newest first. */
  listDataRequests(limit: number): Promise<readonly DataRequest[]>;
  /** False when it is done already, or extended already. */
  changeDataRequest(id: string, change: RequestChange, by: string): Promise<boolean>;
  /** The one living conversation whose id begins with the person's code. */
  findByCode(code: string): Promise<ConversationId | undefined>;
  /** Everything kept about a conversation, as plain data. */
  readKept(conversation: ConversationId): Promise<Readonly<Record<string, unknown>> | undefined>;

  askCopy(request: string, by: string, at: number): Promise<string | undefined>;
  listCopies(request: string): Promise<readonly Copy[]>;
  /** By somebody else than who asked. */
  approveCopy(copy: string, by: string, at: number): Promise<boolean>;
  /** By who asked, once, within a day of the approval. Gives what the copy is of. */
  takeCopy(copy: string, by: string, at: number): Promise<ConversationId | undefined>;

  /** Erases at most `limit` conversations that nobody touched since `before` and nobody waits for; each by itself. Gives which. */
  eraseUntouched(before: number, at: number, limit: number): Promise<readonly ConversationId[]>;
  /** Sessions, attempts, links and devices that are of no use any more. */
  clearUseless(retaining: Retaining): Promise<Retained>;
}
