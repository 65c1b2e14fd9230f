import type { Day } from "../../provision.ts";
import type { ArticleId } from "./articles.ts";
import type { RecordFacts } from "./facts.ts";

/** What is known of the case after each step; every step adds to the one before. */
export interface Question {
  readonly facts: RecordFacts;
  readonly asOf: Day;
}

export interface UnderLaw extends Question {
  /** `juvenile`: Article 107 of the Penal Code as it stood to 31/12/2025. */
  readonly law: "general" | "juvenile";
}

export interface Branched extends UnderLaw {
  readonly branch: "automatic" | "court";
}

export interface Wait {
  readonly months: number;
  readonly article: ArticleId;
  /** The point of clause 2 it stands in, which decides whether a longer additional penalty moves the day. */
  readonly point: "a" | "b" | "c" | "d";
}

export interface Timed extends Branched {
  readonly wait: Wait;
}

export interface Started extends Timed {
  /** Day on which the main penalty was ended: the clock starts. */
  readonly startedOn: Day;
}

export interface Dated extends Started {
  readonly endsOn: Day;
  /** Last day of an additional penalty, where there is one that has a last day. */
  readonly additionalEndsOn: Day | null;
}

export interface Renewed extends Dated {
  readonly newConviction: "none" | "before-clearing" | "after-clearing";
  /** The day on which the period of the new conviction itself ends, where both must be waited for. */
  readonly newEndsOn: Day | null;
}
