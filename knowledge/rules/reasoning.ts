import type { Day } from "../provision.ts";
import { type DocumentId, isCurrent, type ProvisionId, writtenArticle } from "./cited-law.ts";

/** One plain sentence and the provisions that carry it. */
export interface Step {
  readonly says: string;
  readonly rests: readonly ProvisionId[];
}

export function step(says: string, ...rests: readonly ProvisionId[]): Step {
  return { says, rests };
}

/** Of several wordings, those whose law is in force on the day: an old rule and the one that replaced it stand side by side. */
export function inForceOn<Some extends Pick<Step, "rests">>(asOf: Day, steps: readonly Some[]): readonly Some[] {
  return steps.filter(({ rests }) => rests.every((id) => isCurrent(id, asOf)));
}

export function saysOf(steps: readonly Step[]): string[] {
  return steps.map(({ says }) => says);
}

export interface Reasons {
  /** What decides: "Điều 3.1.a"; articles of another than the main document carry its name. */
  because: string[];
  /** Ids of every provision that something in the result rests on. */
  basis: string[];
  working: string[];
  doubts: string[];
}

interface Argument {
  /** The steps that decide; every step of the working where nothing more is said. */
  readonly deciding?: readonly Step[];
  readonly working: readonly Step[];
  /** Said elsewhere in the result: papers, places, other ways. */
  readonly also?: readonly Step[];
  readonly doubts: readonly string[];
  /** The document whose articles go without its name. */
  readonly main?: DocumentId;
}

export function conclude({ working, deciding = working, also = [], doubts, main }: Argument): Reasons {
  return {
    because: unique(deciding.flatMap(({ rests }) => rests.map((id) => writtenArticle(id, main)))),
    basis: unique([...deciding, ...working, ...also].flatMap(({ rests }) => rests)),
    working: unique(saysOf(working)),
    doubts: unique(doubts),
  };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
