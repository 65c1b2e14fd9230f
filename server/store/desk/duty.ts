import type { Transaction } from "kysely";
import { risks } from "../../escalation/escalation.ts";
import type { Instant } from "../store.ts";
import type { Base, Tables } from "../tables.ts";
import type { Reading } from "../verbs/speaker.ts";
import { DeskSettings } from "./desk-settings.ts";
import type { Colleague, DeskStore } from "./desk-store.ts";

type Verbs = "readDeskSettings" | "saveDeskSettings" | "listCanned" | "saveCanned" | "removeCanned" | "setOnDuty" | "readColleagues";

const answering = ["counsellor", "supervisor", "administrator"];

/** Who is on duty, how the desk works, and the words made ready for it. */
export function dutyVerbs({ database, newId }: Base): Pick<DeskStore, Verbs> {
  return {
    readDeskSettings: () => settingsIn(database),
    async saveDeskSettings(settings) {
      const body = JSON.stringify(settings);
      await database
        .insertInto("desk_settings")
        .values({ id: "desk", body })
        .onConflict((on) => on.column("id").doUpdateSet({ body }))
        .execute();
    },
    async listCanned() {
      const rows = await database.selectFrom("canned_replies").selectAll().execute();
      const replies = rows.map(({ id, title, body, staff_name, at }) => ({ id, title, text: body, by: staff_name, at }));
      return replies.sort((one, other) => one.title.localeCompare(other.title, "vi"));
    },
    async saveCanned({ id, title, text, by }, at) {
      const row = { title, body: text, staff_name: by, at };
      if (id === undefined) {
        await database
          .insertInto("canned_replies")
          .values({ id: newId(), ...row })
          .execute();
        return true;
      }
      const changed = await database.updateTable("canned_replies").set(row).where("id", "=", id).executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    async removeCanned(id) {
      await database.deleteFrom("canned_replies").where("id", "=", id).execute();
    },
    async setOnDuty(staff_id, onDuty, at) {
      const row = { on_duty: onDuty ? 1 : 0, at };
      await database
        .insertInto("staff_duty")
        .values({ staff_id, ...row })
        .onConflict((on) => on.column("staff_id").doUpdateSet(row))
        .execute();
    },
    readColleagues: (since) => colleagues(database, since),
  };
}

export async function colleagues(database: Reading, since: Instant): Promise<readonly Colleague[]> {
  const rows = await database
    .selectFrom("staff")
    .leftJoin("staff_duty", "staff_duty.staff_id", "staff.id")
    .select(["staff.id", "staff.name", "staff.role", "staff_duty.on_duty"])
    .select(({ selectFrom }) => [
      selectFrom("sessions")
        .select(({ fn: of }) => of.max("sessions.last_seen_at").as("seen"))
        .whereRef("sessions.staff_id", "=", "staff.id")
        .as("seen"),
      selectFrom("escalations")
        .select(({ fn: of }) => of.countAll<number>().as("open"))
        .whereRef("escalations.staff_id", "=", "staff.id")
        .where("escalations.state", "=", "claimed")
        .as("open"),
    ])
    .where("staff.role", "in", answering)
    .orderBy("staff.name")
    .execute();
  return rows.map(({ id, name, role, on_duty, seen, open }) => ({
    id,
    name,
    role,
    isHere: (seen ?? 0) >= since,
    onDuty: on_duty !== 0,
    open: Number(open ?? 0),
  }));
}

/** Whether one more case is within what this member may have in hand; danger always is. Two claims of one member wait for one another here. */
export async function mayTakeMore(transaction: Transaction<Tables>, escalation: string, staff: string): Promise<boolean> {
  const { cap } = await settingsIn(transaction);
  await transaction
    .updateTable("staff")
    .set((of) => ({ name: of.ref("name") }))
    .where("id", "=", staff)
    .execute();
  const { count } = await transaction
    .selectFrom("escalations")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "claimed")
    .where("staff_id", "=", staff)
    .executeTakeFirstOrThrow();
  if (Number(count) < cap) return true;
  const wanted = await transaction.selectFrom("escalations").select("risk").where("id", "=", escalation).executeTakeFirst();
  return (wanted?.risk ?? 0) >= risks.indexOf("danger");
}

export async function settingsIn(database: Reading): Promise<DeskSettings> {
  const row = await database.selectFrom("desk_settings").select("body").where("id", "=", "desk").executeTakeFirst();
  return DeskSettings.parse(row === undefined ? {} : JSON.parse(row.body));
}
