const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Together about a day: longer than that, and the person may not be written to any more. */
const delays: readonly number[] = [
  second,
  4 * second,
  15 * second,
  minute,
  5 * minute,
  30 * minute,
  ...Array.from({ length: 12 }, () => 2 * hour),
];

/** How long after failed attempt number `attempt` (1, 2, …) comes the next; undefined = give up. `chance` (0..1) spreads what failed together. */
export function retryDelay(attempt: number, chance: number): number | undefined {
  const delay = delays[attempt - 1];
  return delay === undefined ? undefined : Math.round(delay * (0.8 + 0.4 * chance));
}
