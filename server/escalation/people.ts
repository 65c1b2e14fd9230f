import type { People } from "../../bot/escalate.ts";
import { backInWords } from "../hours/back-in-words.ts";
import { readOffice } from "../hours/office.ts";
import { isOpenAt, nextOpening } from "../hours/opening-hours.ts";
import { waitingTime } from "../hours/waiting-time.ts";
import type { Store } from "../store/store.ts";

/** Somebody whose console spoke to us this recently is there. */
export const presentMs = 5 * 60_000;

/** Whether a counsellor is there now, and if not when they are back: said to people as it is, never as it should be. */
export async function peopleNow(store: Store, at: number): Promise<People> {
  const { hours } = await readOffice(store);
  if (hours !== undefined && !isOpenAt(hours, at)) {
    const next = nextOpening(hours, at);
    return { open: false, ...(next !== undefined && { backAt: backInWords(next, at) }) };
  }
  if ((await store.countPresentStaff(at - presentMs)) === 0) return { open: false };
  const waiting = await waitingTime(store, at);
  return { open: true, ...(waiting && { waiting }) };
}
