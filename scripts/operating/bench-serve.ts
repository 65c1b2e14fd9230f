import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { messengerConfig, page, signed, webhookBody } from "../../test/support/messenger.ts";
import startPostgres from "../../test/support/postgres.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "8" }, postgres: { type: "boolean", default: false } } });
const seconds = Number(values.seconds);
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
}

/** Posts distinct signed webhooks: as many as go with `callers` waiting for their answer, or `rate` a second. */
async function load(urls: readonly string[], { callers, rate, path }: { callers: number; rate?: number; path: string }): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const times: number[] = [];
  let [sent, refused] = [0, 0];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const one = async () => {
    sent += 1;
    const id = `${process.pid}-${Math.round(begun)}-${sent}`;
    const event = {
      sender: { id: `person-${id}` },
      recipient: { id: page },
      timestamp: Date.now(),
      message: { mid: `mid-${id}`, text: "cam on" },
    };
    const at = performance.now();
    const status = await post(urls[sent % urls.length] + path, signed(webhookBody(event)), agent);
    times.push(performance.now() - at);
    if (status !== 200) refused += 1;
  };
  const caller = async () => {
    while (performance.now() < end) await one();
  };
  if (rate === undefined) await Promise.all(Array.from({ length: callers }, caller));
  else {
    const open: Promise<void>[] = [];
    for (let due = begun; due < end; due += 1000 / rate) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      open.push(one());
    }
    await Promise.all(open);
  }
  const elapsed = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  return { perSecond: Math.round(times.length / elapsed), p50: at(0.5), p99: at(0.99), refused };
}

function post(url: string, { headers, body }: ReturnType<typeof signed>, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const sending = request(
      url,
      { method: "POST", agent, headers: { ...(headers as Record<string, string>), "content-length": body.length } },
      (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sending.on("error", () => resolve(0));
    sending.end(body);
  });
}

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(script: string, environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const port = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout?.on("data", (chunk) => {
      output += output.length > 10_000 ? "" : chunk;
      const found = /"port":(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { url: `http://127.0.0.1:${port}`, child };
}

const messenger = {
  MESSENGER_PAGE_ID: page,
  MESSENGER_PAGE_TOKEN: messengerConfig.pageToken,
  MESSENGER_APP_SECRET: messengerConfig.appSecret,
  MESSENGER_VERIFY_TOKEN: messengerConfig.verifyToken,
  GRAPH_API_URL: "http://127.0.0.1:1",
};

function server(folder: string, databaseUrl: string): Promise<Started> {
  return start("server/main.ts", { PORT: "0", DATA_DIR: folder, DATABASE_URL: databaseUrl, ...messenger });
}

/** 256 who connect at the same moment, none of them with a connection. */
async function cold({ url }: Started): Promise<string> {
  const begun = performance.now();
  const all = Array.from({ length: 256 }, (_, number) => {
    const event = {
      sender: { id: `cold-${number}` },
      recipient: { id: page },
      timestamp: 1,
      message: { mid: `cold-${process.pid}-${number}`, text: "cam on" },
    };
    return post(`${url}/webhooks/messenger`, signed(webhookBody(event)), new Agent());
  });
  const statuses = await Promise.all(all);
  return `${statuses.filter((status) => status === 200).length} of 256 answered, the last after ${Math.round(performance.now() - begun)} ms`;
}

function memoryOf({ child }: Started): number {
  const pages = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  return Math.round(Number(pages) / 1024);
}

async function streams(started: Started, count: number): Promise<string> {
  const before = memoryOf(started);
  const open = Array.from({ length: count }, (_, number) => {
    const token = String(number).padEnd(43, "a");
    return new Promise<() => void>((resolve, reject) => {
      const asking = request(
        `${started.url}/api/chat/events`,
        { agent: new Agent(), headers: { authorization: `Bearer ${token}` } },
        (response) => {
          response.once("data", () => resolve(() => asking.destroy()));
        },
      );
      asking.on("error", reject);
      asking.end();
    });
  });
  const close = await Promise.all(open);
  const grown = memoryOf(started) - before;
  for (const each of close) each();
  return `${count} open chats: ${grown} MB more, ${Math.round((grown * 1024) / count)} KB each`;
}

function print(what: string, { perSecond, p50, p99, refused }: Figures): void {
  console.log(
    `${what.padEnd(44)} ${String(perSecond).padStart(6)}/s   p50 ${p50} ms   p99 ${p99} ms${refused > 0 ? `   ${refused} refused` : ""}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "huong-thien-bench-"));
const path = "/webhooks/messenger";
if (values.postgres) {
  let url = "";
  const stop = await startPostgres({
    provide: (_name, address) => {
      url = address;
    },
  });
  const instances = [await server(join(folder, "one"), url)];
  print(
    "one instance on PostgreSQL, 64 callers",
    await load(
      instances.map((each) => each.url),
      { callers: 64, path },
    ),
  );
  instances.push(await server(join(folder, "two"), url));
  print(
    "two instances on PostgreSQL, 64 callers",
    await load(
      instances.map((each) => each.url),
      { callers: 64, path },
    ),
  );
  for (const { child } of instances) child.kill("SIGKILL");
  await stop?.();
} else {
  for (const [what, script] of [
    ["bare node:http, 64 callers", "node-http"],
    ["bare Express and SQLite insert, 64 callers", "express-insert"],
  ] as const) {
    const bare = await start(`scripts/serving/${script}.ts`, { FOLDER: folder });
    print(what, await load([bare.url], { callers: 64, path }));
    bare.child.kill("SIGKILL");
  }
  const ours = await server(join(folder, "ours"), "");
  console.log(`256 cold callers: ${await cold(ours)}`);
  print("ours at 50 messages a second", await load([ours.url], { callers: 64, rate: 50, path }));
  print("ours, 64 callers", await load([ours.url], { callers: 64, path }));
  ours.child.kill("SIGKILL");
  const fresh = await server(join(folder, "fresh"), "");
  for (const count of [1_000, 5_000]) console.log(await streams(fresh, count));
  console.log(`memory of the process: ${memoryOf(fresh)} MB`);
  fresh.child.kill("SIGKILL");
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
