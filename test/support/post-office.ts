import type { Channel, Delivery, DeliveryResult } from "../../server/channels/channel.ts";
import { deliver } from "../../server/deliver.ts";
import type { KeptDoing } from "../../server/work/keep-doing.ts";
import { openOutbox } from "./outbox.ts";
import { recordingLog } from "./recording-log.ts";
import { until } from "./until.ts";

/** A channel whose every send waits for the test to answer it. */
function slowChannel() {
  const asked: { readonly delivery: Delivery; readonly answer: (result: DeliveryResult | Error) => void }[] = [];
  const channel: Channel = {
    name: "post",
    limits: { textLength: 100, choices: 1, choiceLength: 10 },
    carried: true,
    send: (delivery) =>
      new Promise((resolve, reject) => {
        asked.push({ delivery, answer: (result) => (result instanceof Error ? reject(result) : resolve(result)) });
      }),
  };
  return { channel, asked };
}

/** Delivering with everything in the test's hands: the outbox, the clock, and what comes of each send. */
export function openPostOffice() {
  const outbox = openOutbox();
  const { channel, asked } = slowChannel();
  const log = recordingLog();
  const clock = { time: 1_000_000 };
  let timeAsked = 0;
  let delivering: KeptDoing | undefined;
  const asks = (count: number) => until(`${count} sends`, () => asked.length >= count);
  const is = (id: string, state: string) => until(`${id} to be ${state}`, () => outbox.rows.find((row) => row.id === id)?.state === state);
  return {
    outbox,
    asked,
    log,
    clock,
    asks,
    is,
    ids: () => asked.map(({ delivery }) => delivery.id),
    start(store = outbox): KeptDoing {
      const now = () => {
        timeAsked += 1;
        return clock.time;
      };
      delivering = deliver({ store, channel, log, now, random: () => 0.5, pauseMs: 2 });
      return delivering;
    },
    /** A wrong send would have shown itself: the outbox has been looked at again, and again. */
    async looks(): Promise<void> {
      const before = timeAsked;
      await until("some looks at the outbox", () => timeAsked > before + 10);
    },
    /** This comes of send number `position`, which leaves its row so. */
    async answer(position: number, result: DeliveryResult | Error, state: string): Promise<void> {
      await asks(position + 1);
      asked[position]?.answer(result);
      await is(asked[position]?.delivery.id ?? "", state);
    },
    async close(): Promise<void> {
      const stopped = delivering?.stop();
      for (const { answer } of asked) answer({ kind: "sent", providerId: "m_end" });
      await stopped;
    },
  };
}
