/** Calls `then` once after so many milliseconds; what it gives calls that off. */
export type Timer = (ms: number, then: () => void) => () => void;

export const realTimer: Timer = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};
