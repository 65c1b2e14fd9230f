import type { Live } from "../live.ts";
import type { Log } from "../log.ts";

/** Something outside does not work, and stays so until somebody acts. `why`: codes and kinds, never words of people. */
export interface Alarm {
  readonly channel: string;
  readonly name: AlarmName;
  readonly since: number;
  readonly why: string;
}

export const alarmNames = ["token", "subscription", "silence", "signature", "sending", "reach"] as const;
export type AlarmName = (typeof alarmNames)[number];

export interface Alarms {
  /** Raised once, told once; a later reason for the same alarm is kept, and not told again. */
  raise(alarm: Omit<Alarm, "since">, at: number): void;
  clear(channel: string, name: AlarmName): void;
  list(): readonly Alarm[];
}

export function openAlarms({ log, live }: { readonly log: Log; readonly live: Live }): Alarms {
  const raised = new Map<string, Alarm>();
  const keyOf = ({ channel, name }: Pick<Alarm, "channel" | "name">) => `${channel} ${name}`;
  return {
    raise({ channel, name, why }, at) {
      const before = raised.get(keyOf({ channel, name }));
      raised.set(keyOf({ channel, name }), { channel, name, why, since: before?.since ?? at });
      if (before !== undefined) return;
      log.error({ channel, alarm: name, why }, "alarm: somebody must act");
      live.announce("queue");
    },
    clear(channel, name) {
      if (!raised.delete(keyOf({ channel, name }))) return;
      log.info({ channel, alarm: name }, "alarm is over");
      live.announce("queue");
    },
    list: () => [...raised.values()].toSorted((one, other) => one.since - other.since),
  };
}

/** For /metrics: 1 while an alarm lasts; an alarm that can be raised and is not stands there with 0. */
export function alarmFigures(alarms: Alarms, channels: Iterable<string>): Readonly<Record<string, number>> {
  const on = new Set(alarms.list().map(({ channel, name }) => `${channel} ${name}`));
  return Object.fromEntries(
    [...channels].flatMap((channel) =>
      alarmNames.map((name) => [`alarm{channel="${channel}",name="${name}"}`, on.has(`${channel} ${name}`) ? 1 : 0]),
    ),
  );
}
