import { createHmac, timingSafeEqual } from "node:crypto";

// As told by github.com/botpress/packages, signature-verification: `x-bp-signature: <milliseconds>,<signature>[,<signature> …]`, each an
// HMAC-SHA256 in base64url over `<milliseconds>.<body>` with the decoded secret. While secrets change there is a signature for each.
const format = /^(\d{10,16}),([\w-]{43}(?:,[\w-]{43}){0,4})$/;
const windowMs = 5 * 60_000;

export interface Signed {
  readonly header: string | string[] | undefined;
  readonly body: Uint8Array;
  readonly at: number;
}

/** True when Botpress signed exactly these bytes, a few minutes ago at most. */
export function isSigned({ header, body, at }: Signed, signingSecret: string): boolean {
  const [, time, signatures = ""] = (typeof header === "string" ? format.exec(header) : null) ?? [];
  if (time === undefined || Math.abs(at - Number(time)) > windowMs) return false;
  const key = Buffer.from(signingSecret, "base64url");
  const expected = createHmac("sha256", key).update(`${time}.`).update(body).digest();
  return signatures.split(",").some((signature) => {
    const given = Buffer.from(signature, "base64url");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
