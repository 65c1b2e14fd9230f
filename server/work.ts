import { apologise } from "./apologise.ts";
import { type Handling, handleMessage } from "./handle-message.ts";
import type { Live } from "./live.ts";
import { describeFault, type Log } from "./log.ts";
import type { Work } from "./store/store.ts";

export interface Worker {
  /** There may be something to handle. */
  readonly wake: () => void;
  /** Finishes what is begun, takes nothing new. */
  readonly stop: () => Promise<void>;
}

export interface WorkerParts extends Handling {
  readonly live: Live;
  readonly log: Log;
  /** There may be something to deliver. */
  readonly delivered: () => void;
}

const leaseMs = 30_000;
/** Another process may have left work behind; nobody wakes us for that. */
const lookAgainMs = 1_000;
const retryMs = 2_000;
const attemptsBeforeApology = 3;

/** Handles stored messages one conversation at a time until stopped. */
export function startWorker(parts: WorkerParts): Worker {
  let stopping = false;
  let woken = false;
  let wakeUp = () => {};
  const wake = () => {
    woken = true;
    wakeUp();
  };
  const running = loop();
  return {
    wake,
    stop: () => {
      stopping = true;
      wake();
      return running;
    },
  };

  async function loop(): Promise<void> {
    while (!stopping) {
      woken = false;
      const busy = await once(parts);
      if (!busy && !woken && !stopping) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** One step; true when there was something to do. A fault costs one message its turn, never the loop. */
async function once(parts: WorkerParts): Promise<boolean> {
  const { store, live, log, now, delivered } = parts;
  try {
    const work = await store.takeWork(now(), leaseMs);
    if (work === undefined) return forget(parts);
    await handle(work, parts);
    live.announce(work.lease.conversation);
    delivered();
    return true;
  } catch (fault) {
    log.error(describeFault(fault), "the worker could not reach the store");
    return false;
  }
}

async function handle(work: Work, parts: WorkerParts): Promise<void> {
  const { store, live, log, now } = parts;
  const startedAt = now();
  try {
    const turn = await handleMessage(work, parts);
    if (turn === "lost-lease") return log.warn({ conversation: work.lease.conversation }, "another process has taken this conversation");
    if (turn.escalate) live.announce("queue");
    const { message, outcome, entries } = turn;
    log.info({ conversation: work.lease.conversation, message, channel: work.channel, outcome, entries, ms: now() - startedAt }, "handled");
  } catch (fault) {
    const attempt = work.attempts + 1;
    log.error({ conversation: work.lease.conversation, message: work.messages[0].id, attempt, ...describeFault(fault) }, "a message could not be handled");
    if (attempt < attemptsBeforeApology) await store.putBackWork(work.lease, now() + retryMs);
    else await apologise(work, parts);
  }
}

async function forget({ store, live, log, now }: WorkerParts): Promise<boolean> {
  const erased = await store.eraseForgotten(now());
  for (const conversation of erased) {
    live.announce(conversation);
    log.info({ conversation }, "erased as asked");
  }
  return erased.length > 0;
}
