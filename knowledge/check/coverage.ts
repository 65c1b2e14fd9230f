import type { Library } from "../library.ts";

/** A fact of the research the library is made from. */
export interface Fact {
  readonly id: string;
  /** Of confidence cao or trung bình: it must stand in the library, or be left out with a reason. */
  readonly mustStand: boolean;
}

export interface Coverage {
  readonly facts: number;
  readonly mustStand: number;
  readonly leftOut: number;
  /** In no provision, office, hotline or safety text. */
  readonly missing: readonly string[];
  /** In a provision that no answer rests on. */
  readonly unreachable: readonly string[];
  /** Named by the library or as left out, but no fact of the research. */
  readonly unknown: readonly string[];
}

/** The facts of a research file: list lines that start with a bold id and end with how sure it is. */
export function readFacts(text: string): readonly Fact[] {
  return [...text.matchAll(/^- \*\*([ABC]\d?-[A-Z]*-?[\d.]*\d[a-z]?)\.?\*\*(.*)$/gmu)].map(([, id = "", line = ""]) => {
    const sureness = line.slice(Math.max(line.lastIndexOf("]"), line.lastIndexOf("`")) + 1);
    return { id, mustStand: /cao|trung bình|TB/u.test(sureness) };
  });
}

/** Ids in the first column of a table of what is left out. */
export function readLeftOut(text: string): readonly string[] {
  return [...text.matchAll(/^\|\s*([ABC]\d?-[A-Z]*-?[\d.]*\d[a-z]?)\s*\|/gmu)].map(([, id = ""]) => id);
}

/** Holds the research against the library. */
export function coverage(facts: readonly Fact[], library: Library, leftOut: readonly string[]): Coverage {
  const carried = factsCarried(library);
  const reachable = factsReachable(library);
  const excused = new Set(leftOut);
  const known = new Set(facts.map(({ id }) => id));
  const due = facts.filter(({ id, mustStand }) => mustStand && !excused.has(id));
  return {
    facts: facts.length,
    mustStand: facts.filter(({ mustStand }) => mustStand).length,
    leftOut: excused.size,
    missing: due.filter(({ id }) => !carried.has(id)).map(({ id }) => id),
    unreachable: due.filter(({ id }) => carried.has(id) && !reachable.has(id)).map(({ id }) => id),
    unknown: [...carried, ...excused].filter((id) => !known.has(id)),
  };
}

function factsCarried(library: Library): ReadonlySet<string> {
  return new Set([...factsReachable(library), ...[...library.provisions.values()].flatMap(({ facts }) => facts)]);
}

function factsReachable({ entries, offices, hotlines, safety }: Library): ReadonlySet<string> {
  const basis = [...entries.values()].flatMap((entry) => [...entry.basis, ...entry.formerly]);
  return new Set([...basis, ...offices.values(), ...hotlines.values(), ...safety.values()].flatMap(({ facts }) => facts));
}
