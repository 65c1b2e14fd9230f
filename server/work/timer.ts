/** Calls `then` once after so many milliseconds; what it gives calls that off. */
export type Timer = (ms: number, then: () => void) => () => void;

/** After 0 ms: as soon as whoever else waits has had a turn. */
export const realTimer: Timer = (ms, then) => {
  if (ms === 0) {
    const turn = setImmediate(then);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};
