import type { Turn } from "../../bot/conversation.ts";
import { MessageId } from "../../bot/message.ts";
import type { Asked } from "../../bot/respond.ts";
import { Day } from "../../knowledge/provision.ts";
import { realKnowledge } from "./library.ts";

const knowledge = realKnowledge();

/** A question as the bot gets it, over the library as it is released. */
export function askedOf(text: string, turns: readonly Turn[] = []): Asked {
  return {
    message: { id: MessageId.parse("message-1"), content: { kind: "text", text } },
    conversation: { speaker: { kind: "bot" }, turns, introduce: false },
    day: Day.parse("2026-11-24"),
    now: { weekday: 2, clock: "10:00" },
    people: { open: false },
    ...knowledge,
  };
}
