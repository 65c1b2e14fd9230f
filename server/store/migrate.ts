import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { first } from "./migrations/0001-first.ts";
import { deletionRequests } from "./migrations/0002-deletion-requests.ts";
import { interviews } from "./migrations/0003-interviews.ts";
import { changes } from "./migrations/0004-changes.ts";
import { desk } from "./migrations/0005-desk.ts";
import { editing } from "./migrations/0006-editing.ts";
import { rights } from "./migrations/0007-rights.ts";
import { figures } from "./migrations/0008-figures.ts";
import { notices } from "./migrations/0009-notices.ts";
import { outsideAt } from "./migrations/0010-outside-at.ts";

const migrations: Readonly<Record<string, Migration>> = {
  "0001-first": first,
  "0002-deletion-requests": deletionRequests,
  "0003-interviews": interviews,
  "0004-changes": changes,
  "0007-rights": rights,
  "0009-notices": notices,
  "0006-editing": editing,
  "0010-outside-at": outsideAt,
  "0005-desk": desk,
  "0008-figures": figures,
};

/** Brings a database to this program's schema; refuses one that a newer program has already changed. */
export async function migrate<Schema>(database: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName;
  const message = failed
    ? `the database could not be changed to the schema ${failed}; nothing of that step was kept`
    : "the database is of a newer program, or its list of changes is broken: use the newer program, or a back-up from before";
  throw new Error(message, { cause: error });
}
