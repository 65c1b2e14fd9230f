import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReplyWindow } from "../../../../server/channels/channel.ts";
import { messagingOf, replyWindow } from "../../../../server/channels/messenger/reply-window.ts";
import { says } from "../../../contract/store.ts";

const second = 1000;
const day = 24 * 3_600_000;
const wrote = 1_795_163_400_000;

test.each<[string, number, ReplyWindow, ReplyWindow]>([
  ["at once", 0, { kind: "open", until: wrote + day }, { kind: "open", until: wrote + day }],
  ["a second before a day is over", day - second, { kind: "open", until: wrote + day }, { kind: "open", until: wrote + day }],
  ["a millisecond before", day - 1, { kind: "open", until: wrote + day }, { kind: "open", until: wrote + day }],
  ["when the day is over", day, { kind: "human-only", until: wrote + 7 * day }, { kind: "closed", wouldCloseAt: wrote + 7 * day }],
  ["a second later", day + second, { kind: "human-only", until: wrote + 7 * day }, { kind: "closed", wouldCloseAt: wrote + 7 * day }],
  [
    "a second before the week is over",
    7 * day - second,
    { kind: "human-only", until: wrote + 7 * day },
    { kind: "closed", wouldCloseAt: wrote + 7 * day },
  ],
  ["when the week is over", 7 * day, { kind: "closed" }, { kind: "closed" }],
  ["a second later still", 7 * day + second, { kind: "closed" }, { kind: "closed" }],
])("%s the window is what Meta says, with and without its grant for people", (_when, after, granted, plain) => {
  expect(replyWindow(wrote, wrote + after, { humanAgent: true })).toEqual(granted);
  expect(replyWindow(wrote, wrote + after, { humanAgent: false })).toEqual(plain);
});

test("to somebody who never wrote nothing goes", () => {
  expect(replyWindow(0, wrote, { humanAgent: true })).toEqual({ kind: "closed" });
});

test("the tag stands on nothing but a person's words, whenever and whatever is granted", () => {
  const from = fc.constantFrom("bot", "notice", "counsellor" as const);
  fc.assert(
    fc.property(from, fc.integer({ min: 0, max: 9 * day }), fc.boolean(), (speaker, after, humanAgent) => {
      const delivery = {
        id: "d",
        account: "a",
        recipient: "r",
        piece: says("x", speaker),
        attempt: 1,
        speaker: "bot" as const,
        lastIncomingAt: wrote,
        at: wrote + after,
        since: wrote + after,
      };
      const messaging = messagingOf(delivery, { humanAgent });
      if (messaging?.messaging_type === "MESSAGE_TAG") {
        expect([speaker, humanAgent]).toEqual(["counsellor", true]);
        expect(after).toBeGreaterThanOrEqual(day);
        expect(after).toBeLessThan(7 * day);
      }
      expect(messaging?.messaging_type === "RESPONSE").toBe(after < day);
    }),
  );
});
