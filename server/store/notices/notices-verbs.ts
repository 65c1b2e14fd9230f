import type { Selectable } from "kysely";
import type { Base, Tables } from "../tables.ts";
import type { NoticeKind, NoticesStore, SwitchedOff } from "./notices-store.ts";

export function noticesVerbs({ database, newId }: Base): NoticesStore {
  return {
    async addNotice({ kind, text, from, until, by, at }) {
      const row = { id: newId(), kind, text, from_at: from, until_at: until, made_by: by, made_at: at };
      await database.insertInto("notices").values(row).execute();
      return row.id;
    },
    async withdrawNotice(id, by, at) {
      const { numUpdatedRows } = await database
        .updateTable("notices")
        .set({ withdrawn_by: by, withdrawn_at: at })
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .where("until_at", ">", at)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async readNotices(at) {
      const rows = await database
        .selectFrom("notices")
        .selectAll()
        .where("until_at", ">", at)
        .where("withdrawn_at", "is", null)
        .orderBy("from_at")
        .orderBy("id")
        .execute();
      return rows.map(({ id, kind, text, from_at, until_at, made_by, made_at }) => ({
        id,
        // Written by addNotice alone.
        kind: kind as NoticeKind,
        text,
        from: Number(from_at),
        until: Number(until_at),
        by: made_by,
        at: Number(made_at),
      }));
    },
    ...switchVerbs({ database, newId }),
    ...searchVerbs({ database }),
  };
}

function switchVerbs({ database, newId }: Pick<Base, "database" | "newId">) {
  return {
    async switchOff({ name, reason, by, since }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto("switches")
        .values({ id: newId(), name, open: 1, reason, off_by: by, off_at: since })
        .onConflict((conflict) => conflict.columns(["name", "open"]).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async switchOn(name, by, at) {
      const { numUpdatedRows } = await database
        .updateTable("switches")
        .set({ open: null, on_by: by, on_at: at })
        .where("name", "=", name)
        .where("open", "=", 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async readSwitchedOff() {
      const rows = await database.selectFrom("switches").selectAll().where("open", "=", 1).orderBy("name").execute();
      return rows.map(switchedOff);
    },
    async readSwitchHistory(limit) {
      const rows = await database.selectFrom("switches").selectAll().orderBy("off_at", "desc").orderBy("id").limit(limit).execute();
      return rows.map(switchedOff);
    },
  } satisfies Partial<NoticesStore>;
}

function switchedOff({ name, reason, off_by, off_at, on_by, on_at }: Selectable<Tables["switches"]>): SwitchedOff {
  const ended = on_by !== null && on_at !== null ? { ended: { by: on_by, at: Number(on_at) } } : {};
  return { name, reason, by: off_by, since: Number(off_at), ...ended };
}

function searchVerbs({ database }: Pick<Base, "database">) {
  return {
    async countSearch(day, found) {
      const one = { found: found ? 1 : 0, nothing: found ? 0 : 1 };
      await database
        .insertInto("search_counts")
        .values({ day, ...one })
        .onConflict((conflict) =>
          conflict.column("day").doUpdateSet(({ eb, ref }) => ({
            found: eb(ref("search_counts.found"), "+", one.found),
            nothing: eb(ref("search_counts.nothing"), "+", one.nothing),
          })),
        )
        .execute();
    },
    async readSearchCounts(from, to) {
      const rows = await database
        .selectFrom("search_counts")
        .selectAll()
        .where("day", ">=", from)
        .where("day", "<=", to)
        .orderBy("day")
        .execute();
      return rows.map(({ day, found, nothing }) => ({ day, found: Number(found), nothing: Number(nothing) }));
    },
  } satisfies Partial<NoticesStore>;
}
