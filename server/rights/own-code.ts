import type { ConversationId } from "../../bot/message.ts";

const groupLength = 4;

/** "1a2b-3c4d-5e6f": the beginning of a conversation's random id, short enough to read out. Opens nothing to who is not signed in. */
export function ownCode(conversation: ConversationId): string {
  const plain = conversation.replaceAll("-", "");
  return [0, 1, 2].map((group) => plain.slice(group * groupLength, (group + 1) * groupLength)).join("-");
}
