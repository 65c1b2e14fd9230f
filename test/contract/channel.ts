import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Channel, Delivery, ProviderRequest } from "../../server/channels/channel.ts";
import { fit } from "../../server/channels/fit.ts";
import type { OutgoingMessage } from "../../server/outgoing.ts";

/** What a channel does not have, and why. */
export interface Without {
  readonly without: string;
}

export interface ChannelCase {
  readonly channel: Channel;
  readonly account: string;
  readonly close: () => Promise<void>;
}

export interface ChannelFacts {
  readonly open: () => Promise<ChannelCase>;
  /** The same channel with nobody at the other end. */
  readonly cutOff: Channel | Without;
  /** Requests as the provider makes them, each with at least one message. */
  readonly requests: readonly ProviderRequest[] | Without;
}

/** When requests arrive and pieces leave. */
export const at = 1_795_163_401_000;
export const publicUrl = "https://huongthien.example.vn";

const citation = { label: "Điều 3 khoản 1 Quyết định 22/2023/QĐ-TTg", page: "/van-ban/22-2023-qd-ttg/3.1", inForceFrom: "2023-10-10" };
export const long: OutgoingMessage = {
  from: "bot",
  parts: [
    {
      outcome: "answer",
      text: "Anh/chị được vay vốn ở Ngân hàng Chính sách xã hội nơi cư trú.\n\n".repeat(60),
      inForceFrom: "2023-10-10",
      citations: [citation, { ...citation, page: "/van-ban/22-2023-qd-ttg/3.2", label: "Điều 3 khoản 2 Quyết định 22/2023/QĐ-TTg" }],
      hotlines: [{ number: "111", name: "Tổng đài bảo vệ trẻ em", hours: "24/24" }],
    },
  ],
  choices: [
    { label: "Muốn vay thì cần những giấy tờ gì?", value: "entry:loans/papers" },
    { label: "Gặp tư vấn viên", value: "person" },
  ],
};

/** What every channel must do. */
export function describeChannel(name: string, { open, cutOff, requests }: ChannelFacts): void {
  describe(`the channel ${name}`, () => {
    let opened: ChannelCase;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const delivery = (piece: OutgoingMessage, id = "delivery-1"): Delivery => ({
      id,
      account: opened.account,
      recipient: "7391028846152093",
      piece,
      attempt: 1,
      lastIncomingAt: 1_795_163_400_000,
      at,
      since: at,
      speaker: "bot",
    });

    test("its name can stand in an address, and each of its limits lets something through", () => {
      expect(opened.channel.name).toMatch(/^[a-z-]{2,20}$/);
      expect(Math.min(...Object.values(opened.channel.limits))).toBeGreaterThan(0);
    });

    test("a long answer with citations and choices arrives once it is fitted to the limits, piece by piece", async () => {
      for (const [position, piece] of fit(long, { limits: opened.channel.limits, publicUrl }).entries()) {
        expect(await opened.channel.send(delivery(piece, `delivery-${position}`))).toMatchObject({ kind: "sent" });
      }
    });

    skippable("with nobody at the other end, the outcome is to try later, and nothing is thrown", cutOff, async (channel) => {
      expect(await channel.send(delivery(long))).toMatchObject({ kind: "try-later", holds: "channel" });
    });

    skippable("what the provider sends is understood, and a repeat has the same ids", requests, async (all) => {
      for (const request of all) {
        const first = await opened.channel.receive?.(request, at);
        expect(first).toMatchObject({ kind: "received", malformed: 0 });
        expect(await opened.channel.receive?.(request, at)).toEqual(first);
        if (first?.kind !== "received") continue;
        expect(first.messages.length).toBeGreaterThan(0);
        expect(new Set(first.messages.map(({ account, providerId }) => `${account} ${providerId}`)).size).toBe(first.messages.length);
      }
    });

    skippable("a body with one byte changed is refused", requests, async (all) => {
      for (const { headers, body } of all) {
        const changed = Uint8Array.from(body, (byte, position) => (position === body.length - 3 ? byte ^ 1 : byte));
        expect(await opened.channel.receive?.({ headers, body: changed }, at)).toMatchObject({ kind: "refused" });
      }
    });

    skippable("any bytes from anybody are refused, never a fault", requests, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 500 }),
          fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
          async (body, headers) => {
            expect(await opened.channel.receive?.({ headers, body }, at)).toMatchObject({ kind: "refused" });
          },
        ),
      );
    });
  });
}

/** One test, or its title with the reason why this channel has nothing of the kind. */
function skippable<Given extends object>(title: string, given: Given | Without, run: (given: Given) => void | Promise<void>): void {
  if ("without" in given) test.skip(`${title} (skipped: ${given.without})`);
  else test(title, async () => await run(given));
}
