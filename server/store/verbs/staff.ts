import { noteAct } from "../rights/note-act.ts";
import { hashToken } from "../seal.ts";
import { type Role, roles, type StaffMember, type StaffStore } from "../staff-store.ts";
import type { Base, Tables } from "../tables.ts";

export function staffVerbs({ database, seal, newId }: Base): StaffStore {
  const invitation = (token: string, at: number) =>
    database
      .selectFrom("invitations")
      .select("role")
      .where("token_hash", "=", hashToken(token))
      .where("expires_at", ">", at)
      .executeTakeFirst();
  return {
    async hasStaff() {
      return (await database.selectFrom("staff").select("id").executeTakeFirst()) !== undefined;
    },
    async addInvitation(token, role, expires_at, noted) {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("invitations")
          .values({ token_hash: hashToken(token), role, expires_at })
          .execute();
        if (noted) await noteAct({ seal }, transaction, { ...noted, act: "invite", detail: { role } });
      });
    },
    async readInvitation(token, at) {
      return roleOf((await invitation(token, at))?.role);
    },
    async addStaff(token, { login, name, passwordHash, totpSecret }, at) {
      return await database.transaction().execute(async (transaction) => {
        const taken = await transaction.selectFrom("staff").select("id").where("login", "=", login).executeTakeFirst();
        if (taken) return undefined;
        const used = await transaction
          .deleteFrom("invitations")
          .where("token_hash", "=", hashToken(token))
          .where("expires_at", ">", at)
          .returning("role")
          .executeTakeFirst();
        const role = roleOf(used?.role);
        if (role === undefined) return undefined;
        const id = newId();
        await transaction
          .insertInto("staff")
          .values({
            id,
            login,
            name,
            role,
            password_hash: passwordHash,
            totp_secret: seal.lockOwn(totpSecret),
            last_totp_step: 0,
            created_at: at,
            left_at: null,
          })
          .execute();
        await noteAct({ seal }, transaction, { by: id, act: "enrol", object: ["member", id], detail: { role }, at });
        return { id, login, name, role };
      });
    },
    async findStaff(login) {
      const row = await database.selectFrom("staff").selectAll().where("login", "=", login).where("left_at", "is", null).executeTakeFirst();
      return (
        row && {
          member: memberOf(row),
          passwordHash: row.password_hash,
          totpSecret: seal.openOwn(row.totp_secret),
          lastTotpStep: row.last_totp_step,
        }
      );
    },
    async useTotpStep(staff, step) {
      const used = await database
        .updateTable("staff")
        .set({ last_totp_step: step })
        .where("id", "=", staff)
        .where("last_totp_step", "<", step)
        .executeTakeFirst();
      return used.numUpdatedRows === 1n;
    },
    async countAttempt(key, at, since) {
      const key_hash = seal.fingerprint(key);
      await database.insertInto("attempts").values({ id: newId(), key_hash, at }).execute();
      await database
        .deleteFrom("attempts")
        .where("at", "<", since - 86_400_000)
        .execute();
      const counted = await database
        .selectFrom("attempts")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("key_hash", "=", key_hash)
        .where("at", ">=", since)
        .executeTakeFirstOrThrow();
      return Number(counted.count);
    },
    async clearAttempts(key) {
      await database.deleteFrom("attempts").where("key_hash", "=", seal.fingerprint(key)).execute();
    },
    async addSession(token, staff_id, at) {
      await database
        .insertInto("sessions")
        .values({ token_hash: hashToken(token), staff_id, signed_in_at: at, last_seen_at: at, id: newId(), device: "", proved_at: at })
        .execute();
    },
    async useSession(token, at, idleMs, absoluteMs) {
      const used = await database
        .updateTable("sessions")
        .set({ last_seen_at: at })
        .where("token_hash", "=", hashToken(token))
        .where("last_seen_at", ">", at - idleMs)
        .where("signed_in_at", ">", at - absoluteMs)
        .returning(["id", "staff_id", "signed_in_at", "proved_at"])
        .executeTakeFirst();
      const row =
        used &&
        (await database.selectFrom("staff").selectAll().where("id", "=", used.staff_id).where("left_at", "is", null).executeTakeFirst());
      return row && { id: used.id, staff: memberOf(row), signedInAt: used.signed_in_at, lastSeenAt: at, provedAt: used.proved_at };
    },
    async endSession(token, at) {
      await database.transaction().execute(async (transaction) => {
        const ended = await transaction
          .deleteFrom("sessions")
          .where("token_hash", "=", hashToken(token))
          .returning(["id", "staff_id"])
          .executeTakeFirst();
        if (ended && at !== undefined)
          await noteAct({ seal }, transaction, { by: ended.staff_id, act: "sign-out", object: ["session", ended.id], at });
      });
    },
    async countPresentStaff(since) {
      const rows = await database
        .selectFrom("sessions")
        .innerJoin("staff", "staff.id", "sessions.staff_id")
        .leftJoin("staff_duty", "staff_duty.staff_id", "staff.id")
        .select("sessions.staff_id")
        .distinct()
        .where("sessions.last_seen_at", ">=", since)
        .where("staff.role", "<>", "editor")
        .where(({ eb, or }) => or([eb("staff_duty.on_duty", "is", null), eb("staff_duty.on_duty", "=", 1)]))
        .execute();
      return rows.length;
    },
    async listStaff() {
      return (await database.selectFrom("staff").selectAll().where("left_at", "is", null).orderBy("name").execute()).map(memberOf);
    },
  };
}

function memberOf({ id, login, name, role }: Tables["staff"]): StaffMember {
  return { id, login, name, role: roleOf(role) ?? "counsellor" };
}

function roleOf(written: string | undefined): Role | undefined {
  return roles.find((role) => role === written);
}
