import type { z } from "zod";
import type { Step } from "../reasoning.ts";
import type { Condition, LoanOutput } from "./loan-output.ts";

/** One condition of the loan, looked at. */
export interface Finding extends Step {
  readonly name: string;
  readonly status: z.infer<typeof Condition>["status"];
  readonly doubts: readonly string[];
}

/** Conditions that may fail for good: while one of them is open, nothing else is worth saying. */
const decisive = new Set(["sentence", "five-years", "form", "share", "lawful"]);

/** Whether the verdict can no longer be "yes" or "not yet", whatever else is told. */
export function isSettled(findings: readonly Finding[]): boolean {
  return findings.some(({ name, status }) => status === "failed" || (status === "unknown" && decisive.has(name)));
}

export function verdictOf(findings: readonly Finding[]): LoanOutput["verdict"] {
  const statuses = new Set(findings.map(({ status }) => status));
  if (statuses.has("failed")) return "not-eligible";
  if (findings.some(({ name, status }) => status === "unknown" && decisive.has(name))) return "hand-over";
  if (statuses.has("not-yet")) return "not-yet";
  return statuses.has("unknown") ? "hand-over" : "conditions-met";
}

/** The findings the verdict rests on. */
export function decidingOf(findings: readonly Finding[], verdict: LoanOutput["verdict"]): readonly Finding[] {
  const deciding = { "not-eligible": "failed", "not-yet": "not-yet", "hand-over": "unknown", "conditions-met": "met" } as const;
  return findings.filter(({ status }) => status === deciding[verdict]);
}
