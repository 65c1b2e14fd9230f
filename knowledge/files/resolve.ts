import type { WrittenEntry } from "../entry.ts";
import type { Entry } from "../passage.ts";
import { type Confidence, Confidence as Confidences, type Day, type InForce, type Provision, type WrittenDocument } from "../provision.ts";

/** A written document's provisions, each with the dates and check it takes from the document. */
export function provisionsOf(written: WrittenDocument): readonly Provision[] {
  const { provisions, ...document } = written;
  return provisions.map((provision) => ({
    ...provision,
    document,
    inForce: provision.inForce ?? document.inForce,
    checked: provision.checked ?? document.checked,
  }));
}

/** The entry with its provisions looked up, or what is missing. */
export function resolveEntry(
  entry: WrittenEntry,
  provisions: ReadonlyMap<string, Provision>,
): { readonly value: Entry } | { readonly missing: readonly string[] } {
  const missing = [...entry.basis, ...entry.formerly].filter((id) => !provisions.has(id));
  const [first, ...others] = entry.basis.flatMap((id) => provisions.get(id) ?? []);
  if (missing.length > 0 || first === undefined) return { missing };
  const basis = [first, ...others] as const;
  return {
    value: {
      ...entry,
      basis,
      formerly: entry.formerly.flatMap((id) => provisions.get(id) ?? []),
      inForce: commonDays(basis.map((provision) => provision.inForce)),
      confidence: weakest(basis.map((provision) => provision.confidence)),
    },
  };
}

/** The days all periods share; empty periods end before they begin. */
function commonDays(periods: readonly InForce[]): InForce {
  const from = periods.map((period) => period.from).reduce((a, b) => (a > b ? a : b));
  const ends = periods.flatMap((period) => period.to ?? []);
  const [first, ...others] = ends;
  if (first === undefined) return { from };
  const to = others.reduce<Day>((a, b) => (a < b ? a : b), first);
  return { from, to };
}

function weakest(all: readonly Confidence[]): Confidence {
  return Confidences.options.findLast((confidence) => all.includes(confidence)) ?? "chưa xác minh";
}
