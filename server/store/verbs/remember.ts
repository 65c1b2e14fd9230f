import type { Transaction } from "kysely";
import { ConversationId, MessageId } from "../../../bot/message.ts";
import type { ReceivedMessage } from "../../channels/channel.ts";
import type { Instant, Remembered, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { together } from "./together.ts";

export function rememberVerbs(base: Base): Pick<Store, "rememberMessages"> {
  const rememberTogether = together((requests: readonly Request[]) =>
    base.database.transaction().execute(async (transaction) => {
      const all: (readonly Remembered[])[] = [];
      for (const request of requests) all.push(await rememberEach(base, transaction, request));
      return all;
    }),
  );
  return {
    async rememberMessages(channel, messages, at) {
      if (messages.length === 0) return [];
      const remember = () => rememberTogether({ channel, messages, at });
      // Two first messages of one person at the same moment: one makes the conversation, the other finds it.
      return await remember().catch(remember);
    },
  };
}

interface Request {
  readonly channel: string;
  readonly messages: readonly ReceivedMessage[];
  readonly at: Instant;
}

async function rememberEach(
  base: Base,
  transaction: Transaction<Tables>,
  { channel, messages, at }: Request,
): Promise<readonly Remembered[]> {
  const remembered: Remembered[] = [];
  for (const message of messages) remembered.push(await rememberOne({ base, transaction, channel, at }, message));
  return remembered;
}

interface Remembering {
  readonly base: Base;
  readonly transaction: Transaction<Tables>;
  readonly channel: string;
  readonly at: Instant;
}

async function rememberOne({ base, transaction, channel, at }: Remembering, message: ReceivedMessage): Promise<Remembered> {
  const seen = await transaction
    .selectFrom("messages")
    .select("conversation_id")
    .where("channel", "=", channel)
    .where("account", "=", message.account)
    .where("provider_id", "=", message.providerId)
    .executeTakeFirst();
  if (seen) return { kind: "seen", conversation: ConversationId.parse(seen.conversation_id) };
  const { id: conversation, key } = await conversationOf({ base, transaction, channel, at }, message);
  const { last_sequence: sequence } = await transaction
    .updateTable("conversations")
    .set((of) => ({ last_sequence: of("last_sequence", "+", 1), last_incoming_at: at, last_at: at }))
    .where("id", "=", conversation)
    // Erased at this moment: tried once more, the message begins a new conversation.
    .where("erased_at", "is", null)
    .returning("last_sequence")
    .executeTakeFirstOrThrow();
  const id = MessageId.parse(base.newId());
  await transaction
    .insertInto("messages")
    .values({
      id,
      conversation_id: conversation,
      sequence,
      from_person: 1,
      channel,
      account: message.account,
      provider_id: message.providerId,
      body: base.seal.lock(key, JSON.stringify(message.content)),
      author: null,
      sent_at: message.sentAt,
      at,
      handled_at: null,
      attempts: 0,
      outcome: null,
      entries: null,
      trace: null,
    })
    .execute();
  return { kind: "new", conversation: ConversationId.parse(conversation), message: id };
}

async function conversationOf(
  { base, transaction, channel, at }: Remembering,
  { account, sender }: ReceivedMessage,
): Promise<{ readonly id: string; readonly key: string }> {
  const sender_hash = base.seal.fingerprint(`${channel}\n${account}\n${sender}`);
  const found = await transaction
    .selectFrom("conversations")
    .select(["id", "data_key", "last_at"])
    .where("channel", "=", channel)
    .where("account", "=", account)
    .where("sender_hash", "=", sender_hash)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  if (found?.data_key) {
    if (at - found.last_at > longPauseMs)
      await transaction.updateTable("conversations").set({ introduce: 1 }).where("id", "=", found.id).execute();
    return { id: found.id, key: found.data_key };
  }
  const id = base.newId();
  const key = base.seal.newKey();
  const zeros = { last_sequence: 0, lease_epoch: 0, lease_until: 0, retry_at: 0, paused_until: 0, forget_at: null, erased_at: null };
  await transaction
    .insertInto("conversations")
    .values({
      ...zeros,
      id,
      channel,
      account,
      sender_hash,
      sender: base.seal.lock(key, sender),
      data_key: key,
      last_incoming_at: at,
      last_at: at,
      introduce: 1,
    })
    .execute();
  return { id, key };
}

/** After so long a silence the bot says again what it is. */
const longPauseMs = 12 * 3_600_000;
