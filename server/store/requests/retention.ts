import type { Transaction } from "kysely";
import { ConversationId } from "../../../bot/message.ts";
import { noteAct } from "../rights/note-act.ts";
import type { Retaining, RightsStore } from "../rights/rights-store.ts";
import type { Base, Tables } from "../tables.ts";
import { type Erasable, eraseIf } from "../verbs/conversations.ts";

const forgottenDeviceMs = 180 * 86_400_000;
const attemptsKeptMs = 86_400_000;

/** What is kept no longer than it is of use. Each conversation is a transaction of its own: what a crash leaves is done the next time. */
export function retentionVerbs(base: Erasable): Pick<RightsStore, "eraseUntouched" | "clearUseless"> {
  return {
    async eraseUntouched(before, at, limit) {
      const old = await untouched(base.database, before).limit(limit).execute();
      const erased: ConversationId[] = [];
      for (const { id } of old) {
        const still = async (transaction: Transaction<Tables>) =>
          (await untouched(transaction, before).where("conversations.id", "=", id).executeTakeFirst()) !== undefined;
        if (await eraseIf(still, { base, id, at, by: "program" })) erased.push(ConversationId.parse(id));
      }
      if (erased.length > 0) await base.scrub();
      return erased;
    },
    clearUseless: (retaining) => base.database.transaction().execute((transaction) => clear(base, transaction, retaining)),
  };
}

/** Nobody has touched it, nobody waits in it, and nobody has asked anything about it. */
function untouched(database: Base["database"] | Transaction<Tables>, before: number) {
  return database
    .selectFrom("conversations")
    .select("conversations.id")
    .where("conversations.erased_at", "is", null)
    .where("conversations.last_at", "<", before)
    .where("conversations.last_incoming_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("escalations")
            .select("escalations.id")
            .whereRef("escalations.conversation_id", "=", "conversations.id")
            .where("escalations.state", "<>", "closed"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("data_requests")
            .select("data_requests.id")
            .whereRef("data_requests.conversation_id", "=", "conversations.id")
            .where("data_requests.done_at", "is", null),
        ),
      ),
    )
    .orderBy("conversations.last_at");
}

async function clear(base: Base, transaction: Transaction<Tables>, { at, sessionIdleMs, sessionAbsoluteMs }: Retaining) {
  const gone = async (deleting: { executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint }> }) =>
    Number((await deleting.executeTakeFirst()).numDeletedRows);
  const sessions = await gone(
    transaction
      .deleteFrom("sessions")
      .where(({ eb, or }) => or([eb("last_seen_at", "<=", at - sessionIdleMs), eb("signed_in_at", "<=", at - sessionAbsoluteMs)])),
  );
  const attempts = await gone(transaction.deleteFrom("attempts").where("at", "<", at - attemptsKeptMs));
  const invitations = await gone(transaction.deleteFrom("invitations").where("expires_at", "<=", at));
  const resets = await gone(transaction.deleteFrom("resets").where("expires_at", "<=", at));
  const devices = await gone(transaction.deleteFrom("devices").where("last_at", "<", at - forgottenDeviceMs));
  const retained = { sessions, attempts, links: invitations + resets, devices };
  if (Object.values(retained).some((count) => count > 0))
    await noteAct(base, transaction, { by: "program", act: "retention", detail: retained, at });
  return retained;
}
