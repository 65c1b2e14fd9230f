import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type Dialect, Kysely } from "kysely";
import { blockedMs, patientDialect, remembering } from "./patient-sqlite.ts";
import type { Tables } from "./tables.ts";

export interface OpenDatabase {
  readonly database: Kysely<Tables>;
  /** Leaves no byte of erased rows in the files. */
  readonly scrub: () => Promise<void>;
}

export interface Surroundings {
  /** Put between the database and us. */
  readonly around?: (dialect: Dialect) => Dialect;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

const realSleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One file, durable at every commit. Throws with what to do when the file or the library cannot be trusted. */
export function openSqlite(file: string, { around = (dialect) => dialect, sleep = realSleep }: Surroundings = {}): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const connection = openTrusted(file);
  return {
    database: new Kysely<Tables>({ dialect: around(patientDialect(remembering(connection), sleep)) }),
    scrub: async () => {
      connection.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}

/** Settings that must hold, and all of its pages as they should be. */
function openTrusted(file: string): Database.Database {
  const connection = new Database(file);
  try {
    assertVersion(String(connection.prepare("select sqlite_version()").pluck().get()));
    for (const setting of [
      "journal_mode = WAL",
      "synchronous = FULL",
      "foreign_keys = ON",
      "secure_delete = ON",
      `busy_timeout = ${blockedMs}`,
    ])
      connection.pragma(setting);
    // better-sqlite3 falls back to NORMAL when WAL is switched on: read it back.
    if (connection.pragma("synchronous", { simple: true }) !== 2)
      throw new Error("SQLite did not accept synchronous=FULL: a power cut could lose messages");
    const check = connection.pragma("quick_check", { simple: true });
    if (check !== "ok") throw new Error(damaged(file, String(check)));
    return connection;
  } catch (fault) {
    connection.close();
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw new Error(damaged(file, code), { cause: fault });
    throw fault;
  }
}

function damaged(file: string, how: string): string {
  return `the database ${file} is damaged (${how}): move it away and restore a back-up`;
}

/** 3.7.0 to 3.51.2 can damage a WAL database that two connections use; 3.52.0 was withdrawn. */
function assertVersion(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const number = major * 1_000_000 + minor * 1_000 + patch;
  if (number < 3_051_003 || number === 3_052_000) throw new Error(`SQLite ${version} is not safe to use: 3.51.3 or later, not 3.52.0`);
}
