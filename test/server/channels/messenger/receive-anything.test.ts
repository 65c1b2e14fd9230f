import fc from "fast-check";
import { expect, test } from "vitest";
import { receive } from "../../../../server/channels/messenger/receive.ts";
import { messengerConfig, page, recorded, recordedBody, signed, webhookBody } from "../../../support/messenger.ts";

test("any signed bytes are received or refused, never a fault", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (body) => {
      expect(["received", "refused"]).toContain(receive(signed(body), messengerConfig).kind);
    }),
  );
});

test("any event beside a good one costs at most itself", () => {
  const good = { sender: { id: "1" }, recipient: { id: page }, timestamp: 1, message: { mid: "m_good", text: "tốt" } };
  const shaped = fc.record(
    {
      sender: fc.oneof(fc.record({ id: fc.string() }), fc.jsonValue()),
      recipient: fc.oneof(fc.constant({ id: page }), fc.jsonValue()),
      timestamp: fc.oneof(fc.nat(), fc.jsonValue()),
      message: fc.oneof(
        fc.record(
          { mid: fc.jsonValue(), text: fc.jsonValue(), quick_reply: fc.jsonValue(), attachments: fc.jsonValue() },
          { requiredKeys: [] },
        ),
        fc.jsonValue(),
      ),
      postback: fc.jsonValue(),
      referral: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(shaped, fc.jsonValue()), (event) => {
      const received = receive(signed(webhookBody(good, event, { ...good, message: { mid: "m_last", text: "cuối" } })), messengerConfig);
      if (received.kind !== "received") throw new Error("refused");
      const { messages, notices, malformed } = received;
      expect(messages[0]?.providerId).toBe("m_good");
      expect(messages.at(-1)?.providerId).toBe("m_last");
      expect(messages.length + notices.length + malformed).toBe(3);
    }),
  );
});

test("a recorded body with bytes overwritten and signed again never is a fault", () => {
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
  fc.assert(
    fc.property(fc.constantFrom(...recorded), fc.array(change, { maxLength: 8 }), (name, changes) => {
      const body = Uint8Array.from(recordedBody(name));
      for (const { at, byte } of changes) body[at % body.length] = byte;
      expect(["received", "refused"]).toContain(receive(signed(body), messengerConfig).kind);
    }),
  );
});
