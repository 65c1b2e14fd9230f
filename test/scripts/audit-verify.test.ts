import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { chooseStore, databaseName } from "../../server/store/choose.ts";

const script = fileURLToPath(new URL("../../scripts/operating/audit-verify.ts", import.meta.url));
const dataKey = new Uint8Array(32).fill(7);

test("npm run audit:verify says that the log is whole, or at which line it breaks", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "huong-thien-verify-"));
  const run = (...parameters: string[]) => {
    const environment = { PATH: process.env.PATH, DATA_DIR: dataFolder, DATA_KEY: Buffer.from(dataKey).toString("base64") };
    const { status, stdout } = spawnSync(process.execPath, [script, ...parameters], { encoding: "utf8", env: environment });
    return { status, stdout };
  };
  const store = await chooseStore({ databaseUrl: "", dataFolder, dataKey, carried: new Set() });
  for (let number = 1; number <= 5; number++) await store.noteAct({ by: "program", act: "settings", at: number });
  await store.close();
  const whole = run();
  expect(whole).toMatchObject({ status: 0, stdout: expect.stringMatching(/^5 lines/) });
  const head = whole.stdout.trim().split("\n").at(-1) ?? "";
  expect(run(head).status).toBe(0);
  expect(run(`5:${"A".repeat(43)}`)).toMatchObject({ status: 1, stdout: expect.stringContaining("made anew") });
  expect(run("nonsense").status).toBe(2);
  const database = new Database(join(dataFolder, databaseName));
  database.exec("drop trigger audit_not_changed; update audit set at = 9 where sequence = 3");
  database.close();
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining("line 3 was changed") });
}, 60_000);
