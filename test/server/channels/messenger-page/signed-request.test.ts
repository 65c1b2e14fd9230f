import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSignedRequest } from "../../../../server/channels/messenger-page/signed-request.ts";
import { signedRequest } from "../../../support/messenger.ts";

const secret = "app-secret-for-tests";
const read = (body: string) => readSignedRequest(Buffer.from(body), secret);

test("a request that Meta signed names who asks", () => {
  expect(read(signedRequest({ algorithm: "HMAC-SHA256", user_id: "218471", issued_at: 1 }))).toEqual({ sender: "218471" });
  expect(read(signedRequest({ algorithm: "HMAC-SHA256", user_id: 218471 }))).toEqual({ sender: "218471" });
});

test("with another secret, another algorithm, nobody named or a byte changed it is refused", () => {
  const right = signedRequest({ algorithm: "HMAC-SHA256", user_id: "218471" });
  const [signature, payload = ""] = right.slice("signed_request=".length).split(".");
  const decoded = createHmac("sha256", secret).update(Buffer.from(payload, "base64url")).digest("base64url");
  for (const wrong of [
    signedRequest({ algorithm: "HMAC-SHA256", user_id: "218471" }, "another secret"),
    signedRequest({ algorithm: "HMAC-SHA1", user_id: "218471" }),
    signedRequest({ algorithm: "HMAC-SHA256" }),
    `signed_request=${decoded}.${payload}`,
    `signed_request=${signature}.${payload}A`,
    `signed_request=.${payload}`,
    `signed_request=${signature}`,
    "",
  ])
    expect(read(wrong), wrong).toBeUndefined();
});

test("whatever is posted is refused, never a fault", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(read(`signed_request=${one}.${other}`)).toBeUndefined();
    }),
  );
});
