import { z } from "zod";
import type { DangerKind, Hotline, SafetyWords } from "./hotline.ts";
import type { Interview } from "./interviews/interview.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Office } from "./office.ts";
import type { Entry } from "./passage.ts";
import { Day, type LegalDocument, type Provision } from "./provision.ts";
import type { Vocabulary } from "./words/vocabulary.ts";

/** `release.yaml`: what holds for the library as a whole. */
export const Release = z.strictObject({
  /** The day up to which the law was researched; what came after is not known. */
  researchedUntil: Day,
});

export type Release = z.infer<typeof Release>;

/** `topics.yaml`: what a folder of topics/ is called. */
export const Topic = z.strictObject({ id: z.string(), title: z.string().min(3).max(40) }).readonly();
export type Topic = z.infer<typeof Topic>;

/** Everything that is known, checked and looked up: one release, never changed after loading. */
export interface Library extends z.infer<typeof Release> {
  /** Short hash of all files: which release an answer came from. */
  readonly version: string;
  readonly documents: ReadonlyMap<string, LegalDocument>;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids that entries had before, and what they are called now: their addresses lead on. */
  readonly moved: ReadonlyMap<string, string>;
  /** In the order they are shown. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** By slug. */
  readonly interviews: ReadonlyMap<string, Interview>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly hotlines: ReadonlyMap<string, Hotline>;
  readonly safety: ReadonlyMap<DangerKind, SafetyWords>;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
}
