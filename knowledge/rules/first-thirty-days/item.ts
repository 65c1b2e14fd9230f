import type { Day } from "../../provision.ts";
import type { ProvisionId } from "../cited-law.ts";
import type { Step } from "../reasoning.ts";
import type { FirstThirtyDaysInput } from "./first-thirty-days-input.ts";
import type { importances } from "./first-thirty-days-output.ts";

/** Something to do: what it says is what to do. */
export interface Item extends Step {
  readonly id: string;
  readonly importance: (typeof importances)[number];
  readonly where: string;
  readonly bring: readonly string[];
  /** Before anything with a date. */
  readonly urgent: boolean;
  readonly by: Day | null;
  readonly within: string | null;
  /** What follows when it is left undone; by the law of the day. */
  readonly ifNot: readonly Step[];
  readonly doubts: readonly string[];
}

export type Suggest = (facts: FirstThirtyDaysInput, asOf: Day) => readonly Item[];

type Needed = "id" | "importance" | "says" | "where";
type WrittenItem = Pick<Item, Needed> &
  Partial<Omit<Item, Needed | "rests">> & { readonly rests: readonly [ProvisionId, ...ProvisionId[]] };

export function item(written: WrittenItem): Item {
  return { bring: [], urgent: false, by: null, within: null, ifNot: [], doubts: [], ...written };
}

/** The items where their reason holds; those given as a function are made only then, so that no fact is read for nothing. */
export function when(holds: boolean, ...items: readonly (Item | (() => readonly Item[]))[]): readonly Item[] {
  return holds ? items.flatMap((each) => (typeof each === "function" ? each() : each)) : [];
}

export const commune = "Công an xã, phường nơi ở";
export const council = "Ủy ban nhân dân xã, phường nơi ở";
