import type { Transaction } from "kysely";
import { ConversationId, MessageContent } from "../../../bot/message.ts";
import type { Trace } from "../../../bot/reply.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import { eraseDesk } from "../desk/erase-desk.ts";
import { forgetInEditing } from "../editing/editing-verbs.ts";
import { forgetFigures } from "../figures/forget-figures.ts";
import { forgetRequests } from "../requests/forget.ts";
import type { ConversationSummary, Instant, ShownMessage, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { keptInterview, openEscalation, speakerOf } from "./speaker.ts";

type Verbs = "readChanged" | "topicOf" | "findConversation" | "readConversation" | "readMessages" | "eraseConversation" | "eraseForgotten";
const forgetLatestMs = 3_600_000;

export interface Erasable extends Base {
  readonly scrub: () => Promise<void>;
  readonly noteErased?: (conversation: string) => void;
}

export function conversationVerbs(base: Erasable): Pick<Store, Verbs> {
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
    async eraseConversation(id, at, by = "person") {
      await eraseIf(async () => true, { base, id, at, by });
      await scrub();
    },
    async readChanged(since) {
      const changed = database.selectFrom("conversations").select(["id", "sender_hash", "last_at"]).where("last_at", ">=", since);
      const rows = await changed.execute();
      return rows.map(({ id, sender_hash, last_at: at }) => ({ conversation: ConversationId.parse(id), person: sender_hash, at }));
    },
    topicOf: (channel, account, sender) => seal.fingerprint(`${channel}\n${account}\n${sender}`),
    async eraseForgotten(at) {
      const asked = await database
        .selectFrom("conversations")
        .select(["id", "forget_at"])
        .where("forget_at", "<=", at)
        .where("erased_at", "is", null)
        .execute();
      const erased: ConversationId[] = [];
      for (const { id, forget_at } of asked) {
        const isLate = at - (forget_at ?? at) >= forgetLatestMs;
        if (await eraseIf((transaction) => (isLate ? Promise.resolve(true) : isFinished(transaction, id)), { base, id, at, by: "person" }))
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

/** Nothing the person wrote waits for an answer, and nothing we said waits to go out. */
async function isFinished(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const unhandled = await transaction
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "=", id)
    .where("handled_at", "is", null)
    .executeTakeFirst();
  const open = await transaction
    .selectFrom("deliveries")
    .select("id")
    .where("conversation_id", "=", id)
    .where("state", "in", ["queued", "sending"])
    .executeTakeFirst();
  return unhandled === undefined && open === undefined;
}

interface Erasing {
  readonly base: Erasable;
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
}

/** Erases one conversation if, once nobody else can write to it, it still may be erased. */
export async function eraseIf(
  may: (transaction: Transaction<Tables>) => Promise<boolean>,
  { base, id, at, by }: Erasing,
): Promise<boolean> {
  return await base.database.transaction().execute(async (transaction) => {
    // Whoever writes to this conversation at this moment has done so before we look, or does so after it is gone.
    const held = transaction
      .updateTable("conversations")
      .set((of) => ({ last_at: of.ref("last_at") }))
      .where("id", "=", id);
    const row = await held.where("erased_at", "is", null).executeTakeFirst();
    if (row.numUpdatedRows === 0n || !(await may(transaction))) return false;
    // Before the commit: noted and not done can be done again, done and not noted would come back with a back-up.
    base.noteErased?.(id);
    await forgetInEditing(transaction, id);
    const gone = { sender: null, data_key: null, interview: null, erased_at: at, last_at: at, lease_until: 0 };
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
    await forgetFigures(transaction, id, at);
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
    await eraseDesk(transaction, id);
    await forgetRequests(base, transaction, { id, by, at });
    return true;
  });
}
