import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryResult } from "../../server/channels/channel.ts";
import { openPostOffice } from "../support/post-office.ts";

const minute = 60_000;
const sent: DeliveryResult = { kind: "sent", providerId: "m_1" };
const down: DeliveryResult = { kind: "try-later", why: "HTTP 503", holds: "channel" };
const busy: DeliveryResult = { kind: "try-later", why: "busy" };

let post: ReturnType<typeof openPostOffice>;
beforeEach(() => {
  post = openPostOffice();
});
afterEach(() => post.close());

describe("the outbox is sent", () => {
  test("one piece of a conversation after the other, in order", async () => {
    for (const id of ["một", "hai", "ba"]) post.outbox.add({ id, conversation: "a" });
    post.start();
    await post.asks(1);
    await post.looks();
    expect(post.ids()).toEqual(["một"]);
    await post.answer(0, sent, "sent");
    await post.answer(1, sent, "sent");
    await post.answer(2, sent, "sent");
    expect(post.ids()).toEqual(["một", "hai", "ba"]);
  });

  test("conversations side by side, ten at once: a slow one holds up nobody", async () => {
    for (let person = 0; person < 12; person += 1) post.outbox.add({ id: `đến ${person}`, conversation: `c${person}` });
    post.start();
    await post.asks(10);
    await post.answer(9, sent, "sent");
    await post.asks(11);
    expect(post.asked).toHaveLength(11);
  });

  test("what is added later is found when woken", async () => {
    const { wake } = post.start();
    post.outbox.add({ id: "sau", conversation: "a" });
    wake();
    await post.answer(0, sent, "sent");
  });
});

describe("when it does not work", () => {
  test("it is tried again after 1 s, 4 s, 15 s …, later pieces of that conversation waiting, other conversations not", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "a" });
    post.outbox.add({ id: "khác", conversation: "b" });
    post.start();
    await post.asks(2);
    await post.answer(1, sent, "sent");
    for (const [attempt, seconds] of [1, 4, 15, 60, 300, 1800].entries()) {
      const position = attempt === 0 ? 0 : attempt + 1;
      await post.answer(position, busy, "queued");
      expect(post.outbox.rows[0]?.dueAt).toBe(post.clock.time + seconds * 1000);
      post.clock.time += seconds * 1000;
    }
    await post.answer(7, sent, "sent");
    await post.answer(8, sent, "sent");
    expect(post.ids()).toEqual(["một", "khác", ...Array(6).fill("một"), "hai"]);
  });

  test("it is given up after about a day, and the next piece goes", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "a" });
    const begun = post.clock.time;
    post.start();
    for (let attempt = 0; attempt < 18; attempt += 1) {
      await post.answer(attempt, busy, "queued");
      post.clock.time = post.outbox.rows[0]?.dueAt ?? 0;
    }
    await post.answer(18, busy, "undeliverable");
    expect((post.clock.time - begun) / (60 * minute)).toBeGreaterThan(22);
    await post.answer(19, sent, "sent");
    expect(post.log.lines).toContainEqual({
      level: "warn",
      fields: expect.objectContaining({ result: "undeliverable", why: "gave up: busy" }),
      happening: "delivery",
    });
  });

  test("the provider's own time is kept", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.start();
    await post.answer(0, { ...busy, afterMs: 7 * minute }, "queued");
    expect(post.outbox.rows[0]?.dueAt).toBe(post.clock.time + 7 * minute);
  });

  test("what cannot be delivered is not tried again, and the next piece goes", async () => {
    post.outbox.add({ id: "một", conversation: "a" });
    post.outbox.add({ id: "hai", conversation: "a" });
    post.start();
    await post.answer(0, { kind: "undeliverable", why: "graph 10/2018278" }, "undeliverable");
    await post.answer(1, sent, "sent");
    expect(post.ids()).toEqual(["một", "hai"]);
  });

  test("a provider in trouble is left alone, then tried with one message, then all go", async () => {
    for (let person = 0; person < 14; person += 1) post.outbox.add({ id: `đến ${person}`, conversation: `c${person}` });
    post.start();
    await post.asks(10);
    for (let position = 0; position < 10; position += 1) await post.answer(position, down, "queued");
    await post.looks();
    expect(post.asked).toHaveLength(10);
    post.clock.time += 1000;
    await post.asks(11);
    await post.looks();
    expect(post.asked).toHaveLength(11);
    await post.answer(10, sent, "sent");
    await post.asks(20);
  });

  test("a dead token stops the Page with an alarm; one piece after a while tries again, and with success all go", async () => {
    for (const id of ["một", "hai", "ba"]) post.outbox.add({ id, conversation: id });
    post.start();
    await post.asks(3);
    const dead: DeliveryResult = { kind: "try-later", why: "graph 190", holds: "channel", needs: "operator", afterMs: 5 * minute };
    for (let position = 0; position < 3; position += 1) await post.answer(position, dead, "queued");
    expect(post.log.lines.filter(({ level }) => level === "error").map(({ fields }) => fields.why)).toEqual(Array(3).fill("graph 190"));
    post.outbox.add({ id: "bốn", conversation: "bốn" });
    post.clock.time += 5 * minute - 1;
    await post.looks();
    expect(post.asked).toHaveLength(3);
    post.clock.time += 1;
    await post.asks(4);
    await post.looks();
    expect(post.asked).toHaveLength(4);
    await post.answer(3, sent, "sent");
    await post.asks(7);
  });
});
