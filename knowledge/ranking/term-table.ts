/**
 * A value for each of many terms, which themselves are not kept: 32 bits of a hash stand for a term at a place that further bits
 * chose. Plain data, a tenth of what a map of strings takes.
 */
export interface TermTable {
  /** 0 where a place is free; as many places as a power of two. */
  readonly hashes: Uint32Array;
  readonly values: Float32Array;
}

/** Whole values are kept exactly up to 2^24. Two terms that cannot be told apart are refused: none of ours are. */
export function tableOf(entries: ReadonlyMap<string, number>): TermTable {
  const places = 2 ** Math.ceil(Math.log2(entries.size * leastRoom + 1));
  const table = { hashes: new Uint32Array(places), values: new Float32Array(places) };
  for (const [term, value] of entries) {
    const place = placeOf(table, term);
    if (table.hashes[place] !== 0) throw new Error(`the term "${term}" cannot be told from another one: change the seed of the hash`);
    table.hashes[place] = hashOf(term, tellingSeed) || 1;
    table.values[place] = value;
  }
  return table;
}

export function valueIn(table: TermTable, term: string): number | undefined {
  const place = placeOf(table, term);
  return table.hashes[place] === 0 ? undefined : table.values[place];
}

const leastRoom = 1.3;
const placeSeed = 0x9747b28c;
const tellingSeed = 0x85ebca6b;

/** Where the term is, or the free place where it would be. */
function placeOf({ hashes }: TermTable, term: string): number {
  const wanted = hashOf(term, tellingSeed) || 1;
  const last = hashes.length - 1;
  let place = hashOf(term, placeSeed) & last;
  while (hashes[place] !== 0 && hashes[place] !== wanted) place = (place + 1) & last;
  return place;
}

/** FNV-1a over UTF-16 units, its bits mixed at the end. */
function hashOf(term: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
