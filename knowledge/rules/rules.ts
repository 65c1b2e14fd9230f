import { recordClearance } from "./record-clearance.ts";
import type { Rule } from "./rule.ts";

/** Every rule there is: the only list of them. */
export const rules: readonly Rule[] = [recordClearance];

export function findRule(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}
