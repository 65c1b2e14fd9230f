import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { paths } from "../../server/http/paths.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";
import { type WebPerson, webPerson } from "../support/web-person.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = (script: string, dataFolder: string, ...rest: readonly string[]) =>
  spawnSync(process.execPath, [join(root, `scripts/operating/${script}.ts`), ...rest], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env.PATH, DATA_DIR: dataFolder },
  });

async function talk(program: Program): Promise<WebPerson> {
  const person = await webPerson(program);
  await person.say("vay von lam an duoc nhieu nhat bao nhieu");
  await person.hears("100 triệu đồng");
  return person;
}
const readAs = async (program: Program, { token }: WebPerson) => {
  const response = await fetch(`${program.url}${paths.events}`, { headers: { authorization: `Bearer ${token}` } });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString("utf8");
    if (text.includes("event: state")) break;
  }
  return text;
};

test("a back-up made under load is restored on an empty folder, goes on where it was, and brings back nothing that was erased since", async () => {
  const program = await startProgram();
  const [kept, forgotten] = [await talk(program), await talk(program)];
  const backUps = mkdtempSync(join(tmpdir(), "huong-thien-back-up-"));
  const load = Array.from({ length: 30 }, async () => (await webPerson(program)).say("cam on"));
  const made = run("back-up", program.dataFolder, backUps);
  expect(made.stderr + made.stdout).toContain("whole and checked");
  await Promise.all(load);
  const erasing = { method: "DELETE", headers: { authorization: `Bearer ${forgotten.token}` } };
  expect((await fetch(`${program.url}${paths.conversation}`, erasing)).status).toBe(204);
  await until("the erasure is noted", () => existsSync(join(program.dataFolder, "erased.txt")));
  await program.kill("SIGKILL");

  const file = join(backUps, readdirSync(backUps).find((name) => name.endsWith(".sqlite")) ?? "");
  const empty = join(mkdtempSync(join(tmpdir(), "huong-thien-empty-")), "data");
  expect(run("restore", empty, file).stderr).toContain("Put the key");
  mkdirSync(empty);
  copyFileSync(join(program.dataFolder, "data.key"), join(empty, "data.key"));
  const restored = run("restore", empty, file, "--erased", join(program.dataFolder, "erased.txt"));
  expect(restored.stderr + restored.stdout).toContain("1 conversations that were erased later were erased again");
  expect(run("restore", empty, file).stderr).toContain("is there already");

  const again = await startProgram({ dataFolder: empty });
  expect(await readAs(again, kept)).toContain("100 triệu đồng");
  expect(await readAs(again, forgotten)).not.toContain("event: message");
  expect(await again.kill("SIGTERM")).toBe(0);
}, 60_000);

test("a file that is no database, or half of one, is not restored, and the folder stays as it was", () => {
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-refused-"));
  writeFileSync(join(folder, "data.key"), Buffer.alloc(32, 7).toString("base64"));
  const broken = join(folder, "broken.sqlite");
  writeFileSync(broken, "không phải cơ sở dữ liệu".repeat(500));
  expect(run("restore", folder, broken).status).toBe(1);
  truncateSync(broken, 100);
  expect(run("restore", folder, broken).status).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(["broken.sqlite", "data.key"]);
});

test("where the data is in PostgreSQL, its own tool is named", () => {
  const made = spawnSync(process.execPath, [join(root, "scripts/operating/back-up.ts"), "somewhere"], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env.PATH, DATA_DIR: mkdtempSync(join(tmpdir(), "huong-thien-pg-")), DATABASE_URL: "postgres://x/y" },
  });
  expect(made.stderr).toContain("pg_dump");
});
