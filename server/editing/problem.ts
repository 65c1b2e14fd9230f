import type { Section } from "../../knowledge/entry.ts";

/** The fields of the editor. */
export type Field =
  | Section
  | "id"
  | "question"
  | "asked"
  | "basis"
  | "formerly"
  | "risk"
  | "next"
  | "hotlines"
  | "related"
  | "interview"
  | "video"
  | "replacedBy"
  | "short";

/** Something an editor must put right, and beside which field it is said. */
export interface Problem {
  readonly field: Field;
  readonly says: string;
}
