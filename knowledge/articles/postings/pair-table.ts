/** Numbers pairs of numbers below 2²¹, in the order they come. Plain data. */
export interface PairTable {
  /** Open addressing: `first × 2²¹ + second`, or −1 where free. The length is a power of two. */
  keys: Float64Array;
  numbers: Int32Array;
  size: number;
}

const shift = 2 ** 21;
const smallest = 1024;

export function emptyPairTable(): PairTable {
  return { keys: new Float64Array(smallest).fill(-1), numbers: new Int32Array(smallest), size: 0 };
}

/** Its number, or −1 for a pair that never came. */
export function pairNumber(table: PairTable, first: number, second: number): number {
  const place = placeOf(table, first, second);
  return table.keys[place] === -1 ? -1 : (table.numbers[place] ?? -1);
}

/** Its number, a new one where it comes for the first time. */
export function addPair(table: PairTable, first: number, second: number): number {
  const place = placeOf(table, first, second);
  if (table.keys[place] !== -1) return table.numbers[place] ?? -1;
  table.keys[place] = first * shift + second;
  table.numbers[place] = table.size;
  table.size++;
  if (table.size * 2 > table.keys.length) grow(table);
  return table.size - 1;
}

function placeOf({ keys }: PairTable, first: number, second: number): number {
  const key = first * shift + second;
  const mask = keys.length - 1;
  let place = scatter(first, second) & mask;
  while (keys[place] !== -1 && keys[place] !== key) place = (place + 1) & mask;
  return place;
}

function scatter(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return again ^ (again >>> 13);
}

function grow(table: PairTable): void {
  const { keys, numbers } = table;
  table.keys = new Float64Array(keys.length * 2).fill(-1);
  table.numbers = new Int32Array(keys.length * 2);
  keys.forEach((key, at) => {
    if (key === -1) return;
    const place = placeOf(table, Math.floor(key / shift), key % shift);
    table.keys[place] = key;
    table.numbers[place] = numbers[at] ?? 0;
  });
}
