import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConversationId } from "../../bot/message.ts";
import { databaseName, erasedName } from "./choose.ts";
import { checkSqlite } from "./copy-sqlite.ts";
import { kyselyStore } from "./kysely-store.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sealWith } from "./seal.ts";

export interface Restoring {
  readonly backUp: string;
  readonly dataFolder: string;
  readonly dataKey: Uint8Array;
  /** Conversations that were erased, before or after the back-up was made. */
  readonly erased: readonly string[];
}

/** Puts a back-up in the place of a database that is not there, and erases once more what was erased since. Gives how many were. */
export async function restoreSqlite({ backUp, dataFolder, dataKey, erased }: Restoring): Promise<number> {
  const target = join(dataFolder, databaseName);
  if (existsSync(target)) throw new Error(`${target} is there already: a back-up is restored into a folder without a database`);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const unfinished = `${target}.unfinished`;
  copyFileSync(backUp, unfinished);
  try {
    checkSqlite(unfinished);
    const count = await eraseAgain(unfinished, dataKey, erased);
    renameSync(unfinished, target);
    writeFileSync(join(dataFolder, erasedName), erased.map((id) => `${id}\n`).join(""), { mode: 0o600 });
    return count;
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
}

async function eraseAgain(file: string, dataKey: Uint8Array, erased: readonly string[]): Promise<number> {
  const opened = openSqlite(file);
  const store = await kyselyStore({ ...opened, seal: sealWith(dataKey), newId: () => "", carried: new Set() });
  let count = 0;
  for (const id of new Set(erased)) {
    const conversation = ConversationId.parse(id);
    if ((await store.readConversation(conversation)) === undefined) continue;
    await store.eraseConversation(conversation, Date.now());
    count += 1;
  }
  await store.close();
  // One whole file again, without a log.
  checkSqlite(file);
  return count;
}
