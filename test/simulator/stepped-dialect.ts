import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from "kysely";

/** What stands between a process and its database file. */
export interface Steps {
  /** Before each statement: other processes may come in between; never returns to one that has died. */
  step(): Promise<void>;
  sleep(ms: number): Promise<void>;
}

export interface SteppedDialect {
  readonly around: (dialect: Dialect) => Dialect;
  /** As the operating system does with the files of a process that died: what was not committed is gone. */
  readonly cut: () => Promise<void>;
}

/** Statements of several processes on one SQLite file take turns as virtual time has it, transactions open in between. */
export function steppedDialect(steps: Steps): SteppedDialect {
  let inner: Driver | undefined;
  return {
    cut: async () => await inner?.destroy(),
    around: (dialect) => ({
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (database) => dialect.createIntrospector(database),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => {
        inner = dialect.createDriver();
        return steppedDriver(inner, steps);
      },
    }),
  };
}

function steppedDriver(inner: Driver, steps: Steps): Driver {
  let stepped: DatabaseConnection | undefined;
  return {
    init: (options) => inner.init(options),
    async acquireConnection(options) {
      stepped ??= steppedConnection(await inner.acquireConnection(options), steps);
      return stepped;
    },
    beginTransaction: (connection, settings) => inner.beginTransaction(connection, settings),
    commitTransaction: (connection) => inner.commitTransaction(connection),
    rollbackTransaction: (connection) => inner.rollbackTransaction(connection),
    releaseConnection: async () => undefined,
    destroy: (options) => inner.destroy(options),
  };
}

function steppedConnection(inner: DatabaseConnection, steps: Steps): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      await steps.step();
      return await inner.executeQuery<Row>(query);
    },
    streamQuery: () => {
      throw new Error("nothing of ours streams");
    },
  };
}
