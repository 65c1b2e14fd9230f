import type { Egress } from "../egress.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { type KeptDoing, keepDoing } from "../work/keep-doing.ts";
import { realTimer, type Timer } from "../work/timer.ts";
import type { Escalation } from "./escalation.ts";
import { presentMs } from "./people.ts";
import { usualClaimMs } from "./relay.ts";

export interface TendingParts {
  readonly store: Store;
  readonly live: Live;
  readonly log: Log;
  readonly now: () => number;
  readonly egress: Egress;
  /** Told of cases nobody has seen; absent = the log and the console alone are. */
  readonly alarmUrl: string | undefined;
  readonly timer?: Timer;
}

const everyMs = 5_000;
const offerMs = 60_000;
const tellAgainMs = 60_000;

/** Keeps the desk in order: what was put off comes back, what waits is offered to somebody, what nobody has seen is told of. */
export function tendDesk({ timer = realTimer, ...parts }: TendingParts): KeptDoing {
  const tending = keepDoing(tendOnce(parts), { pauseMs: everyMs, log: parts.log, timer });
  const stopListening = parts.live.subscribe("queue", tending.wake);
  return {
    wake: tending.wake,
    stop() {
      stopListening();
      return tending.stop();
    },
  };
}

/** One round of it. Never "more to do". */
export function tendOnce({ store, live, log, now, egress, alarmUrl }: Omit<TendingParts, "timer">): () => Promise<boolean> {
  let quietUntil = 0;
  const tell = async (found: Escalation) => {
    const told = alarmUrl === undefined || (await call(egress, alarmUrl, found, now()));
    live.announce("queue");
    if (told) return log.warn({ case: found.id, risk: found.risk }, "a case that nobody has seen");
    log.error({ case: found.id }, "ALARM_WEBHOOK_URL does not answer: told again in a minute");
    quietUntil = now() + tellAgainMs;
    await store.untakeUnseen(found.id);
  };
  return async () => {
    const at = now();
    const woken = await store.wakeCases(at, usualClaimMs);
    const offered = await store.offerCases({ at, since: at - presentMs, lastsMs: offerMs });
    for (const conversation of woken) live.announce(conversation);
    if (offered || woken.length > 0) live.announce("queue");
    if (at < quietUntil) return false;
    const { unseenMinutes } = await store.readDeskSettings();
    for (const found of await store.takeUnseen(at, unseenMinutes * 60_000)) await tell(found);
    return false;
  };
}

/** Ids and kinds only: whoever reads it opens the console. */
async function call(egress: Egress, url: string, { id, channel, risk, state, openedAt }: Escalation, at: number): Promise<boolean> {
  const minutes = Math.floor((at - openedAt) / 60_000);
  const body = { kind: risk === "danger" ? "danger" : "unseen", case: id, channel, risk, state, waitingMinutes: minutes };
  const result = await egress({ method: "POST", url, body });
  return "status" in result && result.status >= 200 && result.status < 300;
}
