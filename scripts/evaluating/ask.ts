import type { Turn } from "../../bot/conversation.ts";
import { MessageId } from "../../bot/message.ts";
import { citationsOf, type Reply } from "../../bot/reply.ts";
import { replyText } from "../../bot/reply-text.ts";
import { respond } from "../../bot/respond.ts";
import type { OpenKnowledge } from "../../knowledge/compiled.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Day } from "../../knowledge/provision.ts";

export interface Asking extends OpenKnowledge {
  readonly day: Day;
}

/** A conversation from its first turn: each reply knows what was said before. */
export function converse(turns: readonly string[], asking: Asking): readonly { readonly reply: Reply; readonly ms: number }[] {
  return talk(turns, asking).replies;
}

/** What was said on both sides. */
export function historyOf(turns: readonly string[], asking: Asking): readonly Turn[] {
  return talk(turns, asking).history;
}

function talk(turns: readonly string[], { library, search, hear, readAsMeant, day }: Asking) {
  const history: Turn[] = [];
  let interview: Reply["interview"];
  const replies = turns.map((text, position) => {
    const startedAt = performance.now();
    const reply = respond({
      message: { id: MessageId.parse(`terminal-${position}`), content: { kind: "text", text } },
      conversation: { speaker: { kind: "bot" }, turns: history.slice(-20), introduce: false, interview },
      day,
      now: { weekday: 1, clock: "10:00" },
      people: { open: false },
      library,
      search,
      hear,
      readAsMeant,
    });
    history.push({ from: "person", text }, remembered(reply));
    interview = reply.interview ?? interview;
    return { reply, ms: Math.round((performance.now() - startedAt) * 100) / 100 };
  });
  return { replies, history };
}

function remembered(reply: Reply): Turn {
  const entries = reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : []));
  return { from: "bot", text: replyText(reply), outcome: reply.outcome, entries, choices: reply.parts.flatMap(({ choices }) => choices) };
}

/** Ids of the facts of the research that a reply rests on. */
export function factsOf(reply: Reply, { provisions, entries }: Library): ReadonlySet<string> {
  const answered = reply.parts.flatMap((part) => ("entry" in part ? (entries.get(part.entry) ?? []) : []));
  const cited = reply.parts.flatMap(citationsOf).flatMap(({ provision }) => provisions.get(provision) ?? []);
  return new Set([...cited, ...answered.flatMap(({ basis, formerly }) => [...basis, ...formerly])].flatMap(({ facts }) => facts));
}
