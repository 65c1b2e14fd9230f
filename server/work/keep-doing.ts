import { describeFault, type Log } from "../log.ts";
import { realTimer, type Timer } from "./timer.ts";

export interface KeptDoing {
  /** There may be something to do. */
  readonly wake: () => void;
  /** Finishes the step that is begun, begins no other. */
  readonly stop: () => Promise<void>;
}

export interface Pace {
  readonly pauseMs: number;
  readonly log: Log;
  readonly timer?: Timer;
}

/** Does `step` again and again: at once while there is something to do, else when woken or after a while; until stopped. */
export function keepDoing(step: () => Promise<boolean>, { pauseMs, log, timer = realTimer }: Pace): KeptDoing {
  let stopping = false;
  let woken = false;
  let wakeUp = () => {};
  const wake = () => {
    woken = true;
    wakeUp();
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      const callOff = timer(pauseMs, resolve);
      wakeUp = () => {
        callOff();
        resolve();
      };
    });
  const loop = async () => {
    while (!stopping) {
      woken = false;
      const busy = await step().catch((fault: unknown) => {
        log.error(describeFault(fault), "a step of the background work failed");
        return false;
      });
      if (!busy && !woken && !stopping) await pause();
      // SQLite answers without a pause: a long queue would leave no turn for requests.
      else await new Promise<void>((resolve) => timer(0, resolve));
    }
  };
  const running = loop();
  const stop = (): Promise<void> => {
    stopping = true;
    wake();
    return running;
  };
  return { wake, stop };
}

/** Several, woken and stopped as one. */
export function together(doing: readonly KeptDoing[]): KeptDoing {
  return {
    wake: () => {
      for (const { wake } of doing) wake();
    },
    stop: async () => {
      await Promise.all(doing.map(({ stop }) => stop()));
    },
  };
}
