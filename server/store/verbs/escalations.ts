import type { Transaction } from "kysely";
import { ConversationId } from "../../../bot/message.ts";
import type { OutgoingMessage } from "../../outgoing.ts";
import { mayTakeMore } from "../desk/duty.ts";
import { countAnswer, countClaim, countClosing } from "../figures/count-case.ts";
import { noteAct } from "../rights/note-act.ts";
import type { Instant, Store } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import { say } from "./say.ts";
import { anotherSpeaks, escalationOf, escalationRows } from "./speaker.ts";

type Verbs =
  | "readQueue"
  | "readEscalation"
  | "claimEscalation"
  | "releaseEscalation"
  | "closeEscalation"
  | "saveCounsellorMessage"
  | "returnExpiredClaims";

export function escalationVerbs(base: Base): Pick<Store, Verbs> {
  const { database } = base;
  const read = async (id: string) => {
    const row = await escalationRows(database).where("escalations.id", "=", id).executeTakeFirst();
    return row && escalationOf(row);
  };
  return {
    async readQueue() {
      const rows = await escalationRows(database)
        .where("escalations.state", "in", ["waiting", "claimed"])
        .orderBy("escalations.state", "desc")
        .orderBy("escalations.risk", "desc")
        .orderBy("escalations.opened_at")
        .execute();
      return rows.map(escalationOf);
    },
    readEscalation: read,
    async claimEscalation(id, staff, at, leaseMs, says) {
      const member = await database.selectFrom("staff").select("name").where("id", "=", staff).executeTakeFirst();
      const set = { state: "claimed" as const, staff_id: staff, staff_name: member?.name ?? "", claimed_at: at, lease_until: at + leaseMs };
      await database.transaction().execute(async (transaction) => {
        if (!(await mayTakeMore(transaction, id, staff))) return;
        await holdConversation(transaction, id);
        const claimed = await transaction
          .updateTable("escalations")
          .set(set)
          .where("id", "=", id)
          .where(({ eb, and, or }) => or([eb("state", "=", "waiting"), and([eb("state", "=", "claimed"), eb("lease_until", "<=", at)])]))
          .returning("conversation_id")
          .executeTakeFirst();
        if (claimed === undefined) return;
        await anotherSpeaks(transaction, claimed.conversation_id);
        await countClaim(transaction, id, at);
        if (says) await say(base, transaction, { conversation: claimed.conversation_id, says: [says], at });
        await noteAct(base, transaction, { by: staff, act: "claim", object: ["case", id], at });
      });
      return await read(id);
    },
    releaseEscalation: (id, staff, says, at) =>
      change(base, { id, staff, says, at, set: { state: "waiting", staff_id: null, staff_name: null, claimed_at: null, lease_until: 0 } }),
    closeEscalation: (id, staff, why, says, at) =>
      change(base, { id, staff, says, at, set: { state: "closed", closed_at: at, why }, introduce: true }),
    async saveCounsellorMessage(id, staff, clientId, says, at, leaseMs) {
      const providerId = `${id}:${clientId}`;
      const repeat = await database.selectFrom("messages").select("id").where("provider_id", "=", providerId).executeTakeFirst();
      return repeat !== undefined || (await change(base, { id, staff, says, at, set: { lease_until: at + leaseMs }, providerId }));
    },
    async returnExpiredClaims(says, at) {
      const expired = await database
        .selectFrom("escalations")
        .select(["id", "staff_id", "conversation_id"])
        .where("state", "=", "claimed")
        .where("lease_until", "<=", at)
        .execute();
      const returned: ConversationId[] = [];
      for (const { id, staff_id, conversation_id } of expired) {
        const set = { state: "waiting" as const, staff_id: null, staff_name: null, claimed_at: null, lease_until: 0 };
        if (await change(base, { id, staff: staff_id ?? "", says, at, set, expiredAt: at }))
          returned.push(ConversationId.parse(conversation_id));
      }
      return returned;
    },
  };
}

/** Conversation first, then its case, as everybody else does it: two that hold one each would wait for one another. */
export async function holdConversation(transaction: Transaction<Tables>, escalation: string): Promise<void> {
  await transaction
    .updateTable("conversations")
    .set((of) => ({ last_at: of.ref("last_at") }))
    .where("id", "=", (of) => of.selectFrom("escalations").select("conversation_id").where("id", "=", escalation))
    .execute();
}

interface Change {
  readonly id: string;
  readonly staff: string;
  readonly says: OutgoingMessage;
  readonly at: Instant;
  readonly set: Partial<Tables["escalations"]>;
  readonly introduce?: boolean;
  readonly providerId?: string;
  readonly expiredAt?: Instant;
}

/** Changes a case its counsellor holds and says what the person must know, together; false when it is not theirs any more. */
async function change(base: Base, { id, staff, says, at, set, introduce, providerId, expiredAt }: Change): Promise<boolean> {
  return await base.database.transaction().execute(async (transaction: Transaction<Tables>) => {
    await holdConversation(transaction, id);
    const held = transaction
      .updateTable("escalations")
      .set(set)
      .where("id", "=", id)
      .where("state", "=", "claimed")
      .where("staff_id", "=", staff);
    const changed = await (expiredAt === undefined ? held : held.where("lease_until", "<=", expiredAt))
      .returning("conversation_id")
      .executeTakeFirst();
    if (changed === undefined) return false;
    if (set.state !== undefined) await anotherSpeaks(transaction, changed.conversation_id);
    await say(base, transaction, {
      conversation: changed.conversation_id,
      says: [says],
      at,
      ...(providerId !== undefined && { providerId }),
    });
    if (providerId !== undefined) await countAnswer(transaction, id, at);
    if (set.state === "closed") await countClosing(transaction, id, at);
    if (introduce)
      await transaction
        .updateTable("conversations")
        .set({ introduce: 1, paused_until: 0 })
        .where("id", "=", changed.conversation_id)
        .execute();
    const act =
      set.state === undefined ? "answer" : set.state === "closed" ? "close" : expiredAt === undefined ? "release" : "claim-expired";
    await noteAct(base, transaction, { by: act === "claim-expired" ? "program" : staff, act, object: ["case", id], at });
    return true;
  });
}
