import type { EntryDraft } from "../../editing/entry-draft.ts";
import type { Instant } from "../store.ts";
import type { NoticeStore } from "./notice-store.ts";

/** draft → submitted → approved → superseded by the next, or taken over by the files. */
export const revisionStates = ["draft", "submitted", "approved", "superseded", "taken-over"] as const;
export type RevisionState = (typeof revisionStates)[number];

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What a revision says. */
export interface RevisionWords {
  readonly draft: EntryDraft;
  /** It takes the entry out. */
  readonly withdrawn: boolean;
  /** `hashOfEntry` of the file it was made from. */
  readonly madeFrom: string | undefined;
}

/** One version of an entry, written in the console. */
export interface KeptRevision extends RevisionWords {
  readonly id: string;
  readonly state: RevisionState;
  readonly author: Person;
  /** How often it was saved: whoever saves says which he saw. */
  readonly edits: number;
  readonly changedAt: Instant;
  readonly submittedAt: Instant | undefined;
  /** Who approved it or sent it back, when, and with which words. */
  readonly decidedBy: Person | undefined;
  readonly decidedAt: Instant | undefined;
  readonly note: string | undefined;
  /** Counts approvals, over all entries. */
  readonly number: number | undefined;
  /** The conversation it was begun from is still there: what was said in it, with personal data hidden. */
  readonly material: CaseMaterial | undefined;
}

export interface CaseMaterial {
  readonly asked: readonly string[];
  readonly answered: readonly string[];
}

export interface NewRevision extends RevisionWords {
  /** Forgotten with the conversation, and so is a draft that nobody has approved. */
  readonly from?: { readonly conversation: string; readonly material: CaseMaterial };
}

/** A hand-over that is over: what a new answer may be made from. */
export interface ClosedCase {
  readonly conversation: string;
  readonly channel: string;
  readonly reason: string;
  readonly closedAt: Instant;
  readonly by: string;
  /** The entries that came nearest, best first. */
  readonly nearest: readonly string[];
}

/** A question the bot gave no answer to. */
export interface Unanswered {
  readonly conversation: string;
  readonly at: Instant;
  readonly outcome: "ask-back" | "hand-over";
  readonly nearest: string | undefined;
}

/** Entries written in the console. Whoever wrote a revision cannot approve it. */
export interface EditingStore extends NoticeStore {
  /** All of them or none. Gives their ids. */
  addRevisions(revisions: readonly NewRevision[], author: Person, at: Instant): Promise<readonly string[]>;
  /** By its author, while it is a draft, over what he saw last. */
  saveRevision(id: string, author: string, seen: { readonly edits: number }, words: RevisionWords, at: Instant): Promise<boolean>;
  submitRevision(id: string, author: string, at: Instant): Promise<boolean>;
  /** The author takes it back to write on. */
  takeBackRevision(id: string, author: string, at: Instant): Promise<boolean>;
  /** By somebody else than the author: with a note back to him. */
  sendBackRevision(id: string, by: Person, note: string, at: Instant): Promise<boolean>;
  /** By somebody else than the author, and as he saw it: it is what is answered from now on, and the one before is not. */
  approveRevision(id: string, by: Person, seen: { readonly edits: number }, at: Instant): Promise<boolean>;
  /** A draft of one's own is thrown away. */
  dropRevision(id: string, author: string): Promise<boolean>;
  readRevision(id: string): Promise<KeptRevision | undefined>;
  /** Of one entry, or every one in these states; newest first. */
  listRevisions(of: { readonly entry: string } | { readonly states: readonly RevisionState[] }): Promise<readonly KeptRevision[]>;
  /** Changes with every approval, in whatever process. */
  countApprovals(): Promise<number>;
  /** The files say the same by now. */
  noteTakenOver(ids: readonly string[], at: Instant): Promise<void>;

  listClosedCases(since: Instant, limit: number): Promise<readonly ClosedCase[]>;
  listUnanswered(since: Instant): Promise<readonly Unanswered[]>;
}
