import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** True when the header signs exactly these bytes: `sha256=` and 64 hex digits, compared in constant time. */
export function isSigned(body: Uint8Array, header: string | string[] | undefined, appSecret: string): boolean {
  const digits = typeof header === "string" ? /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1] : undefined;
  if (digits === undefined) return false;
  const expected = createHmac("sha256", appSecret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(digits, "hex"));
}

/** Compared as digests, so that the time taken tells neither letters nor length. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Keyed, so that what goes into it cannot be guessed back: proofs for the Graph API, ids made of who did what when. */
export function keyedDigest(text: string, key: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
