import type { EntryKind, WrittenEntry } from "./entry.ts";
import type { Confidence, Day, InForce, Provision } from "./provision.ts";

/** Points at one provision in a way a person can check and a program can compare. */
export interface Citation {
  /** Provision id, `document/article.clause.point`. */
  readonly provision: string;
  /** The document's printed number: "22/2023/QĐ-TTg". */
  readonly document: string;
  /** The bare number; empty where only the document as a whole is known. */
  readonly article: string;
  readonly clause?: string;
  readonly point?: string;
  readonly inForceFrom: Day;
  /** "Điều 3 khoản 1 điểm a Quyết định 22/2023/QĐ-TTg". */
  readonly label: string;
  /** Path of the page of that provision on our own site. */
  readonly page: string;
}

/** An entry with its legal basis looked up: what the bot may quote, and on which days. */
export type Entry = Omit<WrittenEntry, "basis" | "formerly"> & {
  readonly basis: readonly [Provision, ...Provision[]];
  readonly formerly: readonly Provision[];
  /** The days on which all of the basis is in force. */
  readonly inForce: InForce;
  /** The weakest confidence in the basis. */
  readonly confidence: Confidence;
};

/** One entry found for a question, with what the search knows of how well it fits. */
export interface Passage {
  readonly entry: Entry;
  /** 0..1: how likely it is, among all entries and none, that this one is what is asked for. */
  readonly probability: number;
  /** What speaks for it, in the order of `evidenceNames`. */
  readonly evidence: readonly number[];
}

export function cite(provision: Provision): Citation {
  const { article, clause, point, document } = provision;
  const parts = [article && `Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`, document.short];
  return {
    provision: provision.id,
    document: document.number,
    article: article ?? "",
    ...(clause !== undefined && { clause }),
    ...(point !== undefined && { point }),
    inForceFrom: provision.inForce.from,
    label: parts.filter((part) => part !== undefined && part !== "").join(" "),
    page: provisionPage(provision.id),
  };
}

export function provisionPage(id: string): string {
  return `/van-ban/${id}`;
}

export const kindOfFolder: Readonly<Record<string, EntryKind>> = { topics: "topic", warnings: "warning", rumours: "rumour" };
