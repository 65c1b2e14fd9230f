import type { Step } from "../reasoning.ts";
import type { Applying } from "./applying.ts";
import type { Category } from "./categories.ts";
import type { LegalAidOutput } from "./legal-aid-output.ts";

/** What the law makes of the facts, before it is written out. */
export interface Judged {
  readonly verdict: LegalAidOutput["verdict"];
  readonly groups: readonly Category[];
  readonly open: LegalAidOutput["open"];
  readonly deciding: readonly Step[];
  readonly steps: readonly Step[];
  readonly applying: Applying | undefined;
  readonly otherHelp: readonly Step[];
  readonly doubts: readonly string[];
}

export const noJudgment: Judged = {
  verdict: "hand-over",
  groups: [],
  open: [],
  deciding: [],
  steps: [],
  applying: undefined,
  otherHelp: [],
  doubts: [],
};
