import { type Handling, handleMessage } from "../handle-message.ts";
import type { Live } from "../live.ts";
import { describeFault, type Log } from "../log.ts";
import type { Work } from "../store/store.ts";
import { apologise } from "./apologise.ts";

export interface Working extends Handling {
  readonly live: Live;
  readonly log: Log;
  /** There may be something to deliver. */
  readonly wakeDeliveries: () => void;
}

/** Handling takes milliseconds, with a language model eight seconds at most; whoever dies meanwhile holds the conversation up no longer than this. */
const leaseMs = 10_000;
const retryMs = 2_000;
const attemptsBeforeApology = 3;

/** One step of handling what is stored; true when there was something to do. A fault costs one message its turn, never the rest. */
export async function work(working: Working): Promise<boolean> {
  const { store, live, now, wakeDeliveries } = working;
  const next = await store.takeWork(now(), leaseMs);
  if (next === undefined) return await forget(working);
  await handle(next, working);
  live.announce(next.lease.conversation);
  wakeDeliveries();
  return true;
}

async function handle(next: Work, working: Working): Promise<void> {
  const { store, live, log, now, channels } = working;
  const startedAt = now();
  const [message] = next.messages;
  const { channel, account, sender: recipient } = next;
  if (next.conversation.speaker.kind !== "counsellor") channels.get(channel)?.reading?.({ account, recipient, at: startedAt });
  const ids = { conversation: next.lease.conversation, message: message.id, channel: next.channel };
  try {
    const turn = await handleMessage(next, working);
    if (turn === "lost-lease") return log.warn(ids, "another process has taken this conversation");
    if (turn.escalate || next.conversation.speaker.kind !== "bot") live.announce("queue");
    const { model, meaning, interview } = turn.trace ?? {};
    const helped = {
      ...model,
      ...(meaning !== undefined && { meaning }),
      ...(interview && { interview: interview.slug, question: interview.at }),
    };
    log.info({ ...ids, outcome: turn.outcome, entries: turn.entries, ms: now() - startedAt, ...helped }, "handled");
  } catch (fault) {
    const attempt = next.attempts + 1;
    log.error({ ...ids, attempt, ...describeFault(fault) }, "a message could not be handled");
    if (attempt < attemptsBeforeApology) await store.putBackWork(next.lease, now() + retryMs);
    else await apologise(next, working);
  }
}

async function forget({ store, live, log, now }: Working): Promise<boolean> {
  const erased = await store.eraseForgotten(now());
  for (const conversation of erased) {
    live.announce(conversation);
    log.info({ conversation }, "erased as asked");
  }
  return erased.length > 0;
}
