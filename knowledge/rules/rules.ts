import { firstThirtyDays } from "./first-thirty-days/first-thirty-days.ts";
import { judicialRecord } from "./judicial-record/judicial-record.ts";
import { legalAid } from "./legal-aid/legal-aid.ts";
import { loan } from "./loan/loan.ts";
import { recordClearance } from "./record-clearance.ts";
import type { Rule } from "./rule.ts";

/** Every rule there is: the only list of them. */
export const rules: readonly Rule[] = [recordClearance, loan, legalAid, judicialRecord, firstThirtyDays];

export function findRule(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}
