import { failed } from "../../bot/wording.ts";
import type { Work } from "../store/store.ts";
import type { Working } from "./work.ts";

/** A message our own fault keeps from being answered is put in front of a person, and the one who wrote is told so. */
export async function apologise({ lease, messages }: Work, { store, live, now }: Working): Promise<void> {
  await store.saveTurn({
    lease,
    message: messages[0].id,
    says: [{ from: "bot", parts: [{ outcome: "hand-over", text: failed, citations: [], hotlines: [] }], choices: [] }],
    outcome: "hand-over",
    entries: [],
    trace: undefined,
    escalate: { reason: "unknown", risk: "none" },
    withdraw: false,
    at: now(),
  });
  live.announce("queue");
}
