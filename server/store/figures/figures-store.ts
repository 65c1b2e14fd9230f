import type { ConversationId } from "../../../bot/message.ts";

type Instant = number;

/** What the agency sets by itself. */
export type OfficeSetting = "hours" | "levels" | "agency";

export interface KeptSetting {
  readonly body: unknown;
  /** Counts changes; whoever saves says which one they had before them. */
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

export interface Change {
  /** 0 = there was none. */
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
}

/** So many of one kind on one day in Vietnam; never a word of people. What the labels hold: count-kinds.ts. */
export interface Count {
  readonly day: string;
  readonly what: string;
  readonly label: string;
  readonly amount: number;
}

export interface ArchiveFind {
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly lastAt: Instant;
}

/** Settings of the office, figures by day, and the search of the archive. */
export interface FiguresStore {
  readOfficeSetting(name: OfficeSetting): Promise<KeptSetting | undefined>;
  /** Compare-and-set: false when somebody else has changed it since. */
  saveOfficeSetting(name: OfficeSetting, body: unknown, change: Change): Promise<boolean>;
  /** Both days included. `what` absent = everything. */
  readCounts(from: string, to: string, what?: readonly string[]): Promise<readonly Count[]>;
  /** Adds up what was counted, and settles answers nobody came back to for seven days. May be done at any time and by several at once. */
  settleFigures(at: Instant): Promise<void>;
  /** Makes what was said findable by its words, in conversations touched since then. Gives how many were done. */
  indexArchive(since: Instant, limit: number): Promise<number>;
  /** Conversations that may have all of these words, the latest first; the words stand in them with and without marks. */
  findInArchive(words: readonly string[], limit: number): Promise<readonly ArchiveFind[]>;
}
