import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { until } from "./support/until.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (name: string) => readFileSync(at(`deploy/${name}`), "utf8");
const dockerfile = read("Dockerfile");
const unit = read("huong-thien.service");
const composed = ["compose.yaml", "compose.postgres.yaml"].map((name) => parse(read(name), { merge: true }));
/** The settings the program reads, and what the tools around it read themselves. */
const settings = new Set([...readFileSync(at("server/config.ts"), "utf8").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name));
const ofTools = new Set(["NODE_ENV", "POSTGRES_PASSWORD"]);

test("every setting the files name is one the program reads, and is in the README or beside them", () => {
  const lines = [
    read("huong-thien.example.env"),
    unit.replace(/^Environment=/gm, "").replaceAll(" ", "\n"),
    dockerfile.replaceAll(" ", "\n"),
  ];
  const named = lines.flatMap((text) => [...text.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));
  const inCompose = composed
    .flatMap(({ services }) => Object.values<{ environment?: object }>(services))
    .map((each) => each.environment ?? {});
  const all = [...named, ...inCompose.flatMap(Object.keys)];
  expect(all.length).toBeGreaterThan(15);
  expect(all.filter((name) => name !== undefined && !settings.has(name) && !ofTools.has(name))).toEqual([]);
});

test("every file and command they name is there", () => {
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path = ""]) => path);
  const made = [".prepare", "dist", "node_modules"];
  for (const path of copied) expect(made.includes(path) || existsSync(at(path)), path).toBe(true);
  const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  for (const [, script = ""] of dockerfile.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty(script);
  const run = [...`${dockerfile}\n${unit}`.matchAll(/\b((?:server|scripts)\/[\w./-]+\.ts)/g)].map(([, path = ""]) => path);
  expect(run.length).toBeGreaterThanOrEqual(3);
  for (const path of run) expect(existsSync(at(path)), path).toBe(true);
  for (const { services } of composed)
    for (const each of Object.values<{ build?: { dockerfile: string } }>(services))
      if (each.build) expect(existsSync(at(each.build.dockerfile))).toBe(true);
});

test("the program is started with the flags that `npm start` gives it", () => {
  const [, flag = ""] = /const serverFlags = \["([^"]+)"\]/.exec(readFileSync(at("scripts/prepare.mjs"), "utf8")) ?? [];
  expect(flag).not.toBe("");
  expect(dockerfile).toContain(`CMD ["node", "${flag}", "server/main.ts"]`);
  expect(unit).toContain(`bin/node ${flag} server/main.ts`);
});

test("in a container the program is nobody of rank, writes to its data alone, and is asked how it is; on the Node it is tested with", () => {
  const { devDependencies } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const major = devDependencies.node.split(".")[0];
  expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version)).toEqual([major, major]);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  for (const { services } of composed)
    for (const [name, each] of Object.entries<Record<string, unknown>>(services))
      if (each.build) expect(each, name).toMatchObject({ read_only: true, cap_drop: ["ALL"], restart: "unless-stopped", init: true });
});

test("what the image holds is enough to start, as another user, with nothing but the data folder to write to; its own check finds it well", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-image-"));
  chmodSync(folder, 0o755);
  const data = mkdtempSync(join(tmpdir(), "huong-thien-data-"));
  chmodSync(data, 0o777);
  for (const [, path = ""] of dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)) {
    if (path === "node_modules") symlinkSync(at(path), join(folder, path));
    else if (existsSync(at(path))) cpSync(at(path), join(folder, path), { recursive: true, preserveTimestamps: true });
  }
  mkdirSync(join(folder, "dist"), { recursive: true });
  for (const path of readdirSync(folder)) if (path !== "node_modules") spawnSync("chmod", ["-R", "a+rX,a-w", join(folder, path)]);
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const environment = { PATH: process.env.PATH, PORT: "0", HOST: "127.0.0.1", DATA_DIR: data };
  const child = spawn(process.execPath, ["server/main.ts"], { cwd: folder, env: environment, ...asNobody });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  await until(
    "it listens",
    () => {
      if (child.exitCode !== null) throw new Error(output);
      return /"port":\d+/.test(output);
    },
    30_000,
  );
  const port = /"port":(\d+)/.exec(output)?.[1];
  const [, script = ""] = /^ {2}CMD \["node", "-e", "(.*)"\]$/m.exec(dockerfile) ?? [];
  const check = (PORT = port) => spawnSync(process.execPath, ["-e", script], { env: { PORT } }).status;
  expect(script).toContain("/readyz");
  expect(check()).toBe(0);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  expect(check()).toBe(1);
}, 90_000);

test.runIf(spawnSync("systemd-analyze", ["--version"]).status === 0)(
  "systemd finds no fault in the unit but where the program lies",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "huong-thien-unit-"));
    const here = unit.replaceAll("/opt/huong-thien/node_modules/node/bin/node", process.execPath).replaceAll("/opt/huong-thien", folder);
    writeFileSync(join(folder, "huong-thien.service"), here);
    const found = spawnSync("systemd-analyze", ["verify", "--man=no", join(folder, "huong-thien.service")], { encoding: "utf8" });
    expect(found.stderr).toBe("");
    expect(found.status).toBe(0);
  },
);
