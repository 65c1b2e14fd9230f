import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";

type Sleep = (ms: number) => Promise<unknown>;

/** Then whoever asked is told that the database is busy: a platform posts again, a page says it once more. */
const longestWaitMs = 5_000;
const lookAgainMs = 5;
/** How long SQLite itself waits in its place, each time. */
export const blockedMs = 20;
const mostStatements = 500;

/**
 * SQLite that waits without holding up the whole process: the driver itself waits in its place, and nothing else gets done meanwhile.
 * A transaction takes the right to write at its begin: one that has begun by reading would be refused when it comes to write.
 */
export function patientDialect(database: KnownDatabase, sleep: Sleep): Dialect {
  const dialect = new SqliteDialect({ database });
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (kysely) => dialect.createIntrospector(kysely),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new PatientDriver(database, sleep),
  };
}

/** A database that knows whether a transaction is open. */
export interface KnownDatabase extends SqliteDatabase {
  readonly isWriting: () => boolean;
}

class PatientDriver extends SqliteDriver {
  readonly #database: KnownDatabase;
  readonly #wait: Wait;

  constructor(database: KnownDatabase, sleep: Sleep) {
    super({ database });
    this.#database = database;
    this.#wait = { sleep, waited: 0 };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** Left open, a transaction would keep everybody from writing, and swallow what this process writes. A full disk has ended it already. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#database.isWriting()) return;
    const rollBack = () => connection.executeQuery(CompiledQuery.raw("rollback"));
    await rollBack().catch(rollBack);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection(), this.#wait);
  }
}

/** How long the database has been busy: those who come behind do not begin to wait anew. */
interface Wait {
  readonly sleep: Sleep;
  waited: number;
}

function patient(connection: DatabaseConnection, wait: Wait): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      for (;;) {
        try {
          const result = await connection.executeQuery<Row>(query);
          // A reader gets in while another process writes; it has not waited in vain.
          if (result.numAffectedRows !== undefined) wait.waited = 0;
          return result;
        } catch (fault) {
          if (!isBusy(fault) || wait.waited >= longestWaitMs) throw fault;
          wait.waited += blockedMs + lookAgainMs;
          await wait.sleep(lookAgainMs);
        }
      }
    },
  };
}

function isBusy(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "SQLITE_BUSY";
}

/** Our statements are few and come again and again: each is prepared once. */
export function remembering(connection: Database.Database): KnownDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
    isWriting: () => connection.inTransaction,
    prepare(text) {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      if (prepared.size >= mostStatements) prepared.clear();
      // Kysely gives parameters as a readonly list, which better-sqlite3 takes.
      const statement = connection.prepare(text) as SqliteStatement;
      prepared.set(text, statement);
      return statement;
    },
  };
}
