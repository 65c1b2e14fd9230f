import type { KeptInterview } from "./interview/kept-interview.ts";
import type { Choice, Outcome } from "./reply.ts";

/** Who speaks now. The bot is silent while a counsellor does. */
export type Speaker = { readonly kind: "bot" } | { readonly kind: "waiting" } | { readonly kind: "counsellor"; readonly name: string };

/** One thing said, oldest first in a conversation. */
export type Turn =
  | { readonly from: "person"; readonly text: string }
  | {
      readonly from: "bot";
      readonly text: string;
      readonly outcome: Outcome;
      /** Entries the words came from. */
      readonly entries: readonly string[];
      readonly choices: readonly Choice[];
    }
  | { readonly from: "counsellor"; readonly text: string };

/** The last thing the person was told. */
export function lastFromUs({ turns }: Conversation): Exclude<Turn, { from: "person" }> | undefined {
  return turns.findLast((turn) => turn.from !== "person");
}

/** Entries the last thing answered came from; none when nothing was. */
export function answeredLast({ turns }: Conversation): readonly string[] {
  const last = turns.findLast((turn) => turn.from === "bot" && turn.entries.length > 0);
  return last?.from === "bot" ? last.entries : [];
}

/** What has been said and who speaks now. */
export interface Conversation {
  readonly speaker: Speaker;
  /** The latest turns, at most 20. */
  readonly turns: readonly Turn[];
  /** The bot must say (again) that it is a machine: first message, long pause, or after a counsellor. */
  readonly introduce: boolean;
  /** The guided interview that was begun last, however many turns ago. */
  readonly interview?: KeptInterview | undefined;
}
