import type { Transaction } from "kysely";
import { ConversationId } from "../../../bot/message.ts";
import type { EscalationReason } from "../../escalation/escalation.ts";
import type { OutgoingMessage } from "../../outgoing.ts";
import type { Instant, Outside, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { conversationOf } from "./remember.ts";
import { say } from "./say.ts";
import { anotherSpeaks } from "./speaker.ts";

const byPage: EscalationReason = "answered-by-page";
/** Behind everybody who waits for us: somebody is answering already. */
const behindAll = -1;

/** Answers given outside our console: who gives them, until when, and how it ends. */
export function outsideVerbs(base: Base): Pick<Store, "pauseBot" | "resumeBot" | "endPauses"> {
  const { database } = base;
  return {
    async pauseBot(outside, at, until) {
      const pause = () => database.transaction().execute((transaction) => pauseIn(base, transaction, { outside, at, until }));
      // Told twice at the same moment: one writes it, the other finds it.
      return await pause().catch(pause);
    },
    resumeBot: (conversation, says, at, givenBackAt) =>
      database.transaction().execute(async (transaction) => {
        if (givenBackAt !== undefined && !(await isNewest(transaction, conversation, givenBackAt))) return false;
        return await endPause(base, transaction, { conversation, says, at, over: false });
      }),
    async endPauses(says, at) {
      const over = await database
        .selectFrom("conversations")
        .select("id")
        .where("paused_until", ">", 0)
        .where("paused_until", "<=", at)
        .execute();
      const ended: ConversationId[] = [];
      for (const { id: conversation } of over) {
        const ending = { conversation, says, at, over: true };
        if (await database.transaction().execute((transaction) => endPause(base, transaction, ending)))
          ended.push(ConversationId.parse(conversation));
      }
      return ended;
    },
  };
}

interface Pause {
  readonly outside: Outside;
  readonly at: Instant;
  readonly until: Instant;
}

async function pauseIn(base: Base, transaction: Transaction<Tables>, { outside, at, until }: Pause) {
  const { channel, account, person, sentAt, said, heard } = outside;
  const providerId = said?.providerId ?? heard;
  const known = providerId === undefined ? undefined : await whoseIs(transaction, outside, providerId);
  if (known !== undefined) return known;
  const id = await conversationOf(base, transaction, { channel, account, sender: person, at });
  const saying = said && { conversation: id, says: [said.message], at, providerId: said.providerId, carriedByNobody: true as const };
  if (!(await isNewest(transaction, id, sentAt))) {
    if (saying !== undefined) await say(base, transaction, saying);
    return "past" as const;
  }
  await transaction
    .updateTable("conversations")
    .set({ paused_until: until })
    .where("id", "=", id)
    // Erased at this moment: tried once more, it is told of a new conversation.
    .where("erased_at", "is", null)
    .returning("id")
    .executeTakeFirstOrThrow();
  await anotherSpeaks(transaction, id);
  if (saying !== undefined) await say(base, transaction, saying);
  await transaction.updateTable("conversations").set({ introduce: 1 }).where("id", "=", id).execute();
  const open = await transaction
    .selectFrom("escalations")
    .select("id")
    .where("conversation_id", "=", id)
    .where("state", "<>", "closed")
    .executeTakeFirst();
  if (open === undefined) {
    const empty = { staff_id: null, staff_name: null, claimed_at: null, lease_until: 0, closed_at: null, why: null };
    const opened = { id: base.newId(), conversation_id: id, channel, reason: byPage, risk: behindAll, state: "waiting" as const };
    await transaction
      .insertInto("escalations")
      .values({ ...opened, ...empty, opened_at: at })
      .execute();
  }
  return "paused" as const;
}

/** Providers tell things late, twice and in another order: what is older than the newest we know of changes nobody's turn to speak. */
async function isNewest(transaction: Transaction<Tables>, conversation: string, sentAt: Instant): Promise<boolean> {
  const newest = await transaction
    .updateTable("conversations")
    .set({ outside_at: sentAt })
    .where("id", "=", conversation)
    .where("outside_at", "<=", sentAt)
    .executeTakeFirst();
  return newest.numUpdatedRows === 1n;
}

async function whoseIs(transaction: Transaction<Tables>, { channel, account }: Outside, providerId: string) {
  const ours = await transaction.selectFrom("deliveries").select("id").where("provider_id", "=", providerId).executeTakeFirst();
  if (ours !== undefined) return "ours" as const;
  const seen = await transaction
    .selectFrom("messages")
    .select("id")
    .where("channel", "=", channel)
    .where("account", "=", account)
    .where("provider_id", "=", providerId)
    .executeTakeFirst();
  return seen && ("seen" as const);
}

interface Ending {
  readonly conversation: string;
  readonly says: OutgoingMessage;
  readonly at: Instant;
  /** Only when its time has come. */
  readonly over: boolean;
}

/** The end stands in the history; the person hears from the bot when they next write, and then that it is the bot. */
async function endPause(base: Base, transaction: Transaction<Tables>, { conversation, says, at, over }: Ending): Promise<boolean> {
  const paused = transaction
    .updateTable("conversations")
    .set({ paused_until: 0 })
    .where("id", "=", conversation)
    .where("paused_until", ">", 0)
    .where("erased_at", "is", null);
  const ended = await (over ? paused.where("paused_until", "<=", at) : paused).executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await say(base, transaction, { conversation, says: [says], at, carriedByNobody: true });
  await transaction.updateTable("conversations").set({ introduce: 1 }).where("id", "=", conversation).execute();
  await anotherSpeaks(transaction, conversation);
  await transaction
    .updateTable("escalations")
    .set({ state: "closed", closed_at: at, why: "answered" })
    .where("conversation_id", "=", conversation)
    .where("state", "=", "waiting")
    .where("reason", "=", byPage)
    .execute();
  return true;
}
