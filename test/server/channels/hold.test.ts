import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeliveryResult } from "../../../server/channels/channel.ts";
import { type Hold, healthy, holdAfter, mayBegin } from "../../../server/channels/hold.ts";
import { retryDelay } from "../../../server/channels/retry-delay.ts";

const down: DeliveryResult = { kind: "try-later", why: "HTTP 503", holds: "channel" };
const sent: DeliveryResult = { kind: "sent", providerId: "m_1" };
const room = (hold: Hold, at: number, underWay = 0) => mayBegin(hold, { at, underWay, atOnce: 10 });

describe("a provider in trouble", () => {
  test("is left alone longer each time, up to a minute, and then tried with one message", () => {
    let hold = healthy;
    const pauses: number[] = [];
    for (let time = 0; pauses.length < 9; time = hold.until) {
      hold = holdAfter(hold, down, time);
      pauses.push(hold.until - time);
      expect(room(hold, hold.until - 1)).toBe(0);
      expect(room(hold, hold.until)).toBe(1);
      expect(room(hold, hold.until, 1)).toBe(0);
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test("is well again with the first answer of another kind", () => {
    const hold = holdAfter(healthy, down, 0);
    for (const result of [sent, { kind: "undeliverable", why: "gone" }] as const) expect(room(holdAfter(hold, result, 5), 5)).toBe(10);
  });

  test("that takes a message and asks for quiet is left alone, and then well", () => {
    const asked = holdAfter(healthy, { ...sent, afterMs: 5000 }, 100);
    expect([room(asked, 5099), room(asked, 5100)]).toEqual([0, 10]);
    // An answer to what was under way before does not undo it.
    expect(room(holdAfter(asked, sent, 200), 5099)).toBe(0);
  });

  test("that fails many messages under way together has failed once", () => {
    const together = [0, 1, 2, 3].reduce((hold, time) => holdAfter(hold, down, time), healthy);
    expect(together).toEqual({ failures: 1, until: 1000 });
  });

  test("that names a time is left alone until then", () => {
    const asked: DeliveryResult = { kind: "try-later", why: "graph 4", holds: "channel", afterMs: 7 * 60_000 };
    expect(holdAfter(healthy, asked, 100).until).toBe(100 + 7 * 60_000);
    expect(holdAfter(holdAfter(healthy, down, 0), asked, 100).until).toBe(100 + 7 * 60_000);
  });

  test("that does not answer is in trouble too", () => {
    expect(room(holdAfter(healthy, { kind: "unknown", why: "ETIMEDOUT" }, 0), 1)).toBe(0);
  });
});

test("trouble with one person holds up nobody else", () => {
  expect(holdAfter(healthy, { kind: "try-later", why: "busy" }, 0)).toBe(healthy);
});

describe("the time between two attempts", () => {
  test("grows from a second to two hours, and all of it is about a day", () => {
    const middle = Array.from({ length: 19 }, (_, position) => retryDelay(position + 1, 0.5));
    expect(middle.slice(0, 8)).toEqual([1000, 4000, 15_000, 60_000, 300_000, 1_800_000, 7_200_000, 7_200_000]);
    expect(middle.at(-1)).toBeUndefined();
    const hours = middle.reduce<number>((sum, delay) => sum + (delay ?? 0), 0) / 3_600_000;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThanOrEqual(25);
  });

  test("differs by chance, a fifth at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const middle = retryDelay(attempt, 0.5) ?? 0;
        expect(Math.abs((retryDelay(attempt, chance) ?? 0) - middle)).toBeLessThanOrEqual(middle / 5 + 1);
      }),
    );
  });
});
