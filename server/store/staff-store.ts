import type { Instant } from "./store.ts";

/** Counsellors answer; editors keep the knowledge; supervisors approve and report; administrators keep people and machine. */
export const roles = ["counsellor", "editor", "supervisor", "administrator"] as const;
export type Role = (typeof roles)[number];

export interface StaffMember {
  readonly id: string;
  readonly login: string;
  /** The name people see when this person answers. */
  readonly name: string;
  readonly role: Role;
}

export interface StaffSecrets {
  readonly member: StaffMember;
  readonly passwordHash: string;
  /** Base32; kept encrypted at rest. */
  readonly totpSecret: string;
  /** The newest time step a code was accepted for: a code works once. */
  readonly lastTotpStep: number;
}

export interface NewStaffMember {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly totpSecret: string;
}

export interface Session {
  /** No secret. */
  readonly id: string;
  readonly staff: StaffMember;
  readonly signedInAt: Instant;
  readonly lastSeenAt: Instant;
  /** When password and code were last shown. */
  readonly provedAt: Instant;
}

/** Who may answer, and how they prove it. Tokens are stored as SHA-256 only. */
export interface StaffStore {
  hasStaff(): Promise<boolean>;
  /** A one-time link for a new member of staff. `token` is what the link carries. */
  addInvitation(token: string, role: Role, expiresAt: Instant, noted?: { readonly by: string; readonly at: Instant }): Promise<void>;
  readInvitation(token: string, at: Instant): Promise<Role | undefined>;
  /** Uses the invitation up and adds the member with its role, together; undefined when the invitation is gone or the login taken. */
  addStaff(token: string, member: NewStaffMember, at: Instant): Promise<StaffMember | undefined>;
  findStaff(login: string): Promise<StaffSecrets | undefined>;
  /** Atomic: true for exactly one caller per member and step. */
  useTotpStep(staff: string, step: number): Promise<boolean>;
  /** Counts an attempt on a login or address first, then says how many there were since `since`: parallel guesses are all counted. */
  countAttempt(key: string, at: Instant, since: Instant): Promise<number>;
  clearAttempts(key: string): Promise<void>;
  addSession(token: string, staff: string, at: Instant): Promise<void>;
  /** The session, its `lastSeenAt` moved to `at`; undefined when idle or old beyond the limits. */
  useSession(token: string, at: Instant, idleMs: number, absoluteMs: number): Promise<Session | undefined>;
  /** With `at`: its owner signs out, which is noted. */
  endSession(token: string, at?: Instant): Promise<void>;
  /** How many of those who answer people are there: they spoke to us since then, and are not taking a break. */
  countPresentStaff(since: Instant): Promise<number>;
  /** Without those who were switched off. */
  listStaff(): Promise<readonly StaffMember[]>;
}
