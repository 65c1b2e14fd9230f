import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readKnowledge } from "../knowledge/compiled.ts";
import { readConfig } from "./config.ts";
import { invite } from "./http/console/invite.ts";
import { openLog } from "./log.ts";
import { startServer } from "./start.ts";

// config → open → wire → listen → close

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const read = readConfig(process.env);
if (read.kind === "faulty") {
  process.stderr.write(`The settings are wrong:\n${read.faults.map((fault) => `  ${fault}\n`).join("")}`);
  process.exit(1);
}
const { config } = read;
// Where these are set, LangChain would report every prompt to somebody else.
for (const name of Object.keys(process.env)) if (/^LANG(?:SMITH|CHAIN)_/.test(name)) delete process.env[name];
const log = openLog(config.logLevel);

try {
  const server = await startServer({
    config,
    log,
    now: Date.now,
    random: Math.random,
    knowledge: readKnowledge(),
    assetsFolder: folder("../dist"),
  });
  const { store, address } = server;
  const first = { role: "administrator", at: Date.now(), random: randomBytes(32), publicUrl: config.publicUrl } as const;
  const link = (await store.hasStaff()) ? undefined : await invite(store, first);
  process.stdout.write(`Hướng Thiện: ${config.publicUrl === `http://localhost:${config.port}` ? address : config.publicUrl}\n`);
  if (link !== undefined) process.stdout.write(`No administrator yet. Open this link once, within three days:\n${link}\n`);
  const stop = () => {
    void server.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Whoever started us is gone: stop as if told to.
  process.once("disconnect", stop);
} catch (fault) {
  process.stderr.write(`The program could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
