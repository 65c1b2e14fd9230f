import { type InvertedIndex, scoresOf, type Weights } from "./inverted-index.ts";
import { type TermTable, valueIn } from "./term-table.ts";

/** Every way the entries are asked. Plain data. */
export interface AskingIndex {
  readonly entries: number;
  readonly index: InvertedIndex;
  /** Which entry each asking belongs to. */
  readonly owners: Int32Array;
  readonly lengths: Float32Array;
  readonly masses: Float32Array;
}

/** How near the ways an entry is asked are to a question; one place for each entry. */
export interface Nearness {
  /** Mean cosine with the three nearest. */
  readonly likeness: Float64Array;
  /** How much of the nearest one the question says. */
  readonly said: Float64Array;
}

/** `askings[i]` are the terms of every way entry `i` is asked, all of them inverted in `index`; `telling` says how much a term counts. */
export function indexAskings(
  askings: readonly (readonly ReadonlySet<string>[])[],
  { index, telling }: { readonly index: InvertedIndex; readonly telling: Weights },
): AskingIndex {
  const all = askings.flat();
  const sum = (terms: Iterable<string>, power: number) => {
    let total = 0;
    for (const term of terms) total += (telling.get(term) ?? 0) ** power;
    return total || 1;
  };
  return {
    entries: askings.length,
    index,
    owners: Int32Array.from(askings.flatMap((list, entry) => list.map(() => entry))),
    lengths: Float32Array.from(all, (terms) => Math.sqrt(sum(terms, 2))),
    masses: Float32Array.from(all, (terms) => sum(terms, 1)),
  };
}

export function nearnessTo(terms: Weights, { entries, index, owners, lengths, masses }: AskingIndex, telling: TermTable): Nearness {
  const inAskings = [...terms].map(([term, weight]) => ({ term, weight, there: valueIn(telling, term) ?? 0 }));
  const products = scoresOf(
    index,
    inAskings.map(({ term, weight, there }) => [term, weight * there] as const),
  );
  const said = scoresOf(
    index,
    inAskings.map(({ term, there }) => [term, there] as const),
  );
  const length = Math.hypot(...terms.values()) || 1;
  const cosines = products.map((product, at) => product / (length * (lengths[at] ?? 1)));
  const { nearest, ofThree } = nearestOfEach(cosines, owners, entries);
  return { likeness: ofThree, said: Float64Array.from(nearest, (at) => (said[at] ?? 0) / (masses[at] ?? 1)) };
}

function nearestOfEach(cosines: Float64Array, owners: Int32Array, entries: number) {
  const best = new Float64Array(entries);
  const second = new Float64Array(entries);
  const third = new Float64Array(entries);
  const nearest = new Int32Array(entries);
  cosines.forEach((cosine, asking) => {
    const entry = owners[asking] ?? 0;
    if (cosine > (best[entry] ?? 0)) {
      third[entry] = second[entry] ?? 0;
      second[entry] = best[entry] ?? 0;
      best[entry] = cosine;
      nearest[entry] = asking;
    } else if (cosine > (second[entry] ?? 0)) {
      third[entry] = second[entry] ?? 0;
      second[entry] = cosine;
    } else if (cosine > (third[entry] ?? 0)) third[entry] = cosine;
  });
  return { nearest, ofThree: best.map((cosine, entry) => (cosine + (second[entry] ?? 0) + (third[entry] ?? 0)) / 3) };
}
