import type { People } from "../../bot/escalate.ts";
import type { Store } from "../store/store.ts";

/** Somebody whose console spoke to us this recently is there. */
export const presentMs = 5 * 60_000;

/** Whether a counsellor is there now: said to people as it is, never as it should be. */
export async function peopleNow(store: Store, at: number): Promise<People> {
  return { open: (await store.countPresentStaff(at - presentMs)) > 0 };
}
