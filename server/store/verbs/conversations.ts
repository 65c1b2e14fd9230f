import { ConversationId, MessageContent } from "../../../bot/message.ts";
import type { Trace } from "../../../bot/reply.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import type { ConversationSummary, Instant, ShownMessage, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { keptInterview } from "./kept-interview.ts";
import { openEscalation, speakerOf } from "./speaker.ts";

type Verbs = "findConversation" | "readConversation" | "readMessages" | "eraseConversation" | "eraseForgotten";
const forgetLatestMs = 3_600_000;

export function conversationVerbs(base: Base & { readonly scrub: () => Promise<void> }): Pick<Store, Verbs> {
  const { database, seal, scrub } = base;
  const living = (channel: string, account: string, sender: string) =>
    database
      .selectFrom("conversations")
      .selectAll()
      .where("channel", "=", channel)
      .where("account", "=", account)
      .where("sender_hash", "=", seal.fingerprint(`${channel}\n${account}\n${sender}`))
      .where("erased_at", "is", null);
  return {
    async findConversation(channel, account, sender) {
      const row = await living(channel, account, sender).executeTakeFirst();
      return row && summarise(base, row);
    },
    async readConversation(id) {
      const row = await database
        .selectFrom("conversations")
        .selectAll()
        .where("id", "=", id)
        .where("erased_at", "is", null)
        .executeTakeFirst();
      return row && summarise(base, row);
    },
    async readMessages(id, afterSequence, limit) {
      const key = await database.selectFrom("conversations").select("data_key").where("id", "=", id).executeTakeFirst();
      const wrapped = key?.data_key;
      if (wrapped == null) return [];
      const rows = await database
        .selectFrom("messages")
        .leftJoin("deliveries", "deliveries.message_id", "messages.id")
        .selectAll("messages")
        .select("deliveries.state")
        .where("messages.conversation_id", "=", id)
        .where("messages.sequence", ">", afterSequence)
        .orderBy("messages.sequence")
        .limit(limit)
        .execute();
      return rows.map((row) => shown(row, seal.open(wrapped, row.body ?? "")));
    },
    async eraseConversation(id, at) {
      await erase(base, id, at);
      await scrub();
    },
    async eraseForgotten(at) {
      const asked = await database
        .selectFrom("conversations")
        .select(["id", "forget_at"])
        .where("forget_at", "is not", null)
        .where("erased_at", "is", null)
        .execute();
      const erased: ConversationId[] = [];
      for (const { id, forget_at } of asked) {
        const open = await database
          .selectFrom("deliveries")
          .select("id")
          .where("conversation_id", "=", id)
          .where("state", "in", ["queued", "sending"])
          .executeTakeFirst();
        if (open !== undefined && at - (forget_at ?? at) < forgetLatestMs) continue;
        await erase(base, id, at);
        erased.push(ConversationId.parse(id));
      }
      if (erased.length > 0) await scrub();
      return erased;
    },
  };
}

async function summarise({ database, seal }: Base, row: Tables["conversations"]): Promise<ConversationSummary> {
  const escalation = await openEscalation(database, row.id);
  const waiting = await database
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "=", row.id)
    .where("handled_at", "is", null)
    .executeTakeFirst();
  return {
    id: ConversationId.parse(row.id),
    channel: row.channel,
    speaker: speakerOf(escalation, row.paused_until, row.last_at),
    lastSequence: row.last_sequence,
    lastIncomingAt: row.last_incoming_at,
    unhandled: waiting !== undefined,
    interview: keptInterview(seal, row),
  };
}

type DeliveryState = Tables["deliveries"]["state"];
const shownDelivery = { queued: "pending", sending: "pending", sent: "sent", unknown: "unknown", undeliverable: "undeliverable" } as const;

function shown(row: Tables["messages"] & { readonly state: DeliveryState | null }, body: string): ShownMessage {
  const read: unknown = JSON.parse(body);
  return {
    sequence: row.sequence,
    id: row.id,
    at: row.at,
    clientId: row.from_person === 1 ? (row.provider_id ?? undefined) : undefined,
    content:
      row.from_person === 1
        ? { from: "person", message: MessageContent.parse(read) }
        : { from: "us", message: OutgoingMessage.parse(read) },
    // Written by us, as it was.
    trace: row.trace === null ? undefined : (JSON.parse(row.trace) as Trace),
    delivery: row.state === null ? undefined : shownDelivery[row.state],
  };
}

async function erase({ database }: Base, id: string, at: Instant): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const gone = { sender: null, data_key: null, interview: null, erased_at: at, lease_until: 0 };
    await transaction
      .updateTable("conversations")
      .set((of) => ({ ...gone, lease_epoch: of("lease_epoch", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await transaction
      .updateTable("messages")
      .set({ body: null, trace: null, entries: null, handled_at: at })
      .where("conversation_id", "=", id)
      .execute();
    await transaction
      .updateTable("deliveries")
      .set({ state: "undeliverable", reason: "erased" })
      .where("conversation_id", "=", id)
      .where("state", "in", ["queued", "sending", "unknown"])
      .execute();
    await transaction
      .updateTable("escalations")
      .set({ state: "closed", closed_at: at, why: "withdrawn" })
      .where("conversation_id", "=", id)
      .where("state", "<>", "closed")
      .execute();
  });
}
