import type { Base } from "../tables.ts";
import type { FiguresStore } from "./figures-store.ts";

export function officeVerbs({ database }: Base): Pick<FiguresStore, "readOfficeSetting" | "saveOfficeSetting"> {
  return {
    async readOfficeSetting(name) {
      const row = await database.selectFrom("office_settings").selectAll().where("name", "=", name).executeTakeFirst();
      return row && { body: JSON.parse(row.body), version: row.version, changedAt: row.changed_at, changedBy: row.changed_by };
    },
    async saveOfficeSetting(name, body, { version, by, at }) {
      const values = { body: JSON.stringify(body), version: version + 1, changed_at: at, changed_by: by };
      if (version === 0) {
        const added = await database
          .insertInto("office_settings")
          .values({ name, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return added.numInsertedOrUpdatedRows === 1n;
      }
      const changed = await database
        .updateTable("office_settings")
        .set(values)
        .where("name", "=", name)
        .where("version", "=", version)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
  };
}
