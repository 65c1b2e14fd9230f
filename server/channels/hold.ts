import type { DeliveryResult } from "./channel.ts";

/** What we know of a provider's health: quiet until `until`, after so many failures in a row. */
export interface Hold {
  readonly until: number;
  readonly failures: number;
}

export const healthy: Hold = { until: 0, failures: 0 };

const longestMs = 60_000;

/** A provider that fails is left alone, longer each time up to a minute or as long as it asks; one answer of any other kind and it is well again. */
export function holdAfter(hold: Hold, result: DeliveryResult, at: number): Hold {
  const isTrouble = result.kind === "unknown" || (result.kind === "try-later" && result.holds === "channel");
  if (result.kind === "sent") return wellAfter(hold, result.afterMs, at);
  if (!isTrouble) return result.kind === "try-later" ? hold : healthy;
  const asked = result.kind === "try-later" ? (result.afterMs ?? 0) : 0;
  // What was under way together fails together, and counts once.
  const isSameFailure = at < hold.until;
  const failures = isSameFailure ? hold.failures : hold.failures + 1;
  const pause = Math.max(asked, Math.min(longestMs, 500 * 2 ** Math.min(failures, 10)));
  return { failures, until: isSameFailure ? Math.max(hold.until, at + asked) : at + pause };
}

/** Well, though it may have asked for quiet, with this answer or one before it. */
function wellAfter(hold: Hold, afterMs: number | undefined, at: number): Hold {
  const asked = hold.failures === 0 ? hold.until : 0;
  return { failures: 0, until: Math.max(asked, afterMs === undefined ? 0 : at + afterMs) };
}

/** While a provider is not known to be well, one message at a time tries it. */
export function mayBegin(
  hold: Hold,
  { at, underWay, atOnce }: { readonly at: number; readonly underWay: number; readonly atOnce: number },
): number {
  if (at < hold.until) return 0;
  return Math.max(0, (hold.failures > 0 ? 1 : atOnce) - underWay);
}
