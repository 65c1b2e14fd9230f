import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { chooseStore } from "../../../server/store/choose.ts";
import { describeNotices } from "../../contract/notices-store.ts";

const settings = {
  dataKey: new Uint8Array(32).fill(7),
  carried: new Set<string>(),
  dataFolder: mkdtempSync(join(tmpdir(), "huong-thien-notices-")),
};
describeNotices("SQLite", () => chooseStore({ ...settings, databaseUrl: "" }));

const database = `notices_${process.pid}`;
let created: Promise<unknown> | undefined;
describeNotices("PostgreSQL", async () => {
  created ??= createDatabase();
  await created;
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return await chooseStore({ ...settings, databaseUrl: url.href });
});

async function createDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
}
