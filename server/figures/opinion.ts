import type { Conversation } from "../../bot/conversation.ts";
import type { MessageContent } from "../../bot/message.ts";
import { type Opinion, opinionChoices, opinionIn } from "../../bot/question/opinion.ts";
import type { Reply } from "../../bot/reply.ts";
import type { Library } from "../../knowledge/library.ts";
import type { ChannelLimits } from "../channels/channel.ts";
import { mustList } from "../channels/listed-choices.ts";
import type { OutgoingMessage } from "../outgoing.ts";

interface Said {
  readonly reply: Reply;
  readonly conversation: Conversation;
  readonly limits: ChannelLimits | undefined;
}

/** Asks beside the other buttons whether an answer helped, where the channel carries two more without having to list them all. */
export function withOpinion(message: OutgoingMessage, { reply, conversation, limits }: Said): OutgoingMessage {
  const asked = opinionChoices(reply, conversation);
  if (asked.length === 0) return message;
  const choices = [...message.choices, ...asked];
  const isCarried = limits === undefined || mustList(message.choices, limits) === mustList(choices, limits);
  return isCarried ? { ...message, choices } : message;
}

/** What somebody has said of an answer; only of one that we have. */
export function opinionOf(content: MessageContent, conversation: Conversation, { entries }: Library): Opinion | undefined {
  const opinion = opinionIn(content, conversation);
  return opinion !== undefined && entries.has(opinion.entry) ? opinion : undefined;
}
