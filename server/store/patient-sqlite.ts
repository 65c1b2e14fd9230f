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
const mostStatements = 500;

/**
 * SQLite that waits without holding up the whole process: the driver itself waits in its place, and nothing else gets done meanwhile.
 * A transaction takes the right to write at its begin: one that has begun by reading would be refused when it comes to write.
 */
export function patientDialect(database: SqliteDatabase, sleep: Sleep): Dialect {
  const dialect = new SqliteDialect({ database });
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (kysely) => dialect.createIntrospector(kysely),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new PatientDriver(database, sleep),
  };
}

class PatientDriver extends SqliteDriver {
  readonly #sleep: Sleep;

  constructor(database: SqliteDatabase, sleep: Sleep) {
    super({ database });
    this.#sleep = sleep;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** Left open, a transaction would keep everybody from writing, and swallow what this process writes. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const rollBack = () => connection.executeQuery(CompiledQuery.raw("rollback"));
    await rollBack().catch(rollBack);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return patient(await super.acquireConnection(), this.#sleep);
  }
}

function patient(connection: DatabaseConnection, sleep: Sleep): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      for (let waited = 0; ; waited += lookAgainMs) {
        try {
          return await connection.executeQuery<Row>(query);
        } catch (fault) {
          if (!isBusy(fault) || waited >= longestWaitMs) throw fault;
          await sleep(lookAgainMs);
        }
      }
    },
  };
}

function isBusy(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "SQLITE_BUSY";
}

/** Our statements are few and come again and again: each is prepared once. */
export function remembering(connection: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void connection.close(),
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
