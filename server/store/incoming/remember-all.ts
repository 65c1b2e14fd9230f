import type { Transaction } from "kysely";
import { ConversationId, type MessageContent, MessageId } from "../../../bot/message.ts";
import type { ReceivedMessage } from "../../channels/channel.ts";
import type { Instant, Remembered } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { conversationsOf, type Found, longPauseMs, type Writer } from "./conversations-of.ts";
import { believed, later } from "./last-contact.ts";

export interface Request {
  readonly channel: string;
  readonly messages: readonly ReceivedMessage[];
  readonly at: Instant;
}

interface Arrived extends Pick<Writer, "channel" | "hash" | "at"> {
  readonly message: ReceivedMessage;
  /** Channel, account and provider id. */
  readonly key: string;
}

/**
 * All of several requests in a handful of statements: which messages are there already, whose they are, what each conversation has come
 * to, and all new messages at once. Gives for each request what became of its messages.
 */
export async function rememberAll(
  base: Base,
  transaction: Transaction<Tables>,
  requests: readonly Request[],
): Promise<readonly (readonly Remembered[])[]> {
  const arrived = requests.map(({ channel, messages, at }) => messages.map((message) => arrivedOf(base, message, { channel, at })));
  const all = arrived.flat();
  const known = await seen(transaction, all);
  const fresh = new Map(all.filter(({ key }) => !known.has(key)).map((each) => [each.key, each]));
  // Of two with one id the first counts.
  for (const each of all.toReversed()) if (fresh.has(each.key)) fresh.set(each.key, each);
  const stored = await store(base, transaction, [...fresh.values()]);
  return arrived.map((each) =>
    each.map((one): Remembered => {
      const conversation = ConversationId.parse(known.get(one.key) ?? stored.get(one.key)?.conversation);
      const message = stored.get(one.key)?.message;
      return message === undefined || fresh.get(one.key) !== one ? { kind: "seen", conversation } : { kind: "new", conversation, message };
    }),
  );
}

function arrivedOf({ seal }: Base, message: ReceivedMessage, { channel, at }: Pick<Request, "channel" | "at">): Arrived {
  const { account, sender, providerId } = message;
  const hash = seal.fingerprint(`${channel}\n${account}\n${sender}`);
  return { channel, hash, at, message, key: `${channel}\n${account}\n${providerId}` };
}

async function seen(transaction: Transaction<Tables>, all: readonly Arrived[]): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction
    .selectFrom("messages")
    .select(["channel", "account", "provider_id", "conversation_id"])
    .where(
      "provider_id",
      "in",
      all.map(({ message }) => message.providerId),
    )
    .execute();
  return new Map(rows.map((row) => [`${row.channel}\n${row.account}\n${row.provider_id}`, row.conversation_id]));
}

interface Stored {
  readonly conversation: string;
  readonly message: MessageId;
}

async function store(base: Base, transaction: Transaction<Tables>, fresh: readonly Arrived[]): Promise<ReadonlyMap<string, Stored>> {
  if (fresh.length === 0) return new Map();
  const groups = [...Map.groupBy(fresh, ({ hash }) => hash).values()].map((theirs) => {
    // A group has somebody in it.
    const some = theirs as [Arrived, ...Arrived[]];
    return { theirs: some, writer: writerOf(some) };
  });
  groups.sort((one, other) => (one.writer.hash < other.writer.hash ? -1 : 1));
  const writers = groups.map(({ writer }) => writer);
  const conversations = await conversationsOf(base, transaction, writers);
  const stored = new Map<string, Stored>();
  const rows: Tables["messages"][] = [];
  for (const { theirs, writer } of groups) {
    const conversation = conversations.get(writer.hash);
    if (conversation === undefined) continue;
    const last = conversation.isNew ? writer.count : await countIn(transaction, conversation, writer);
    for (const [position, each] of theirs.entries()) {
      const row = rowOf(base, each, { conversation, sequence: last - theirs.length + 1 + position });
      rows.push(row);
      stored.set(each.key, { conversation: conversation.id, message: MessageId.parse(row.id) });
    }
  }
  await transaction.insertInto("messages").values(rows).execute();
  return stored;
}

/** Messages of one person. */
function writerOf(theirs: readonly [Arrived, ...Arrived[]]): Writer {
  const [{ channel, hash, message }] = theirs;
  const at = Math.max(...theirs.map((each) => each.at));
  // Known only to have been taken back: no proof that the person is there.
  const contacts = theirs.filter((each) => !isTakenBack(each.message.content)).map((each) => believed(each.message.sentAt, each.at));
  const { account, sender } = message;
  return { channel, account, sender, hash, at, count: theirs.length, contactAt: Math.max(0, ...contacts) };
}

/** What these messages make of a conversation there is; gives its last sequence. */
async function countIn(transaction: Transaction<Tables>, { id, lastAt }: Found, { at, count, contactAt }: Writer): Promise<number> {
  const { last_sequence } = await transaction
    .updateTable("conversations")
    .set((of) => ({
      last_sequence: of("last_sequence", "+", count),
      last_at: at,
      last_incoming_at: later(of, contactAt),
      ...(at - lastAt > longPauseMs && { introduce: 1 }),
    }))
    .where("id", "=", id)
    // Erased at this moment: tried once more, the message begins a new conversation.
    .where("erased_at", "is", null)
    .returning("last_sequence")
    .executeTakeFirstOrThrow();
  return last_sequence;
}

function rowOf(
  { seal, newId }: Base,
  { message, at, channel }: Arrived,
  { conversation, sequence }: { readonly conversation: Found; readonly sequence: number },
): Tables["messages"] {
  const { account, providerId, sentAt, content } = message;
  return {
    id: newId(),
    conversation_id: conversation.id,
    sequence,
    from_person: 1,
    channel,
    account,
    provider_id: providerId,
    body: seal.lock(conversation.key, JSON.stringify(content)),
    author: null,
    sent_at: sentAt,
    at,
    // Nothing to answer.
    handled_at: isTakenBack(content) ? at : null,
    attempts: 0,
    outcome: null,
    entries: null,
    trace: null,
  };
}

export function isTakenBack(content: MessageContent): boolean {
  return content.kind === "unreadable" && content.what === "taken-back";
}
