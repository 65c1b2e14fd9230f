import type { Transaction } from "kysely";
import { EscalationId } from "../../escalation/escalation.ts";
import type { Base, Tables } from "../tables.ts";
import { holdConversation } from "../verbs/escalations.ts";
import { say } from "../verbs/say.ts";
import type { DeskStore } from "./desk-store.ts";
import { sealedCase } from "./read-desk.ts";

type Verbs = "holdAnswer" | "readHeldAnswer" | "approveAnswer" | "returnAnswer";

/** Answers that go past a supervisor; one at a time of each case. */
export function heldAnswerVerbs(base: Base): Pick<DeskStore, Verbs> {
  const { database, seal } = base;
  return {
    holdAnswer: (...asked) => database.transaction().execute((transaction) => hold(base, transaction, asked)),
    async readHeldAnswer(id) {
      const sealed = await sealedCase(database, id);
      const row = await database.selectFrom("held_answers").selectAll().where("escalation_id", "=", id).executeTakeFirst();
      if (sealed === undefined || row === undefined) return undefined;
      const { staff_id: staff, staff_name: name, client_id: clientId, at, state } = row;
      const open = (body: string) => seal.open(sealed.key, body);
      const note = row.note === null ? undefined : open(row.note);
      return { id: row.id, escalation: EscalationId.parse(id), staff, name, clientId, text: open(row.body), at, state, note };
    },
    approveAnswer: (...asked) => database.transaction().execute((transaction) => approve(base, transaction, asked)),
    returnAnswer: (...asked) => database.transaction().execute((transaction) => giveBack(base, transaction, asked)),
  };
}

async function hold(
  { seal, newId }: Base,
  transaction: Transaction<Tables>,
  [{ id, staff, at, leaseMs }, { clientId, text }]: Parameters<DeskStore["holdAnswer"]>,
): ReturnType<DeskStore["holdAnswer"]> {
  await holdConversation(transaction, id);
  const sealed = await sealedCase(transaction, id);
  const mine = await transaction
    .updateTable("escalations")
    .set({ lease_until: at + leaseMs })
    .where("id", "=", id)
    .where("state", "=", "claimed")
    .where("staff_id", "=", staff)
    .returning("staff_name")
    .executeTakeFirst();
  if (mine === undefined || sealed === undefined) return false;
  // A later wording takes the place of the one before.
  await transaction.deleteFrom("held_answers").where("escalation_id", "=", id).execute();
  const author = { staff_id: staff, staff_name: mine.staff_name ?? "", client_id: clientId };
  const row = { id: newId(), escalation_id: id, conversation_id: sealed.conversation, ...author, at };
  await transaction
    .insertInto("held_answers")
    .values({ ...row, body: seal.lock(sealed.key, text), state: "waiting", note: null })
    .execute();
  return true;
}

async function approve(
  base: Base,
  transaction: Transaction<Tables>,
  [{ id, escalation, staff, clientId }, pieces, at, leaseMs]: Parameters<DeskStore["approveAnswer"]>,
): ReturnType<DeskStore["approveAnswer"]> {
  await holdConversation(transaction, escalation);
  const theirs = await transaction
    .updateTable("escalations")
    .set({ lease_until: at + leaseMs })
    .where("id", "=", escalation)
    .where("state", "=", "claimed")
    .where("staff_id", "=", staff)
    .returning("conversation_id")
    .executeTakeFirst();
  if (theirs === undefined) return "gone";
  const decided = await transaction.deleteFrom("held_answers").where("id", "=", id).where("state", "=", "waiting").executeTakeFirst();
  if (decided.numDeletedRows === 0n) return "gone";
  for (const [position, piece] of pieces.entries())
    await say(base, transaction, {
      conversation: theirs.conversation_id,
      says: [piece],
      at,
      providerId: `${escalation}:${clientId}:${position}`,
    });
  return "sent";
}

async function giveBack(
  { seal }: Base,
  transaction: Transaction<Tables>,
  [id, note]: Parameters<DeskStore["returnAnswer"]>,
): ReturnType<DeskStore["returnAnswer"]> {
  const row = await transaction.selectFrom("held_answers").select("escalation_id").where("id", "=", id).executeTakeFirst();
  const sealed = row && (await sealedCase(transaction, row.escalation_id));
  if (sealed === undefined) return false;
  const returned = await transaction
    .updateTable("held_answers")
    .set({ state: "returned", note: seal.lock(sealed.key, note) })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return returned.numUpdatedRows > 0n;
}
