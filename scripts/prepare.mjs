// Installs what is missing, builds what is stale, then runs the command it was given. Plain JavaScript for any Node from 20 on:
// everything after the installation runs on the Node that the project brings along.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);
// What Node makes of our TypeScript is kept: a start needs neither the time nor the memory to make it again.
process.env.NODE_COMPILE_CACHE ??= at(".prepare", "compile-cache");
const [command = "start", ...rest] = process.argv.slice(2);
const tool = (name) => at("node_modules", name === "node" ? "node/bin/node" : `.bin/${name}`);

const steps = {
  build: () => [],
  check: () => checks,
  test: () => [...checks, ["node", ["scripts/check-knowledge.ts"], "knowledge"], ["vitest", ["run", ...rest], "tests"]],
};
const checks = [
  ["tsc", ["-p", "."], "types"],
  ["tsc", ["-p", "web"], "types of web/"],
  ["biome", ["check", "--error-on-warnings", "."], "format, lint and architecture"],
];

install();
if (command !== "check" && command !== "check-knowledge") compileKnowledge();
if (command === "start") {
  build();
  serve();
} else if (command in steps) {
  if (command !== "check") build();
  run(steps[command]());
} else if (existsSync(at("scripts", `${command}.ts`))) {
  run([["node", [`scripts/${command}.ts`, ...rest]]]);
} else {
  stop(`there is no command "${command}"; there are: ${["start", ...Object.keys(steps)].join(", ")} and the files of scripts/`);
}

function install() {
  const stamp = at("node_modules", ".prepared");
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(at("package.json"), "utf8"),
  );
  const named = JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides, allowScripts });
  const wanted = createHash("sha256")
    .update(hashOf([at("package-lock.json")]))
    .update(named)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(tool("node"))) return;
  say("installing packages (npm ci), about a minute …");
  const code = call("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) stop("npm ci failed: see above. The machine must reach the npm registry; disk space of about 2 GB is needed.");
  if (!existsSync(tool("node")))
    stop("the package `node` did not bring its program along: was its install script blocked? See allowScripts in package.json.");
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = at("dist", ".built");
  const sources = [
    ...filesBelow(at("web")),
    at("vite.config.ts"),
    at("package-lock.json"),
    at("server/http/paths.ts"),
    ...filesBelow(at("server/http")).filter((path) => path.endsWith("wire.ts")),
    at("server/outgoing.ts"),
  ];
  const wanted = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("building the pages in web/ …");
  if (call(tool("node"), [at("node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"]) !== 0)
    stop("the pages in web/ could not be built: see above.");
  mkdirSync(at("dist"), { recursive: true });
  writeFileSync(stamp, wanted);
}

function compileKnowledge() {
  const compiled = at(".prepare/knowledge.bin");
  const newest = Math.max(...filesBelow(at("knowledge")).map((path) => statSync(path).mtimeMs), statSync(at("knowledge")).mtimeMs);
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= newest) return;
  say("reading and indexing the library …");
  if (call(tool("node"), [at("scripts/compile-knowledge.ts")]) !== 0)
    say("the library could not be indexed: npm run check-knowledge names its faults.");
}

function run(list) {
  for (const [name, parameters, title] of list) {
    if (title) say(`${title} …`);
    const code = call(tool(name), parameters);
    if (code !== 0) {
      if (title) say(`${title}: failed. Mend what is named above, then run this again.`);
      process.exit(code);
    }
  }
}

/** The server runs beside this process: it is told to stop when this one is, and stops by itself when this one is gone. */
function serve() {
  const child = spawn(tool("node"), [at("server/main.ts"), ...rest], {
    cwd: process.cwd(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  child.on("error", (error) => stop(`the server could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 0)));
}

function call(program, parameters) {
  const path = `${at("node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`;
  // npm would take the start of a nested npm for part of this one.
  const { npm_config_prefix: _, ...environment } = process.env;
  const child = spawnSync(program, parameters, { cwd: root, stdio: "inherit", env: { ...environment, PATH: path } });
  if (child.error) stop(`${program} could not be started: ${child.error.message}`);
  return child.status ?? (child.signal === "SIGINT" || child.signal === "SIGTERM" ? 0 : 1);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update("\0")
      .update(existsSync(file) ? readFileSync(file) : "absent");
  return hash.digest("hex");
}

function say(words) {
  process.stderr.write(`» ${words}\n`);
}

function stop(words) {
  say(words);
  process.exit(1);
}
