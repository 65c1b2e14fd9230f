/**
 * What is counted by day, and what its label holds, parts separated by "|". Topics and entries are ids of the library, times are the
 * buckets of wait-buckets.ts; there is nothing of anybody in them.
 */
export const countKinds = {
  /** Messages handled: channel | outcome. */
  turn: "turn",
  /** Questions with a subject: topic | outcome. */
  question: "question",
  /** Entries that were said: entry. */
  entry: "entry",
  /** Put before a person because the bot had no answer: nearest topic | reason. */
  unanswered: "unanswered",
  /** Cases opened: reason | risk. */
  opened: "opened",
  /** Signs of danger put before a person: nothing; and the time until one had it: bucket. */
  danger: "danger",
  dangerReached: "danger-reached",
  /** First answers of a person, and cases closed without one: risk | part of the day | open or shut | bucket, or never. */
  firstReply: "first-reply",
  /** First answers within the service level or not: risk | kept or broken. */
  level: "level",
  /** Cases closed: why | bucket. */
  closed: "closed",
  /** Answers seven days later: topic | alone, again, person, unknown (erased before). */
  settled: "settled",
  /** "Câu này giúp được không": entry | yes or no. */
  opinion: "opinion",
} as const;

export type Counted = readonly [what: (typeof countKinds)[keyof typeof countKinds], ...label: readonly string[]];
