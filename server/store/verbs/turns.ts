import { z } from "zod";
import type { Conversation, Turn } from "../../../bot/conversation.ts";
import { ConversationId, MessageContent, MessageId } from "../../../bot/message.ts";
import { type Outcome, outcomes } from "../../../bot/reply.ts";
import { risks } from "../../escalation/escalation.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import { countTurn } from "../figures/count-turn.ts";
import type { HandledTurn, Instant, Lease, Store, Work } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { say } from "./say.ts";
import { keptInterview, openEscalation, type Reading, speakerOf } from "./speaker.ts";

const remembered = 20;
const Entries = z.array(z.string());

export function turnVerbs(base: Base): Pick<Store, "takeWork" | "putBackWork" | "saveTurn"> {
  const { database } = base;
  return {
    async takeWork(at, leaseMs) {
      for (let tries = 0; tries < 5; tries++) {
        const free = await nextFree(base, at);
        if (free === undefined) return undefined;
        const lease: Lease = { conversation: ConversationId.parse(free.id), epoch: free.lease_epoch + 1, until: at + leaseMs };
        const taken = await database
          .updateTable("conversations")
          .set({ lease_epoch: lease.epoch, lease_until: lease.until })
          .where("id", "=", free.id)
          .where("lease_epoch", "=", free.lease_epoch)
          .executeTakeFirst();
        const work = taken.numUpdatedRows === 1n ? await readWork(base, lease, at) : undefined;
        if (work !== undefined) return work;
      }
      return undefined;
    },
    async putBackWork(lease, retryAt) {
      await database.transaction().execute(async (transaction) => {
        const put = await transaction
          .updateTable("conversations")
          .set({ lease_until: 0, retry_at: retryAt })
          .where("id", "=", lease.conversation)
          .where("lease_epoch", "=", lease.epoch)
          .executeTakeFirst();
        if (put.numUpdatedRows === 0n) return;
        const oldest = await unhandled(transaction, lease.conversation).executeTakeFirst();
        if (oldest)
          await transaction
            .updateTable("messages")
            .set((of) => ({ attempts: of("attempts", "+", 1) }))
            .where("id", "=", oldest.id)
            .execute();
      });
    },
    saveTurn: (turn) => saveTurn(base, turn),
  };
}

function unhandled(database: Reading, conversation: string) {
  return database
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", conversation)
    .where("handled_at", "is", null)
    .orderBy("sent_at")
    .orderBy("sequence");
}

async function nextFree({ database }: Base, at: Instant) {
  return await database
    .selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .select(["conversations.id", "conversations.lease_epoch"])
    .where("messages.handled_at", "is", null)
    .where("conversations.lease_until", "<=", at)
    .where("conversations.retry_at", "<=", at)
    .orderBy("messages.at")
    .executeTakeFirst();
}

async function readWork(base: Base, lease: Lease, at: Instant): Promise<Work | undefined> {
  const { database, seal } = base;
  const row = await database.selectFrom("conversations").selectAll().where("id", "=", lease.conversation).executeTakeFirstOrThrow();
  const key = row.data_key;
  if (key === null) return undefined;
  const waiting = await unhandled(database, lease.conversation).execute();
  const read = ({ id, body }: Tables["messages"]) => ({
    id: MessageId.parse(id),
    content: MessageContent.parse(JSON.parse(seal.open(key, body ?? ""))),
  });
  const [first, ...others] = waiting;
  if (first === undefined) {
    await database
      .updateTable("conversations")
      .set({ lease_until: 0 })
      .where("id", "=", row.id)
      .where("lease_epoch", "=", lease.epoch)
      .execute();
    return undefined;
  }
  const past = await database
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", row.id)
    .where("handled_at", "is not", null)
    .orderBy("sequence", "desc")
    .limit(remembered)
    .execute();
  const escalation = await openEscalation(database, row.id);
  const turns = past.reverse().flatMap((message) => turnOf(message, seal.open(key, message.body ?? "")));
  const conversation: Conversation = {
    speaker: speakerOf(escalation, row.paused_until, at),
    turns,
    introduce: row.introduce === 1,
    interview: keptInterview(seal, row),
  };
  const { channel, account } = row;
  const sender = seal.open(key, row.sender ?? "");
  return {
    lease,
    channel,
    account,
    sender,
    conversation,
    escalation,
    attempts: first.attempts,
    messages: [read(first), ...others.map(read)],
  };
}

function turnOf(message: Tables["messages"], body: string): readonly Turn[] {
  if (message.from_person === 1) {
    const content = MessageContent.parse(JSON.parse(body));
    return content.kind === "unreadable" ? [] : [{ from: "person", text: content.kind === "text" ? content.text : content.label }];
  }
  const outgoing = OutgoingMessage.parse(JSON.parse(body));
  const text = outgoing.parts.map((part) => part.text).join("\n\n");
  if (outgoing.from === "counsellor") return [{ from: "counsellor", text }];
  if (outgoing.from === "notice") return [];
  const outcome: Outcome = outcomes.find((each) => each === message.outcome) ?? "small-talk";
  return [
    {
      from: "bot",
      text,
      outcome,
      entries: message.entries === null ? [] : Entries.parse(JSON.parse(message.entries)),
      choices: outgoing.choices,
    },
  ];
}

async function sealedInterview({ seal }: Base, transaction: Reading, { lease, interview }: HandledTurn) {
  if (interview === undefined) return {};
  const row = await transaction.selectFrom("conversations").select("data_key").where("id", "=", lease.conversation).executeTakeFirst();
  const key = row?.data_key;
  return key == null ? {} : { interview: seal.lock(key, JSON.stringify(interview)) };
}

async function saveTurn(base: Base, turn: HandledTurn) {
  return await base.database.transaction().execute(async (transaction) => {
    const { lease, at } = turn;
    const held = await transaction
      .updateTable("conversations")
      .set({ lease_until: 0, retry_at: 0 })
      .where("id", "=", lease.conversation)
      .where("lease_epoch", "=", lease.epoch)
      .where("erased_at", "is", null)
      .executeTakeFirst();
    if (held.numUpdatedRows === 0n) return "lost-lease";
    const done = await transaction
      .updateTable("messages")
      .set({ handled_at: at, outcome: turn.outcome })
      .where("id", "=", turn.message)
      .where("handled_at", "is", null)
      .executeTakeFirst();
    // Taken back while it was thought about: nothing of it is done.
    if (done.numUpdatedRows === 0n) return "lost-lease";
    const kept = { ...(turn.forget && { forget_at: at }), ...(await sealedInterview(base, transaction, turn)) };
    if (Object.keys(kept).length > 0)
      await transaction.updateTable("conversations").set(kept).where("id", "=", lease.conversation).execute();
    const { outcome, entries, trace } = turn;
    await say(base, transaction, { conversation: lease.conversation, says: turn.says, at, outcome, entries, ...(trace && { trace }) });
    if (turn.escalate) {
      const risk = risks.indexOf(turn.escalate.risk);
      const { channel } = await transaction
        .selectFrom("conversations")
        .select("channel")
        .where("id", "=", lease.conversation)
        .executeTakeFirstOrThrow();
      const fresh = {
        id: base.newId(),
        conversation_id: lease.conversation,
        channel,
        reason: turn.escalate.reason,
        risk,
        state: "waiting" as const,
      };
      const open = await transaction
        .selectFrom("escalations")
        .select(["id", "risk"])
        .where("conversation_id", "=", lease.conversation)
        .where("state", "<>", "closed")
        .executeTakeFirst();
      if (open === undefined) {
        const empty = { staff_id: null, staff_name: null, claimed_at: null, lease_until: 0, closed_at: null, why: null };
        await transaction
          .insertInto("escalations")
          .values({ ...fresh, ...empty, opened_at: at })
          .execute();
      } else if (open.risk < risk) {
        await transaction.updateTable("escalations").set({ risk, reason: turn.escalate.reason }).where("id", "=", open.id).execute();
      }
    }
    if (turn.withdraw) {
      await transaction
        .updateTable("escalations")
        .set({ state: "closed", closed_at: at, why: "withdrawn" })
        .where("conversation_id", "=", lease.conversation)
        .where("state", "=", "waiting")
        .execute();
    }
    await countTurn(base, transaction, turn);
    return "written";
  });
}
