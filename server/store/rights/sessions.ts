import type { Transaction } from "kysely";
import { hashToken } from "../seal.ts";
import { roles } from "../staff-store.ts";
import type { Base, Tables } from "../tables.ts";
import { noteAct } from "./note-act.ts";
import type { NewSession, RightsStore } from "./rights-store.ts";

type Verbs = "beginSession" | "proveSession" | "checkSessions" | "listSessions" | "endSessions" | "listNewDevices" | "noticeDevice";

/** Of one member at a time; the oldest give way. */
const mostSessions = 20;

/** Where a member is signed in, and with what. */
export function sessionVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database } = base;
  return {
    beginSession: (session) => database.transaction().execute((transaction) => begin(base, transaction, session)),
    async proveSession(token, staff, at) {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable("sessions")
          .set({ proved_at: at })
          .where("token_hash", "=", hashToken(token))
          .where("staff_id", "=", staff)
          .execute();
        await noteAct(base, transaction, { by: staff, act: "prove", at });
      });
    },
    async checkSessions(tokens, { at, idleMs, absoluteMs }) {
      const byHash = new Map(tokens.map((token) => [hashToken(token), token]));
      if (byHash.size === 0) return new Map();
      const rows = await database
        .selectFrom("sessions")
        .innerJoin("staff", "staff.id", "sessions.staff_id")
        .select(["sessions.token_hash", "staff.role"])
        .where("sessions.token_hash", "in", [...byHash.keys()])
        .where("sessions.last_seen_at", ">", at - idleMs)
        .where("sessions.signed_in_at", ">", at - absoluteMs)
        .where("staff.left_at", "is", null)
        .execute();
      return new Map(
        rows.flatMap(({ token_hash, role }) => {
          const [token, known] = [byHash.get(token_hash), roles.find((each) => each === role)];
          return token !== undefined && known !== undefined ? [[token, known] as const] : [];
        }),
      );
    },
    async listSessions(staff) {
      const rows = await database
        .selectFrom("sessions")
        .selectAll()
        .where("staff_id", "=", staff)
        .orderBy("last_seen_at", "desc")
        .limit(mostSessions)
        .execute();
      return rows.map(({ id, device, signed_in_at, last_seen_at }) => ({ id, device, signedInAt: signed_in_at, lastSeenAt: last_seen_at }));
    },
    async endSessions(staff, which, at) {
      return await database.transaction().execute(async (transaction) => {
        const mine = transaction.deleteFrom("sessions").where("staff_id", "=", staff);
        const ended = await ("id" in which
          ? mine.where("id", "=", which.id)
          : mine.where("token_hash", "<>", hashToken(which.but))
        ).executeTakeFirst();
        const count = Number(ended.numDeletedRows);
        if (count > 0)
          await noteAct(base, transaction, { by: staff, act: "end-session", object: ["member", staff], detail: { count }, at });
        return count;
      });
    },
    async listNewDevices(staff) {
      const rows = await database
        .selectFrom("devices")
        .selectAll()
        .where("staff_id", "=", staff)
        .where("noticed_at", "is", null)
        .orderBy("first_at", "desc")
        .limit(mostSessions)
        .execute();
      return rows.map(({ id, name, first_at }) => ({ id, name, at: first_at }));
    },
    async noticeDevice(staff, device, at) {
      await database.updateTable("devices").set({ noticed_at: at }).where("id", "=", device).where("staff_id", "=", staff).execute();
    },
  };
}

async function begin(base: Base, transaction: Transaction<Tables>, session: NewSession): Promise<boolean> {
  const { token, staff, device, deviceToken, expected, at } = session;
  const values = {
    token_hash: hashToken(token),
    staff_id: staff,
    signed_in_at: at,
    last_seen_at: at,
    id: base.newId(),
    device,
    proved_at: at,
  };
  await transaction.insertInto("sessions").values(values).execute();
  await transaction
    .deleteFrom("sessions")
    .where("staff_id", "=", staff)
    .where("token_hash", "not in", (of) =>
      of.selectFrom("sessions").select("token_hash").where("staff_id", "=", staff).orderBy("signed_in_at", "desc").limit(mostSessions),
    )
    .execute();
  const token_hash = hashToken(deviceToken);
  const known = await transaction
    .updateTable("devices")
    .set({ last_at: at, name: device })
    .where("staff_id", "=", staff)
    .where("token_hash", "=", token_hash)
    .executeTakeFirst();
  const isNew = known.numUpdatedRows === 0n;
  if (isNew) {
    const fresh = { id: base.newId(), staff_id: staff, token_hash, name: device, first_at: at, last_at: at };
    await transaction
      .insertInto("devices")
      .values({ ...fresh, noticed_at: expected ? at : null })
      .onConflict((conflict) => conflict.columns(["staff_id", "token_hash"]).doNothing())
      .execute();
  }
  await noteAct(base, transaction, { by: staff, act: "sign-in", object: ["session", values.id], detail: { newDevice: Number(isNew) }, at });
  return isNew && !expected;
}
