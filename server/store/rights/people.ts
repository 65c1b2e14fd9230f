import type { Transaction } from "kysely";
import { hashToken } from "../seal.ts";
import { type Role, roles } from "../staff-store.ts";
import type { Base, Tables } from "../tables.ts";
import type { ActName } from "./acts.ts";
import { noteAct } from "./note-act.ts";
import type { Colleague, Refusal, RightsStore } from "./rights-store.ts";

type Verbs = "listColleagues" | "changeRole" | "switchOffMember" | "switchOnMember" | "addReset" | "readReset" | "resetSecondFactor";

/** What an administrator does with the people who work here; there is always one administrator left. */
export function peopleVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database } = base;
  const change = (staff: string, doing: Omit<Doing, "base" | "staff">) =>
    database.transaction().execute((transaction) => changeMember(transaction, { base, staff, ...doing }));
  return {
    listColleagues: () => listColleagues(base),
    changeRole: (staff, role, by, at) => change(staff, { set: { role }, act: "role", detail: { role }, by, at }),
    switchOffMember: (staff, by, at) => change(staff, { set: { left_at: at }, act: "switch-off", by, at }),
    switchOnMember: (staff, by, at) => change(staff, { set: { left_at: null }, act: "switch-on", by, at }),
    async addReset(staffToken, staff, by, { at, expiresAt }) {
      return await database.transaction().execute(async (transaction) => {
        const member = await transaction.selectFrom("staff").select("id").where("id", "=", staff).executeTakeFirst();
        if (member === undefined) return "unknown";
        await transaction.deleteFrom("resets").where("staff_id", "=", staff).execute();
        const values = { token_hash: hashToken(staffToken), staff_id: staff, expires_at: expiresAt };
        await transaction.insertInto("resets").values(values).execute();
        await noteAct(base, transaction, { by, act: "reset-link", object: ["member", staff], at });
        return undefined;
      });
    },
    async readReset(token, at) {
      const row = await database
        .selectFrom("resets")
        .innerJoin("staff", "staff.id", "resets.staff_id")
        .select(["staff.id", "staff.login", "staff.name", "staff.role", "staff.password_hash"])
        .where("resets.token_hash", "=", hashToken(token))
        .where("resets.expires_at", ">", at)
        .where("staff.left_at", "is", null)
        .executeTakeFirst();
      const role = roleOf(row?.role);
      return row && role && { member: { id: row.id, login: row.login, name: row.name, role }, passwordHash: row.password_hash };
    },
    async resetSecondFactor(token, totpSecret, at) {
      return await database.transaction().execute(async (transaction) => {
        const used = await transaction
          .deleteFrom("resets")
          .where("token_hash", "=", hashToken(token))
          .where("expires_at", ">", at)
          .returning("staff_id")
          .executeTakeFirst();
        if (used === undefined) return false;
        const { staff_id: staff } = used;
        const fresh = { totp_secret: base.seal.lockOwn(totpSecret), last_totp_step: 0 };
        await transaction.updateTable("staff").set(fresh).where("id", "=", staff).execute();
        await transaction.deleteFrom("recovery_codes").where("staff_id", "=", staff).execute();
        await transaction.deleteFrom("sessions").where("staff_id", "=", staff).execute();
        await noteAct(base, transaction, { by: staff, act: "reset-second-factor", object: ["member", staff], at });
        return true;
      });
    },
  };
}

interface Doing {
  readonly base: Base;
  readonly staff: string;
  readonly set: { readonly role?: Role; readonly left_at?: number | null };
  readonly act: ActName;
  readonly detail?: Readonly<Record<string, string>>;
  readonly by: string;
  readonly at: number;
}

async function changeMember(transaction: Transaction<Tables>, { base, staff, set, act, detail, by, at }: Doing): Promise<Refusal> {
  // Held, so that of two administrators who switch one another off at once one stays.
  const administrators = await transaction
    .updateTable("staff")
    .set((of) => ({ created_at: of.ref("created_at") }))
    .where("role", "=", "administrator")
    .where("left_at", "is", null)
    .returning("id")
    .execute();
  const goes = set.left_at != null || (set.role !== undefined && set.role !== "administrator");
  if (goes && administrators.length === 1 && administrators[0]?.id === staff) return "last-administrator";
  const changed = await transaction.updateTable("staff").set(set).where("id", "=", staff).executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return "unknown";
  if (set.left_at != null) await leave(transaction, staff, at);
  await noteAct(base, transaction, { by, act, object: ["member", staff], ...(detail && { detail }), at });
  return undefined;
}

async function leave(transaction: Transaction<Tables>, staff: string, at: number): Promise<void> {
  await transaction.deleteFrom("sessions").where("staff_id", "=", staff).execute();
  await transaction.deleteFrom("resets").where("staff_id", "=", staff).execute();
  // Their claims have run out: they go back to the queue, and the people are told (returnExpiredClaims).
  await transaction
    .updateTable("escalations")
    .set({ lease_until: at })
    .where("staff_id", "=", staff)
    .where("state", "=", "claimed")
    .execute();
}

async function listColleagues({ database }: Base): Promise<readonly Colleague[]> {
  const members = await database.selectFrom("staff").selectAll().orderBy("name").execute();
  const sessions = await database.selectFrom("sessions").select(["staff_id", "last_seen_at"]).execute();
  const codes = await database.selectFrom("recovery_codes").select("staff_id").where("used_at", "is", null).execute();
  return members.map(({ id, login, name, role, left_at }) => {
    const seen = sessions.filter(({ staff_id }) => staff_id === id).map(({ last_seen_at }) => last_seen_at);
    return {
      id,
      login,
      name,
      role: roleOf(role) ?? "counsellor",
      leftAt: left_at ?? undefined,
      lastSeenAt: seen.length > 0 ? Math.max(...seen) : undefined,
      sessions: seen.length,
      codesLeft: codes.filter(({ staff_id }) => staff_id === id).length,
    };
  });
}

function roleOf(written: string | undefined): Role | undefined {
  return roles.find((role) => role === written);
}
