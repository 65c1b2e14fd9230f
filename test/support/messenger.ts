import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ProviderRequest } from "../../server/channels/channel.ts";
import type { MessengerConfig } from "../../server/config.ts";

/** The Page of test/fixtures/messenger. */
export const page = "109284417563021";

export const messengerConfig: MessengerConfig = {
  pageId: page,
  pageToken: "page-token-for-tests",
  appSecret: "app-secret-for-tests",
  verifyToken: "verify-token-for-tests",
  appId: undefined,
  humanAgent: false,
  commentPointer: undefined,
  personaPicture: undefined,
  graphUrl: "http://127.0.0.1:1",
  graphVersion: "v26.0",
  publicUrl: "https://huongthien.example.vn",
};

export const recorded = [
  "text",
  "batch",
  "taps",
  "referrals",
  "attachments",
  "echoes",
  "standby",
  "passive",
  "comments",
  "malformed-among-twenty",
  "hostile",
] as const;

/** The bytes as Meta sends them: no white space, letters beyond ASCII and slashes escaped. */
export function recordedBody(name: (typeof recorded)[number]): Buffer {
  const file = readFileSync(new URL(`../fixtures/messenger/${name}.json`, import.meta.url), "utf8");
  const escaped = JSON.stringify(JSON.parse(file)).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return Buffer.from(escaped.replaceAll("/", "\\/"));
}

export function signature(body: Uint8Array, secret = messengerConfig.appSecret): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** A request as Meta makes it. */
export function signed(body: Uint8Array | string | object): ProviderRequest {
  const bytes = toBytes(body);
  return { headers: { "content-type": "application/json", "x-hub-signature-256": signature(bytes) }, body: bytes };
}

function toBytes(body: Uint8Array | string | object): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

/** What Meta posts when somebody asks it for their data to be deleted. */
export function signedRequest(payload: object, secret = messengerConfig.appSecret): string {
  const written = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `signed_request=${createHmac("sha256", secret).update(written).digest("base64url")}.${written}`;
}

/** A webhook body with these events of our Page. */
export function webhookBody(...messaging: readonly unknown[]): object {
  return { object: "page", entry: [{ id: page, time: 1_795_163_400_000, messaging }] };
}
