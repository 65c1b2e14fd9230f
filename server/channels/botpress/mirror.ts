import type { Delivery } from "../channel.ts";
import type { Botpress } from "./calls.ts";
import { SpeakerState } from "./payload.ts";

/** Tells Botpress who speaks; gives why not, where it could not be told. */
export type Mirror = (delivery: Pick<Delivery, "recipient" | "speaker">) => Promise<string | undefined>;

const most = 5_000;

/**
 * A hand-over in a conversation's state "speaker" at Botpress, so that its own flows can keep quiet: written before the words that
 * announce it, and only when it has changed. What Botpress knows is read once, then remembered.
 */
export function openMirror(botpress: Botpress): Mirror {
  const told = new Map<string, string>();
  const remember = (conversation: string, speaker: string) => {
    told.delete(conversation);
    told.set(conversation, speaker);
    for (const oldest of told.keys()) {
      if (told.size <= most) break;
      told.delete(oldest);
    }
  };
  return async ({ recipient, speaker }) => {
    const path = `states/conversation/${encodeURIComponent(recipient)}/speaker`;
    if (!told.has(recipient)) {
      const known = await botpress({ method: "GET", path });
      if (known.kind === "failed" && !known.missing) return known.result.why;
      remember(recipient, (known.kind === "done" && SpeakerState.safeParse(known.json).data?.state.payload.speaker) || "bot");
    }
    if (told.get(recipient) === speaker) return undefined;
    const set = await botpress({ method: "POST", path, body: { payload: { speaker } } });
    if (set.kind === "failed") return set.result.why;
    remember(recipient, speaker);
    return undefined;
  };
}
