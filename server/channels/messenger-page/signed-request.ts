import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { DeletionAsked } from "../channel.ts";

const Request = z.object({ algorithm: z.literal("HMAC-SHA256"), user_id: z.union([z.string().min(1).max(128), z.int().positive()]) });

/**
 * Somebody removed our app at Facebook and asks for their data to be deleted: `signed_request=<signature>.<payload>` in a form.
 * The signature is over the payload as it came, not decoded. https://developers.facebook.com/docs/apps/delete-data
 */
export function readSignedRequest(body: Uint8Array, appSecret: string): DeletionAsked | undefined {
  const [signature = "", payload = ""] = (new URLSearchParams(new TextDecoder().decode(body)).get("signed_request") ?? "").split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = createHmac("sha256", appSecret).update(payload).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = Request.safeParse(readJson(Buffer.from(payload, "base64url").toString("utf8")));
  return parsed.success ? { sender: String(parsed.data.user_id) } : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
