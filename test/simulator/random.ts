/** Chance that can be had again: the same seed gives the same numbers, on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  whole(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** A chance of its own, so that what one part draws does not move what another gets. */
  fork(): Chance;
}

export function seeded(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  // splitmix32
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    fork: () => seeded(Math.floor(next() * 4_294_967_296)),
  };
}
