import type { Library } from "../library.ts";
import type { Entry } from "../passage.ts";
import type { Day, Provision } from "../provision.ts";

export interface Impact {
  readonly provisions: readonly Provision[];
  /** Rest on one of the provisions today. */
  readonly entries: readonly Entry[];
  /** Quote one of them as the rule before. */
  readonly past: readonly Entry[];
  /** Made from the same facts. */
  readonly offices: readonly string[];
  readonly hotlines: readonly string[];
}

/** What to read again when a document (or one provision) changes; undefined when there is none of that id. */
export function impactOf(id: string, library: Library): Impact | undefined {
  const provisions = [...library.provisions.values()].filter((provision) => provision.id === id || provision.document.id === id);
  if (provisions.length === 0) return undefined;
  const touched = new Set(provisions);
  const facts = new Set(provisions.flatMap((provision) => provision.facts));
  const entries = [...library.entries.values()];
  const sameFacts = (list: Iterable<{ readonly id: string; readonly facts: readonly string[] }>) =>
    [...list].filter((item) => item.facts.some((fact) => facts.has(fact))).map((item) => item.id);
  return {
    provisions,
    entries: entries.filter(({ basis }) => basis.some((provision) => touched.has(provision))),
    past: entries.filter(({ formerly }) => formerly.some((provision) => touched.has(provision))),
    offices: sameFacts(library.offices.values()),
    hotlines: sameFacts(library.hotlines.values()),
  };
}

/** The library as if the document (or one provision) ended its force on that last day. */
export function endedOn(id: string, lastDay: Day, library: Library): Library {
  const end = (provision: Provision): Provision =>
    provision.id === id || provision.document.id === id ? { ...provision, inForce: { ...provision.inForce, to: lastDay } } : provision;
  const provisions = new Map([...library.provisions].map(([key, provision]) => [key, end(provision)]));
  const entries = new Map(
    [...library.entries].map(([key, entry]) => {
      const [first, ...others] = entry.basis;
      const ends = [first, ...others].some((provision) => end(provision) !== provision);
      const inForce =
        ends && (entry.inForce.to === undefined || entry.inForce.to > lastDay) ? { ...entry.inForce, to: lastDay } : entry.inForce;
      return [key, { ...entry, basis: [end(first), ...others.map(end)] as const, formerly: entry.formerly.map(end), inForce }];
    }),
  );
  return { ...library, provisions, entries };
}
