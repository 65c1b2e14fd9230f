import type { Reply } from "../bot/reply.ts";
import { type Asked, respond } from "../bot/respond.ts";
import type { OpenKnowledge } from "../knowledge/compiled.ts";
import type { Channel } from "./channels/channel.ts";
import { fit } from "./channels/fit.ts";
import { localDay, localTime } from "./clock.ts";
import { escalationFor } from "./escalation/escalation-for.ts";
import { peopleNow } from "./escalation/people.ts";
import { opinionOf, withOpinion } from "./figures/opinion.ts";
import { outgoingOf } from "./outgoing-of.ts";
import type { HandledTurn, Store, Work } from "./store/store.ts";

export interface Handling extends OpenKnowledge {
  readonly store: Store;
  /** What the bot says: `respond`, or with the help of models. */
  readonly answer: (asked: Asked) => Promise<Reply>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publicUrl: string;
  readonly now: () => number;
}

/**
 * A stored message, from "who speaks?" to what goes out: while a counsellor speaks the bot is silent, but danger is still
 * seen; otherwise the bot decides, its reply is cut to what the channel carries, and turn, outgoing pieces and hand-over
 * are written together. Gives what was decided, or `lost-lease` when another process has taken the conversation.
 */
export async function handleMessage(work: Work, handling: Handling): Promise<HandledTurn | "lost-lease"> {
  const { store, library, search, hear, readAsMeant, answer, channels, publicUrl, now } = handling;
  const [message] = work.messages;
  const at = now();
  const asked: Asked = {
    message,
    conversation: work.conversation,
    day: localDay(at),
    now: localTime(at),
    people: await peopleNow(store, at),
    library,
    search,
    hear,
    readAsMeant,
  };
  const silent = work.conversation.speaker.kind === "counsellor";
  const reply = silent ? respond(asked) : await answer(asked);
  const channel = channels.get(work.channel);
  const outgoing = outgoingOf(reply, localTime(at));
  const said = channel?.edit
    ? channel.edit(outgoing, reply.outcome)
    : withOpinion(outgoing, { reply, conversation: work.conversation, limits: channel?.limits });
  const says = silent || said === undefined ? [] : fit(said, { limits: channel?.limits, publicUrl });
  const turn: HandledTurn = {
    lease: work.lease,
    message: message.id,
    says,
    outcome: silent ? "silent" : reply.outcome,
    entries: reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : [])),
    trace: reply.trace,
    escalate: escalationFor(reply, { library, silent: silent || channel?.edit !== undefined }),
    withdraw: false,
    forget: !silent && reply.parts.some((part) => part.outcome === "command" && part.command === "erased"),
    opinion: silent ? undefined : opinionOf(message.content, work.conversation, library),
    interview: silent ? undefined : reply.interview,
    // What is said is said now, however long it took to think of.
    at: now(),
  };
  return (await store.saveTurn(turn)) === "written" ? turn : "lost-lease";
}
