/** Upper ends in minutes; figures keep in which of these a time fell, never the moment itself. */
const uppers = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10_080] as const;

/** Longer than all of them, and never. */
export const longest = "lâu hơn";
export const never = "chưa";

export function bucketOf(ms: number): string {
  const minutes = ms / 60_000;
  const upper = uppers.find((each) => minutes <= each);
  return upper === undefined ? longest : String(upper);
}

export interface Spread {
  readonly count: number;
  /** So long or shorter for this share; undefined = longer than can be said, or never. */
  readonly half: number | undefined;
  readonly ninth: number | undefined;
}

/** The median and the 90th percentile, each as the upper end of the bucket it fell in. */
export function spreadOf(amounts: ReadonlyMap<string, number>): Spread {
  const count = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const within = (share: number) => {
    let sum = 0;
    return uppers.find((upper) => {
      sum += amounts.get(String(upper)) ?? 0;
      return count > 0 && sum >= share * count;
    });
  };
  return { count, half: within(0.5), ninth: within(0.9) };
}
