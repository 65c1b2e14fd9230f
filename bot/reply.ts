import type { DangerKind, Hotline } from "../knowledge/hotline.ts";
import type { Progress } from "../knowledge/interviews/next-step.ts";
import type { Citation } from "../knowledge/passage.ts";
import type { Day } from "../knowledge/provision.ts";
import type { KeptInterview } from "./interview/kept-interview.ts";

/** Gravest first: the outcome of a reply with several parts is the first of these among them. */
export const outcomes = [
  "safety",
  "scam-warning",
  "hand-over",
  "answer",
  "ask-back",
  "interview",
  "decline",
  "command",
  "small-talk",
] as const;
export type Outcome = (typeof outcomes)[number];

/** One tap: what the button says, and what it means when it comes back. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  /** The label at length, where there is room. */
  readonly says?: string | undefined;
}

export type HandOverReason = "asked" | "unknown" | "risky" | "failed-twice" | "unreadable" | "danger";

export type Command = "erase" | "erased" | "help" | "restart" | "leave";

interface Said {
  /** Paragraphs separated by an empty line; lists as lines starting with "- " or "1. ". Plain text, never markup. */
  readonly text: string;
  /** The paragraph that matters most, where it is not the first. */
  readonly headline?: string | undefined;
  readonly choices: readonly Choice[];
}

export type AnswerPart = Said & {
  readonly outcome: "answer";
  readonly entry: string;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly inForceFrom: Day;
};

/** A question of a guided interview, what it says back, or that it waits. */
export type StepPart = Said & { readonly outcome: "interview"; readonly interview: string; readonly progress?: Progress };

/** What a guided interview came to: its name, and the law the result rests on. */
export type ResultPart = Said & {
  readonly outcome: "interview";
  readonly interview: string;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly inForceFrom: Day;
};

export type ReplyPart =
  | AnswerPart
  | (Said & { readonly outcome: "ask-back" })
  | StepPart
  | ResultPart
  /** Of an interview that came to nothing a machine may say: what it found so far, and the law there is. */
  | (Said & {
      readonly outcome: "hand-over";
      readonly reason: HandOverReason;
      readonly interview?: string;
      readonly citations?: readonly Citation[];
    })
  | (Said & { readonly outcome: "safety"; readonly danger: DangerKind; readonly hotlines: readonly [Hotline, ...Hotline[]] })
  | (Said & { readonly outcome: "scam-warning"; readonly entry: string; readonly citations: readonly [Citation, ...Citation[]] })
  | (Said & { readonly outcome: "decline"; readonly reason: "outside" | "unlawful" })
  | (Said & { readonly outcome: "small-talk" })
  | (Said & { readonly outcome: "command"; readonly command: Command });

/** Why the bot said what it said: ids and numbers only, never the person's words. */
export interface Trace {
  readonly understood: string;
  readonly library: string;
  readonly candidates: readonly { readonly entry: string; readonly probability: number }[];
  /** What a language model had to do with it: "used", or why its words were not. */
  readonly model?: { readonly rewriting?: string; readonly rephrasing?: string };
  /** Whether it was searched by meaning as well as by words, or why not. */
  readonly meaning?: string;
  /** The guided interview and the question it asks, never an answer. */
  readonly interview?: { readonly slug: string; readonly at: string };
}

/** The closed list of what the bot may say. An answer cannot be built without a citation, a hand-over not without a reason. */
export interface Reply {
  readonly outcome: Outcome;
  readonly parts: readonly [ReplyPart, ...ReplyPart[]];
  /** 0..1: how sure the bot is that this is the right thing to say. */
  readonly confidence: number;
  readonly trace: Trace;
  /** The interview to be kept with the conversation from now on; absent = as it was. */
  readonly interview?: KeptInterview | undefined;
}

export function gravest(parts: readonly [ReplyPart, ...ReplyPart[]]): Outcome {
  const said = new Set<Outcome>(parts.map((part) => part.outcome));
  return outcomes.find((outcome) => said.has(outcome)) ?? parts[0].outcome;
}

export function citationsOf(part: ReplyPart): readonly Citation[] {
  return "citations" in part ? (part.citations ?? []) : [];
}
