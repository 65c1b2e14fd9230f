import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/** A whole and checked copy of a database that is being written to. The copy takes the name of a back-up only when it is good. */
export async function copySqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Error(`there is no database ${from}`);
  if (existsSync(to)) throw new Error(`${to} is there already: name another file`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = new Database(from, { readonly: true });
  try {
    await source.backup(unfinished);
    checkSqlite(unfinished);
  } catch (fault) {
    rmSync(unfinished, { force: true });
    throw fault;
  } finally {
    source.close();
  }
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, to);
}

/** Reads all of it; throws when a page is damaged or something points nowhere. Leaves one file, without a log beside it. */
export function checkSqlite(file: string): void {
  const database = new Database(file);
  try {
    const found = database.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Error(`${file} is damaged (${String(found)}): take an older back-up`);
    const tables = database.prepare("select count(*) from sqlite_master where name = 'conversations'").pluck().get();
    if (tables !== 1) throw new Error(`${file} is not a database of this program`);
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
}
