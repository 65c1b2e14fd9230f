import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Log } from "../log.ts";
import { realTimer, type Timer } from "./timer.ts";

export interface LoopWatch {
  /** The longest time nothing else could be done, in milliseconds, since it was last looked at. */
  readonly longestMs: () => number;
  readonly stop: () => void;
}

const lookEveryMs = 5_000;
/** Longer than that, and people and platforms feel it. */
const alarmMs = 200;

/** Notices when one piece of work keeps all others waiting, and says so in the log. */
export function watchLoop(log: Log, timer: Timer = realTimer): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  let longest = 0;
  let callOff = timer(lookEveryMs, look);

  function look(): void {
    longest = Math.round(delays.max / 1_000_000);
    delays.reset();
    if (longest > alarmMs) log.warn({ ms: longest }, "one piece of work kept all others waiting");
    callOff = timer(lookEveryMs, look);
  }
  return {
    longestMs: () => longest,
    stop: () => {
      callOff();
      delays.disable();
    },
  };
}
