import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { kyselyStore } from "./kysely-store.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sealWith } from "./seal.ts";
import type { Store } from "./store.ts";

export interface StoreChoice {
  /** Empty: a SQLite file in `dataFolder`. */
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly dataKey: Uint8Array;
  /** Channels whose messages a provider carries. */
  readonly carried: ReadonlySet<string>;
}

/** The only list of databases. */
export async function chooseStore({ databaseUrl, dataFolder, dataKey, carried }: StoreChoice): Promise<Store> {
  const opened = open(databaseUrl, dataFolder);
  return await kyselyStore({ ...opened, seal: sealWith(dataKey), newId: randomUUID, carried });
}

function open(url: string, dataFolder: string) {
  if (url === "") return openSqlite(join(dataFolder, "huong-thien.sqlite"));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  throw new Error("DATABASE_URL must be empty (SQLite in DATA_DIR) or start with postgres://");
}
