import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { kyselyStore } from "./kysely-store.ts";
import type { OtherProcesses } from "./notify/other-processes.ts";
import { openPostgresNotices } from "./notify/postgres-notices.ts";
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

/** In the data folder: the database, where it is SQLite, and the ids of the conversations that were erased. */
export const databaseName = "huong-thien.sqlite";
export const erasedName = "erased.txt";

/** The only list of databases. */
export async function chooseStore({ databaseUrl, dataFolder, dataKey, carried }: StoreChoice): Promise<Store> {
  const opened = open(databaseUrl, dataFolder);
  const noteErased = (conversation: string) =>
    appendFileSync(join(dataFolder, erasedName), `${conversation}\n`, { mode: 0o600, flush: true });
  const store = await kyselyStore({ ...opened, seal: sealWith(dataKey), newId: randomUUID, carried, noteErased });
  return isPostgres(databaseUrl) ? withOthers(store, openPostgresNotices({ url: databaseUrl, ownId: randomUUID() })) : store;
}

function open(url: string, dataFolder: string) {
  if (url === "") return openSqlite(join(dataFolder, databaseName));
  if (isPostgres(url)) return openPostgres(url);
  throw new Error("DATABASE_URL must be empty (SQLite in DATA_DIR) or start with postgres://");
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

function withOthers(store: Store, others: OtherProcesses): Store {
  return {
    ...store,
    others,
    async close() {
      await others.close();
      await store.close();
    },
  };
}
