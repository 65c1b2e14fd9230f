/** What a model is asked. The instructions are ours and fixed; what people or the library wrote goes into `given` and is data. */
export interface Prompt {
  readonly instructions: string;
  readonly given: Readonly<Record<string, string>>;
}

export const modelFailures = [
  /** No model is configured. */
  "off",
  /** The deadline, or too long without a sign of life. */
  "too-slow",
  /** Too many prompts at once, or in this hour, or it has failed too often just now: it was not asked. */
  "busy",
  "over-budget",
  "resting",
  "unreachable",
  /** It answered with an error of its own. */
  "refused",
  /** Its answer is empty, too long or not in the form asked for. */
  "garbled",
] as const;
export type ModelFailure = (typeof modelFailures)[number];

export type Written =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "failed"; readonly why: ModelFailure; readonly detail?: string };

/** A prompt in, a text or an honest failure out. Whatever comes out is a proposal: who asks must check it. */
export interface LanguageModel {
  /** How it is named in the log. */
  readonly name: string;
  /** Never throws, and is done soon after `deadline` is aborted. */
  write(prompt: Prompt, deadline: AbortSignal): Promise<Written>;
}

export const longestWritten = 2000;

export function failed(why: ModelFailure, detail?: string): Written {
  return { kind: "failed", why, ...(detail !== undefined && { detail }) };
}
