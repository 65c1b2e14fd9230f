import type { Response } from "express";
import type { ConversationId } from "../../bot/message.ts";
import type { Live } from "../live.ts";
import type { ShownMessage, Store } from "../store/store.ts";
import type { Timer } from "../work/timer.ts";
import { openEventStream } from "./event-stream.ts";
import type { ChatState, WireMessage } from "./wire.ts";

export interface Following {
  readonly store: Store;
  readonly live: Live;
  /** The last sequence the page has. */
  readonly after: number;
  /** The id of the message with that sequence, if the page tells it. */
  readonly last: string | undefined;
  /** Told when this person writes: the conversation may have only just begun. */
  readonly topic: string;
  readonly timer?: Timer;
  readonly find: () => Promise<ConversationId | undefined>;
}

const batch = 100;

/** Everything after what the page has, then everything new, in order and once, until the page goes away. */
export function openChatStream(response: Response, following: Following): void {
  const { store, live, topic, find, timer } = following;
  let after = following.after;
  let conversation: ConversationId | undefined;
  let isKnown = following.last === undefined;
  const stream = openEventStream(response, { catchUp, onClose: () => stopListening(), ...(timer && { timer }) });
  const stops = [live.subscribe(topic, stream.poke)];
  const stopListening = () => {
    for (const stop of stops.splice(0)) stop();
  };

  async function catchUp(): Promise<void> {
    const found = await find();
    if (!isKnown && !(await hasMessage(store, found, following))) {
      // What the page shows was erased while it was away.
      stream.send({ event: "ended", data: {} });
      return stream.end();
    }
    isKnown = true;
    if (found !== conversation) {
      if (conversation !== undefined) {
        stream.send({ event: "ended", data: {} });
        return stream.end();
      }
      conversation = found;
      if (found !== undefined) stops.push(live.subscribe(found, stream.poke));
    }
    if (found === undefined) return stream.send({ event: "state", data: chatState(nothingYet) });
    for (let more = true; more; ) {
      const messages = await store.readMessages(found, after, batch);
      for (const message of messages) stream.send({ event: "message", id: message.sequence, data: wireMessage(message) });
      after = messages.at(-1)?.sequence ?? after;
      more = messages.length === batch;
    }
    const summary = await store.readConversation(found);
    if (summary) stream.send({ event: "state", data: chatState(summary) });
  }
}

async function hasMessage(store: Store, conversation: ConversationId | undefined, { after, last }: Following): Promise<boolean> {
  const [message] = conversation === undefined ? [] : await store.readMessages(conversation, after - 1, 1);
  return message?.sequence === after && message.id === last;
}

export function wireMessage({ sequence, id, at, clientId, content }: ShownMessage): WireMessage {
  const ownId = clientId?.split(":").at(-1);
  return {
    sequence,
    id,
    at,
    ...(ownId !== undefined && { clientId: ownId }),
    content: content.from === "us" ? content : { from: "person", text: wordsOf(content.message) },
  };
}

function wordsOf(content: Extract<ShownMessage["content"], { from: "person" }>["message"]): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "choice":
      return content.label;
    case "unreadable":
      return content.what === "taken-back" ? "[đã thu hồi]" : "[không phải chữ]";
  }
}

const nothingYet = { speaker: { kind: "bot" }, unhandled: false } as const;

function chatState({ speaker, unhandled }: { readonly speaker: ChatState["speaker"]; readonly unhandled: boolean }): ChatState {
  return { speaker, typing: speaker.kind !== "counsellor" && unhandled };
}
