import type { Store } from "../store.ts";
import type { Base } from "../tables.ts";

/** What became of requests that came by a provider; the code tells nobody who asked. */
export function deletionVerbs({ database }: Base): Pick<Store, "addDeletionRequest" | "readDeletionRequest"> {
  return {
    async addDeletionRequest({ code, channel, at, found }) {
      await database
        .insertInto("deletion_requests")
        .values({ code, channel, at, found: found ? 1 : 0 })
        .execute();
    },
    async readDeletionRequest(code) {
      const row = await database.selectFrom("deletion_requests").selectAll().where("code", "=", code).executeTakeFirst();
      return row && { ...row, found: row.found === 1 };
    },
  };
}
