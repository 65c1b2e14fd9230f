import { hashToken } from "../seal.ts";
import type { Base } from "../tables.ts";
import { noteAct } from "./note-act.ts";
import type { RightsStore } from "./rights-store.ts";

type Verbs = "saveRecoveryCodes" | "useRecoveryCode" | "countRecoveryCodes" | "changePassword";

/** What a member proves themselves with. Codes are kept as what only our key makes of them. */
export function proofVerbs(base: Base): Pick<RightsStore, Verbs> {
  const { database, seal } = base;
  const hashOf = (staff: string, code: string) => seal.fingerprint(`recovery\n${staff}\n${code}`);
  return {
    async saveRecoveryCodes(staff, codes, at) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("recovery_codes").where("staff_id", "=", staff).execute();
        const rows = codes.map((code) => ({ code_hash: hashOf(staff, code), staff_id: staff, made_at: at, used_at: null }));
        await transaction.insertInto("recovery_codes").values(rows).execute();
        await noteAct(base, transaction, { by: staff, act: "recovery-codes", object: ["member", staff], at });
      });
    },
    async useRecoveryCode(staff, code, at) {
      return await database.transaction().execute(async (transaction) => {
        const used = await transaction
          .updateTable("recovery_codes")
          .set({ used_at: at })
          .where("code_hash", "=", hashOf(staff, code))
          .where("staff_id", "=", staff)
          .where("used_at", "is", null)
          .executeTakeFirst();
        if (used.numUpdatedRows === 0n) return false;
        await noteAct(base, transaction, { by: staff, act: "recovery-code-used", object: ["member", staff], at });
        return true;
      });
    },
    async countRecoveryCodes(staff) {
      const counted = await database
        .selectFrom("recovery_codes")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("staff_id", "=", staff)
        .where("used_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(counted.count);
    },
    async changePassword(staff, passwordHash, keep, at) {
      await database.transaction().execute(async (transaction) => {
        await transaction.updateTable("staff").set({ password_hash: passwordHash }).where("id", "=", staff).execute();
        const others = await transaction
          .deleteFrom("sessions")
          .where("staff_id", "=", staff)
          .where("token_hash", "<>", hashToken(keep))
          .executeTakeFirst();
        const detail = { sessionsEnded: Number(others.numDeletedRows) };
        await noteAct(base, transaction, { by: staff, act: "password", object: ["member", staff], detail, at });
      });
    },
  };
}
