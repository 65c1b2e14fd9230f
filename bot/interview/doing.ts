import type { Answer } from "../../knowledge/interviews/state.ts";

/** What a person does with a guided interview, by a tap or in words. */
export type Doing = Beginning | Ongoing;

/** `words` were said before, and may tell facts of the case. */
export interface Beginning {
  readonly kind: "begin";
  readonly words: readonly string[];
}

/** What is done to one that has been begun. */
export type Ongoing =
  /** Read out of what was typed; said back first where the words were free. */
  | { readonly kind: "answer"; readonly answers: readonly Answer[]; readonly confirm: boolean }
  /** A button of a question, which may have been answered long ago. */
  | { readonly kind: "pick"; readonly question: string; readonly option: string }
  /** Nothing more to tick. */
  | { readonly kind: "ticked"; readonly question: string }
  /** To what was said back for the `said`th time; typed words mean what was said last. */
  | { readonly kind: "yes" | "no"; readonly said?: number }
  /** Answer one question otherwise; which one is asked where none is named. */
  | { readonly kind: "change"; readonly question?: string }
  | { readonly kind: "back" | "again" | "later" | "go-on" | "skip" | "send" }
  /** Understood, and it cannot be. */
  | { readonly kind: "refused"; readonly says: string }
  | { readonly kind: "unclear"; readonly text: string };

/** Which interview it is done to. */
export interface Done {
  readonly interview: string;
  readonly doing: Doing;
}
