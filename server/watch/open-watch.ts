import type { Channel } from "../channels/channel.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import { type KeptDoing, keepDoing } from "../work/keep-doing.ts";
import { realTimer, type Timer } from "../work/timer.ts";
import { type Alarms, openAlarms } from "./alarms.ts";
import { openTally, type Tally } from "./tally.ts";
import { watchChannels } from "./watch-channels.ts";
import { openWebhookHealth, type WebhookHealth } from "./webhook-health.ts";

export interface Watch {
  readonly tally: Tally;
  readonly alarms: Alarms;
  readonly health: WebhookHealth;
  readonly watching: KeptDoing;
}

export interface WatchParts {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly live: Live;
  readonly log: Log;
  readonly now: () => number;
  readonly timer?: Timer;
}

const everyMs = 5 * 60_000;

/** What is counted, what is wrong, and the rounds that look; the first begins at once. */
export function openWatch({ channels, live, log, now, timer = realTimer }: WatchParts): Watch {
  const alarms = openAlarms({ log, live });
  const health = openWebhookHealth(alarms, now());
  const watching = keepDoing(() => watchChannels({ channels, alarms, health, now }), { pauseMs: everyMs, log, timer });
  return { tally: openTally(), alarms, health, watching };
}
