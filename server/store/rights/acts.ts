/** Everything the audit log can say that somebody did. A new kind is added here, and gets its words in web/console/rights/act-names.ts. */
export const acts = [
  "sign-in",
  "sign-in-failed",
  "sign-out",
  "prove",
  "prove-failed",
  "enrol",
  "invite",
  "role",
  "switch-off",
  "switch-on",
  "reset-link",
  "reset-second-factor",
  "password",
  "recovery-codes",
  "recovery-code-used",
  "end-session",
  "read-case",
  "read-conversation",
  "search-archive",
  "claim",
  "release",
  "pass-on",
  "claim-expired",
  "answer",
  "close",
  "reopen",
  "resume-bot",
  "request-registered",
  "request-answered",
  "request-extended",
  "request-done",
  "copy-asked",
  "copy-approved",
  "copy-taken",
  "erase",
  "retention",
  "settings",
  "knowledge-drafted",
  "knowledge-approved",
  "knowledge-withdrawn",
  "correction-approved",
  "correction-sent",
  "notice-posted",
  "notice-withdrawn",
  "machine-off",
  "machine-on",
  "report",
] as const;
export type ActName = (typeof acts)[number];

export interface Act {
  /** The id of a member of staff, or who acts without being one. */
  readonly by: string | "program" | "person" | "stranger";
  readonly act: ActName;
  /** What it was done to: a kind of thing and its id. */
  readonly object?: readonly [kind: string, id: string];
  /** Ids, kinds and numbers only: a value with a space in it is refused, for it may be words of people. */
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly at: number;
}
