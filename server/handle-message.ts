import type { Reply } from "../bot/reply.ts";
import { type Asked, respond } from "../bot/respond.ts";
import type { OpenKnowledge } from "../knowledge/compiled.ts";
import type { Library } from "../knowledge/library.ts";
import type { Channel } from "./channels/channel.ts";
import { fit } from "./channels/fit.ts";
import { localDay, localTime } from "./clock.ts";
import { escalationFor, riskOf } from "./escalation/escalation-for.ts";
import { peopleNow } from "./escalation/people.ts";
import { mayStillSay, stoppedNotice, wasTold } from "./escalation/while-off.ts";
import { opinionOf, withOpinion } from "./figures/opinion.ts";
import type { OutgoingMessage } from "./outgoing.ts";
import { outgoingOf } from "./outgoing-of.ts";
import { type Board, stopOf } from "./store/notices/board.ts";
import type { EscalationRequest, HandledTurn, Store, Work } from "./store/store.ts";

export interface Handling {
  /** Read once: a message is answered from what is known at one moment. */
  readonly knowledge: { readonly current: () => OpenKnowledge };
  readonly store: Store;
  /** What the bot says: `respond`, or with the help of models. */
  readonly answer: (asked: Asked) => Promise<Reply>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** What is switched off; absent = nothing ever is. */
  readonly board?: Pick<Board, "fresh">;
  readonly publicUrl: string;
  readonly now: () => number;
}

/**
 * A stored message, from "who speaks?" to what goes out: while a counsellor speaks the bot is silent, but danger is still
 * seen; while the machine is switched off a person is told so, once, and put before a counsellor; otherwise the bot decides, its reply is cut to what the channel carries, and turn, outgoing pieces and hand-over
 * are written together. Gives what was decided, or `lost-lease` when another process has taken the conversation.
 */
export async function handleMessage(work: Work, handling: Handling): Promise<HandledTurn | "lost-lease"> {
  const { store, answer, channels, board, publicUrl, now } = handling;
  const { library, search, hear, readAsMeant } = handling.knowledge.current();
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
  const isStopped = !silent && board !== undefined && stopOf(await board.fresh(), work.channel) !== undefined;
  const reply = silent || isStopped ? respond(asked) : await answer(asked);
  const channel = channels.get(work.channel);
  const isMuted = isStopped && !mayStillSay(reply);
  const opinion = { reply, conversation: work.conversation, limits: channel?.limits };
  const said = isMuted ? stoppedSays(work, handling) : silent ? undefined : editedFor(channel, opinion, at);
  const says = said === undefined ? [] : fit(said, { limits: channel?.limits, publicUrl });
  const speaks = !silent && !isMuted;
  const turn: HandledTurn = {
    lease: work.lease,
    message: message.id,
    says,
    outcome: speaks ? reply.outcome : isMuted && says.length > 0 ? "hand-over" : "silent",
    entries: reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : [])),
    trace: reply.trace,
    escalate: isMuted
      ? stoppedCase(channel, reply, library)
      : escalationFor(reply, { library, silent: silent || channel?.edit !== undefined }),
    withdraw: false,
    forget: speaks && reply.parts.some((part) => part.outcome === "command" && part.command === "erased"),
    opinion: speaks ? opinionOf(message.content, work.conversation, library) : undefined,
    interview: speaks ? reply.interview : undefined,
    // What is said is said now, however long it took to think of.
    at: now(),
  };
  return (await store.saveTurn(turn)) === "written" ? turn : "lost-lease";
}

function editedFor(channel: Channel | undefined, opinion: Parameters<typeof withOpinion>[1], at: number): OutgoingMessage | undefined {
  const { reply } = opinion;
  const outgoing = outgoingOf(reply, localTime(at));
  return channel?.edit ? channel.edit(outgoing, reply.outcome) : withOpinion(outgoing, opinion);
}

/** What is said while the machine is switched off: the same once. Where a channel has words of its own for everything, nothing. */
function stoppedSays({ channel, conversation }: Work, { channels, knowledge }: Handling): OutgoingMessage | undefined {
  return wasTold(conversation) || channels.get(channel)?.edit ? undefined : stoppedNotice(knowledge.current().library);
}

function stoppedCase(channel: Channel | undefined, reply: Reply, library: Library): EscalationRequest | undefined {
  return channel?.edit ? undefined : { reason: "switched-off", risk: riskOf(reply, library) };
}
