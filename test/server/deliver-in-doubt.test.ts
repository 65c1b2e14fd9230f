import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryResult } from "../../server/channels/channel.ts";
import { openPostOffice } from "../support/post-office.ts";
import { until } from "../support/until.ts";

const minute = 60_000;
const sent: DeliveryResult = { kind: "sent", providerId: "m_1" };

let post: ReturnType<typeof openPostOffice>;
beforeEach(() => {
  post = openPostOffice();
});
afterEach(() => post.close());

describe("when nobody knows whether it arrived", () => {
  const unknown: DeliveryResult = { kind: "unknown", why: "ETIMEDOUT" };

  test("the bot's words are not repeated; what follows waits a minute for the echo", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "a" });
    post.start();
    await post.answer(0, unknown, "unknown");
    post.clock.time += minute - 1;
    await post.looks();
    expect(post.ids()).toEqual(["một"]);
    post.clock.time += 1;
    await post.answer(1, sent, "sent");
    expect(post.ids()).toEqual(["một", "hai"]);
  });

  test("a counsellor's words are repeated after a minute without an echo", async () => {
    post.outbox.add({ id: "lời", conversation: "a", from: "counsellor" });
    post.start();
    await post.answer(0, unknown, "unknown");
    post.clock.time += minute - 1;
    await post.looks();
    expect(post.ids()).toEqual(["lời"]);
    post.clock.time += 1;
    await post.answer(1, sent, "sent");
    expect(post.ids()).toEqual(["lời", "lời"]);
  });

  test("a fault of ours in the middle of sending is an unknown outcome, and the rest goes on", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.start();
    await post.answer(0, new Error("words of a person"), "unknown");
    expect(JSON.stringify(post.log.lines)).not.toContain("words of a person");
    post.clock.time += minute;
    post.outbox.add({ id: "hai", conversation: "b" });
    await post.answer(1, sent, "sent");
  });

  test("what a process that died was sending becomes unknown once nobody can be sending it any more", async () => {
    post.outbox.add({ id: "dở", conversation: "a" });
    await post.outbox.takeDeliveries("post", post.clock.time, 1);
    post.start();
    await post.looks();
    expect(post.outbox.rows[0]?.state).toBe("sending");
    post.clock.time += 45_001;
    await post.is("dở", "unknown");
    expect(post.ids()).toEqual([]);
  });

  test("a send that takes long is not taken for dead: what comes of it counts", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.start();
    await post.asks(1);
    // Typing, a name looked up and made, the words once and once more: two seconds and four calls of ten.
    post.clock.time += 42_000;
    await post.looks();
    await post.answer(0, { kind: "try-later", why: "graph 2", holds: "channel" }, "queued");
    post.clock.time += minute;
    await post.answer(1, sent, "sent");
  });
});

describe("when it ends or the store fails", () => {
  test("stopping finishes what is under way and begins nothing", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "a" });
    const delivering = post.start();
    await post.asks(1);
    let isStopped = false;
    const stopped = delivering.stop().then(() => {
      isStopped = true;
    });
    delivering.wake();
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    post.asked[0]?.answer(sent);
    await stopped;
    expect(post.outbox.rows.map(({ state }) => state)).toEqual(["sent", "queued"]);
  });

  test("a store that fails once is asked again", async () => {
    const { takeDeliveries } = post.outbox;
    let failures = 1;
    const failing: typeof post.outbox = {
      ...post.outbox,
      takeDeliveries: async (...all) => (failures-- > 0 ? Promise.reject(new Error("busy")) : await takeDeliveries(...all)),
    };
    post.outbox.add({ id: "một", conversation: "a" });
    post.start(failing);
    await post.answer(0, sent, "sent");
    expect(post.log.lines.some(({ level }) => level === "error")).toBe(true);
  });

  test("an outcome that cannot be recorded is logged, and the rest goes on", async () => {
    const { recordDelivery } = post.outbox;
    const failing: typeof post.outbox = {
      ...post.outbox,
      recordDelivery: async (id, ...rest) => (id === "một" ? Promise.reject(new Error("disk full")) : await recordDelivery(id, ...rest)),
    };
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "b" });
    post.start(failing);
    await post.asks(2);
    post.asked[0]?.answer(sent);
    await post.answer(1, sent, "sent");
    await until("the log to say so", () => post.log.lines.some(({ happening }) => happening.includes("could not be recorded")));
  });
});
