import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { OpenDatabase } from "./open-sqlite.ts";
import type { Tables } from "./tables.ts";

const int8 = 20;

/** A small pool; every wait has an end. */
export function openPostgres(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    // Our whole numbers stay below 2^53: times in milliseconds and counts.
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") => (id === int8 ? Number : pg.types.getTypeParser(id, format as "text")),
    },
  });
  // A broken idle connection is replaced by the pool; the next query tells whoever needs it.
  pool.on("error", () => undefined);
  return { database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), scrub: async () => undefined };
}
