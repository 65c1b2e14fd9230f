import type { Transaction } from "kysely";
import { ConversationId } from "../../../bot/message.ts";
import { risks } from "../../escalation/escalation.ts";
import type { Base, Tables } from "../tables.ts";
import { holdConversation } from "../verbs/escalations.ts";
import { say } from "../verbs/say.ts";
import { anotherSpeaks, type Reading } from "../verbs/speaker.ts";
import type { DeskStore, Move } from "./desk-store.ts";
import { mayTakeMore } from "./duty.ts";

const danger = risks.indexOf("danger");

export function moveVerbs(base: Base): Pick<DeskStore, "snoozeCase" | "wakeCases" | "passCase" | "reopenCase"> {
  const { database } = base;
  return {
    snoozeCase: (...asked) => database.transaction().execute((transaction) => snooze(transaction, asked)),
    async wakeCases(at, leaseMs) {
      const woken: ConversationId[] = [];
      for (const { escalation_id, conversation_id } of await awake(database, at)) {
        await database.transaction().execute(async (transaction) => {
          await holdConversation(transaction, escalation_id);
          await transaction.deleteFrom("case_snoozes").where("escalation_id", "=", escalation_id).execute();
          // Whoever put it off and is not there any more gives it back like any other.
          await transaction
            .updateTable("escalations")
            .set({ lease_until: at + leaseMs })
            .where("id", "=", escalation_id)
            .where("state", "=", "claimed")
            .where("lease_until", ">", at + leaseMs)
            .execute();
        });
        woken.push(ConversationId.parse(conversation_id));
      }
      return woken;
    },
    passCase: (...asked) => database.transaction().execute((transaction) => pass(base, transaction, asked)),
    reopenCase: (...asked) => database.transaction().execute((transaction) => reopen(base, transaction, asked)),
  };
}

async function snooze(
  transaction: Transaction<Tables>,
  [id, staff, until, leaseMs]: Parameters<DeskStore["snoozeCase"]>,
): ReturnType<DeskStore["snoozeCase"]> {
  await holdConversation(transaction, id);
  const held = await transaction
    .updateTable("escalations")
    .set({ lease_until: until + leaseMs })
    .where("id", "=", id)
    .where("state", "=", "claimed")
    .where("staff_id", "=", staff)
    .where("risk", "<", danger)
    .returning("conversation_id")
    .executeTakeFirst();
  if (held === undefined) return false;
  const { last_sequence: sequence } = await transaction
    .selectFrom("conversations")
    .select("last_sequence")
    .where("id", "=", held.conversation_id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("case_snoozes")
    .values({ escalation_id: id, until, sequence })
    .onConflict((on) => on.column("escalation_id").doUpdateSet({ until, sequence }))
    .execute();
  return true;
}

async function pass(
  base: Base,
  transaction: Transaction<Tables>,
  [{ id, staff, at, leaseMs, says }, to]: Parameters<DeskStore["passCase"]>,
): ReturnType<DeskStore["passCase"]> {
  if (!(await mayTakeMore(transaction, id, to))) return "full";
  await holdConversation(transaction, id);
  const member = await transaction.selectFrom("staff").select("name").where("id", "=", to).executeTakeFirst();
  const passed = await transaction
    .updateTable("escalations")
    .set({ staff_id: to, staff_name: member?.name ?? "", claimed_at: at, lease_until: at + leaseMs })
    .where("id", "=", id)
    .where("state", "=", "claimed")
    .where("staff_id", "=", staff)
    .returning("conversation_id")
    .executeTakeFirst();
  if (passed === undefined) return "not-theirs";
  await settled(transaction, id);
  await tell(base, transaction, { conversation: passed.conversation_id, says, at });
  return "passed";
}

async function reopen(
  base: Base,
  transaction: Transaction<Tables>,
  [{ id, staff, at, leaseMs, says }]: Parameters<DeskStore["reopenCase"]>,
): ReturnType<DeskStore["reopenCase"]> {
  if (!(await mayTakeMore(transaction, id, staff))) return "full";
  await holdConversation(transaction, id);
  const member = await transaction.selectFrom("staff").select("name").where("id", "=", staff).executeTakeFirst();
  const claim = { staff_id: staff, staff_name: member?.name ?? "", claimed_at: at, lease_until: at + leaseMs };
  const reopened = await transaction
    .updateTable("escalations")
    .set({ ...claim, state: "claimed", closed_at: null, why: null })
    .where("id", "=", id)
    .where("state", "=", "closed")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("escalations as other")
            .select("other.id")
            .whereRef("other.conversation_id", "=", "escalations.conversation_id")
            .where("other.state", "<>", "closed"),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("conversations")
          .select("conversations.id")
          .whereRef("conversations.id", "=", "escalations.conversation_id")
          .where("conversations.erased_at", "is", null),
      ),
    )
    .returning("conversation_id")
    .executeTakeFirst();
  if (reopened === undefined) return "gone";
  await settled(transaction, id);
  await tell(base, transaction, { conversation: reopened.conversation_id, says, at });
  return "reopened";
}

/** Snoozed cases that are none any more: their time has come, the person wrote, danger appeared, or nobody holds them. */
async function awake(database: Reading, at: number) {
  return await database
    .selectFrom("case_snoozes")
    .innerJoin("escalations", "escalations.id", "case_snoozes.escalation_id")
    .select(["case_snoozes.escalation_id", "escalations.conversation_id"])
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb("case_snoozes.until", "<=", at),
        eb("escalations.risk", ">=", danger),
        eb("escalations.state", "<>", "claimed"),
        exists(
          selectFrom("messages")
            .select("messages.id")
            .whereRef("messages.conversation_id", "=", "escalations.conversation_id")
            .where("messages.from_person", "=", 1)
            .whereRef("messages.sequence", ">", "case_snoozes.sequence"),
        ),
      ]),
    )
    .execute();
}

/** What was put off, offered to somebody or held back is none of it any more. */
async function settled(transaction: Transaction<Tables>, id: string): Promise<void> {
  await transaction.deleteFrom("case_snoozes").where("escalation_id", "=", id).execute();
  await transaction.deleteFrom("case_offers").where("escalation_id", "=", id).execute();
  await transaction.deleteFrom("held_answers").where("escalation_id", "=", id).execute();
}

async function tell(
  base: Base,
  transaction: Transaction<Tables>,
  { conversation, says, at }: { readonly conversation: string } & Pick<Move, "says" | "at">,
): Promise<void> {
  await anotherSpeaks(transaction, conversation);
  await say(base, transaction, { conversation, says: [says], at });
}
