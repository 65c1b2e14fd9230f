import type { Transaction } from "kysely";
import { MessageContent } from "../../../bot/message.ts";
import type { ReceivedMessage } from "../../channels/channel.ts";
import { readAnew } from "../archive/archive-verbs.ts";
import { conversationsOf, type Writer } from "../incoming/conversations-of.ts";
import { believed, later } from "../incoming/last-contact.ts";
import { isTakenBack, type Request, rememberAll } from "../incoming/remember-all.ts";
import type { Instant, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { together } from "./together.ts";

export function rememberVerbs(base: Base): Pick<Store, "rememberMessages" | "noteContact" | "amendMessage"> {
  const rememberTogether = together((requests: readonly Request[]) =>
    base.database.transaction().execute((transaction) => rememberAll(base, transaction, requests)),
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

async function amend(
  { base, channel, at }: { readonly base: Base; readonly channel: string; readonly at: Instant },
  { account, providerId, content }: Pick<ReceivedMessage, "account" | "providerId" | "content">,
): Promise<boolean> {
  const { database, seal } = base;
  const found = await database
    .selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .select(["messages.id", "messages.conversation_id", "messages.body", "conversations.data_key"])
    .where("messages.channel", "=", channel)
    .where("messages.account", "=", account)
    .where("messages.provider_id", "=", providerId)
    .where("messages.from_person", "=", 1)
    .executeTakeFirst();
  const key = found?.data_key;
  // Erased: it stays without words.
  if (found === undefined || key == null || found.body === null) return false;
  // An edit that comes late brings nothing back.
  if (isTakenBack(MessageContent.parse(JSON.parse(seal.open(key, found.body))))) return true;
  const body = seal.lock(key, JSON.stringify(content));
  const amended = await database.transaction().execute(async (transaction) => {
    await readAnew(transaction, found.conversation_id);
    return await transaction
      .updateTable("messages")
      .set((of) => ({ body, ...(isTakenBack(content) && { trace: null, handled_at: of.fn.coalesce("handled_at", of.val(at)) }) }))
      .where("id", "=", found.id)
      .where("body", "=", found.body)
      .executeTakeFirst();
  });
  // Changed by another event at this moment: looked at once more.
  return amended.numUpdatedRows === 1n || (await amend({ base, channel, at }, { account, providerId, content }));
}

/** The conversation of this person, begun when there is none. */
export async function conversationOf(
  base: Base,
  transaction: Transaction<Tables>,
  { channel, account, sender, at }: Pick<Writer, "channel" | "account" | "sender" | "at">,
): Promise<string> {
  const hash = base.seal.fingerprint(`${channel}\n${account}\n${sender}`);
  const found = (await conversationsOf(base, transaction, [{ channel, account, sender, hash, at, count: 0, contactAt: 0 }])).get(hash);
  if (found === undefined) throw new Error("a conversation was neither found nor begun");
  return found.id;
}
