import type { ExpressionBuilder } from "kysely";
import type { Instant } from "../store.ts";
import type { Tables } from "../tables.ts";

/** Providers repeat a delivery for a day and a half (Meta: 36 hours); an older time, or one to come, is a wrong clock. */
const latestMs = 48 * 3_600_000;

export function believed(sentAt: Instant, at: Instant): Instant {
  return sentAt > at || sentAt < at - latestMs ? at : sentAt;
}

/** What arrives late opens no window anew. */
export function later(of: ExpressionBuilder<Tables, "conversations">, at: Instant) {
  return of.case().when("last_incoming_at", "<", at).then(at).else(of.ref("last_incoming_at")).end();
}
