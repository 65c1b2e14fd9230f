import type { Instant } from "../store.ts";

/** `stop` = a planned stop, which must be announced ahead of time. */
export const noticeKinds = ["notice", "stop"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Words of the service itself to everybody, shown from `from` until `until`. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Name of the colleague. */
  readonly by: string;
  readonly at: Instant;
}

/** The machine on every channel; other switches are named after their channel. */
export const machineSwitch = "machine";

/** What was switched off, by whom and why. The reason is for colleagues. */
export interface SwitchedOff {
  readonly name: string;
  readonly reason: string;
  readonly by: string;
  readonly since: Instant;
  /** Who switched it on again, and when; absent = it is off. */
  readonly ended?: { readonly by: string; readonly at: Instant };
}

export interface SearchCount {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly found: number;
  readonly nothing: number;
}

/** Notices, kill switches, and how often a search found something: never what was looked for. */
export interface NoticesStore {
  addNotice(notice: Omit<Notice, "id">): Promise<string>;
  /** False when it is over or was taken back before. */
  withdrawNotice(id: string, by: string, at: Instant): Promise<boolean>;
  /** Those that are not over, soonest first. */
  readNotices(at: Instant): Promise<readonly Notice[]>;
  /** False when it is off already: the first reason stands. */
  switchOff(off: Omit<SwitchedOff, "ended">): Promise<boolean>;
  switchOn(name: string, by: string, at: Instant): Promise<boolean>;
  readSwitchedOff(): Promise<readonly SwitchedOff[]>;
  /** What was switched, newest first, for whoever asks later. */
  readSwitchHistory(limit: number): Promise<readonly SwitchedOff[]>;
  countSearch(day: string, found: boolean): Promise<void>;
  readSearchCounts(from: string, to: string): Promise<readonly SearchCount[]>;
}
