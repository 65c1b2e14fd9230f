import { localDay } from "../clock.ts";
import type { FiguresStore } from "../store/figures/figures-store.ts";
import { partOfDay } from "./part-of-day.ts";
import { spreadOf } from "./wait-buckets.ts";

const backMs = 28 * 86_400_000;
/** Fewer cases say nothing about the next one. */
const fewest = 20;

export interface Waiting {
  readonly usualMinutes: number;
  readonly slowMinutes: number;
}

/** How long people waited for a first answer in this part of the day, in the last four weeks, while it was open; only from enough cases. */
export async function waitingTime(store: Pick<FiguresStore, "readCounts">, at: number): Promise<Waiting | undefined> {
  const counts = await store.readCounts(localDay(at - backMs), localDay(at), ["first-reply"]);
  const amounts = new Map<string, number>();
  for (const { label, amount } of counts) {
    const [risk, part, open, bucket = ""] = label.split("|");
    // Danger is answered before everybody: it would make the wait of others look shorter.
    if (risk === "danger" || part !== partOfDay(at) || open !== "open") continue;
    amounts.set(bucket, (amounts.get(bucket) ?? 0) + amount);
  }
  const { count, half, ninth } = spreadOf(amounts);
  return count < fewest || half === undefined || ninth === undefined ? undefined : { usualMinutes: half, slowMinutes: ninth };
}
