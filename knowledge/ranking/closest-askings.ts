import type { InvertedIndex, TermCounts, Weights } from "./inverted-index.ts";
import { type TermTable, valueIn } from "./term-table.ts";

/** Every way the entries are asked. Plain data. */
export interface AskingIndex {
  /** In how many askings each term stands. */
  readonly counts: TermCounts;
  /** Where the askings of each entry begin; one more than there are entries. */
  readonly firsts: Uint32Array;
  /** Where the terms of each asking begin; one more than there are askings. */
  readonly begins: Uint32Array;
  /** The terms of all askings, one after another, as numbers of `counts`. */
  readonly terms: Uint32Array;
  readonly lengths: Float32Array;
  readonly masses: Float32Array;
}

/** How near the ways an entry is asked are to a question. */
export interface Nearness {
  /** Mean cosine with the three nearest. */
  readonly likeness: number;
  /** How much of the nearest one the question says. */
  readonly said: number;
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
  const { size, numbers, starts } = index;
  return {
    counts: { size, numbers, starts },
    firsts: runningTotal(askings.map(({ length }) => length)),
    begins: runningTotal(all.map((terms) => terms.size)),
    terms: Uint32Array.from(all.flatMap((terms) => [...terms].map((term) => valueIn(numbers, term) ?? 0))),
    lengths: Float32Array.from(all, (terms) => Math.sqrt(sum(terms, 2))),
    masses: Float32Array.from(all, (terms) => sum(terms, 1)),
  };
}

function runningTotal(amounts: readonly number[]): Uint32Array {
  const totals = new Uint32Array(amounts.length + 1);
  amounts.forEach((amount, at) => {
    totals[at + 1] = (totals[at] ?? 0) + amount;
  });
  return totals;
}

/** Tells of any one entry, by its place, how near it is to a question of these terms. */
export function openNearness(terms: Weights, index: AskingIndex, telling: TermTable): (entry: number) => Nearness {
  const { counts, firsts, begins, terms: numbers, lengths, masses } = index;
  const length = Math.hypot(...terms.values()) || 1;
  // For each term of the askings what it adds where it stands.
  const products = new Float64Array(counts.starts.length);
  const there = new Float64Array(counts.starts.length);
  for (const [term, weight] of terms) {
    const number = valueIn(counts.numbers, term);
    if (number === undefined) continue;
    there[number] = valueIn(telling, term) ?? 0;
    products[number] = weight * (there[number] ?? 0);
  }
  return (entry) => {
    let [best, second, third, said] = [0, 0, 0, 0];
    for (let asking = firsts[entry] ?? 0; asking < (firsts[entry + 1] ?? 0); asking++) {
      let [product, sum] = [0, 0];
      for (let at = begins[asking] ?? 0; at < (begins[asking + 1] ?? 0); at++) {
        const number = numbers[at] ?? 0;
        product += products[number] ?? 0;
        sum += there[number] ?? 0;
      }
      const cosine = product / (length * (lengths[asking] ?? 1));
      if (cosine > best) {
        [best, second, third] = [cosine, best, second];
        said = sum / (masses[asking] ?? 1);
      } else if (cosine > second) [second, third] = [cosine, second];
      else if (cosine > third) third = cosine;
    }
    return { likeness: (best + second + third) / 3, said };
  };
}
