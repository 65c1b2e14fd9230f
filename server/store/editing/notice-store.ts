import type { OutgoingMessage } from "../../outgoing.ts";
import type { Instant } from "../store.ts";
import type { Person } from "./editing-store.ts";

/** A conversation in which an entry was told, and whether it can be written to. */
export interface Told {
  readonly conversation: string;
  readonly channel: string;
  readonly entries: readonly string[];
  /** Of which library. */
  readonly library: string;
  readonly at: Instant;
  readonly lastIncomingAt: Instant;
}

/** What people who were told an old rule are told now: written by one, approved by another, sent once. */
export interface Notice {
  readonly id: string;
  /** The provision or document it is about. */
  readonly about: string;
  readonly text: string;
  /** Told which entries, since when. */
  readonly entries: readonly string[];
  readonly since: Instant;
  readonly state: "draft" | "approved";
  readonly author: Person;
  readonly madeAt: Instant;
  readonly decidedBy: Person | undefined;
  readonly decidedAt: Instant | undefined;
  /** To how many conversations it went. */
  readonly sent: number;
}

export interface NoticeStore {
  /** In which one of the entries was told since then, and that are not erased. */
  listTold(entries: readonly string[], since: Instant): Promise<readonly Told[]>;
  addCorrection(notice: Pick<Notice, "about" | "text" | "entries" | "since">, author: Person, at: Instant): Promise<string>;
  listNotices(): Promise<readonly Notice[]>;
  /** By somebody else than the author. */
  approveNotice(id: string, by: Person, at: Instant): Promise<boolean>;
  dropNotice(id: string, author: string): Promise<boolean>;
  /** Once to a conversation, whoever asks and however often; only an approved one. */
  sendNotice(id: string, conversation: string, says: readonly OutgoingMessage[], at: Instant): Promise<boolean>;
  /** To which conversations it has gone. */
  listSent(id: string): Promise<readonly string[]>;
}
