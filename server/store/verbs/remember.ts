import type { ExpressionBuilder, Transaction } from "kysely";
import { ConversationId, MessageId } from "../../../bot/message.ts";
import type { ReceivedMessage } from "../../channels/channel.ts";
import { readAnew } from "../archive/archive-verbs.ts";
import type { Instant, Remembered, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { together } from "./together.ts";

export function rememberVerbs(base: Base): Pick<Store, "rememberMessages" | "noteContact" | "amendMessage"> {
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
    async noteContact(channel, { account, sender, sentAt }, at) {
      await base.database
        .updateTable("conversations")
        .set((of) => ({ last_incoming_at: later(of, believed(sentAt, at)) }))
        .where("channel", "=", channel)
        .where("account", "=", account)
        .where("sender_hash", "=", base.seal.fingerprint(`${channel}\n${account}\n${sender}`))
        .where("erased_at", "is", null)
        .execute();
    },
    amendMessage: (channel, amended, at) => amend({ base, channel, at }, amended),
  };
}

/** Providers repeat a delivery for a day and a half (Meta: 36 hours); an older time, or one to come, is a wrong clock. */
const latestMs = 48 * 3_600_000;

function believed(sentAt: Instant, at: Instant): Instant {
  return sentAt > at || sentAt < at - latestMs ? at : sentAt;
}

/** What arrives late opens no window anew. */
function later(of: ExpressionBuilder<Tables, "conversations">, at: Instant) {
  return of.case().when("last_incoming_at", "<", at).then(at).else(of.ref("last_incoming_at")).end();
}

async function amend(
  { base: { database, seal }, channel, at }: Omit<Remembering, "transaction">,
  { account, providerId, content }: Pick<ReceivedMessage, "account" | "providerId" | "content">,
): Promise<boolean> {
  const found = await database
    .selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .select(["messages.id", "messages.conversation_id", "conversations.data_key"])
    .where("messages.channel", "=", channel)
    .where("messages.account", "=", account)
    .where("messages.provider_id", "=", providerId)
    .where("messages.from_person", "=", 1)
    .executeTakeFirst();
  const key = found?.data_key;
  if (found === undefined || key == null) return false;
  const body = seal.lock(key, JSON.stringify(content));
  const isTakenBack = content.kind === "unreadable";
  await database.transaction().execute(async (transaction) => {
    await readAnew(transaction, found.conversation_id);
    await transaction
      .updateTable("messages")
      .set((of) => ({ body, ...(isTakenBack && { trace: null, handled_at: of.fn.coalesce("handled_at", of.val(at)) }) }))
      .where("id", "=", found.id)
      // Erased at this moment: it stays without words.
      .where("body", "is not", null)
      .execute();
  });
  return true;
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
    .set((of) => ({ last_sequence: of("last_sequence", "+", 1), last_incoming_at: later(of, believed(message.sentAt, at)), last_at: at }))
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

/** The conversation of this person, begun when there is none. */
export async function conversationOf(
  { base, transaction, channel, at }: Remembering,
  { account, sender }: Pick<ReceivedMessage, "account" | "sender">,
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
  const zeros = {
    last_sequence: 0,
    lease_epoch: 0,
    lease_until: 0,
    retry_at: 0,
    paused_until: 0,
    forget_at: null,
    erased_at: null,
    interview: null,
  };
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
      last_incoming_at: 0,
      last_at: at,
      introduce: 1,
    })
    .execute();
  return { id, key };
}

/** After so long a silence the bot says again what it is. */
const longPauseMs = 12 * 3_600_000;
