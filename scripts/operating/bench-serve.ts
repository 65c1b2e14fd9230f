import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { page, signed, webhookBody } from "../../test/support/messenger.ts";
import startPostgres from "../../test/support/postgres.ts";
import { openChats } from "../serving/open-chats.ts";
import { memoryOf, type Started, server, start } from "../serving/started.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "8" }, postgres: { type: "boolean", default: false } } });
const seconds = Number(values.seconds);

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
  const instances: Started[] = [];
  for (const count of [1, 2, 4]) {
    while (instances.length < count) instances.push(await server(join(folder, `instance-${instances.length}`), url));
    const urls = instances.map((each) => each.url);
    // Once for the compiler, then what is counted.
    await load(urls, { callers: 64, path });
    print(`${count} on PostgreSQL, 64 callers`, await load(urls, { callers: 64, path }));
  }
  for (const { child } of instances) child.kill("SIGKILL");
  await stop?.();
} else {
  const bare: Started[] = [];
  for (const script of ["node-http", "express-insert"]) bare.push(await start(`scripts/serving/${script}.ts`, { FOLDER: folder }));
  const ours = await server(join(folder, "ours"), "");
  console.log(`256 cold callers: ${await cold(ours)}`);
  print("ours at 50 messages a second", await load([ours.url], { callers: 64, rate: 50, path }));
  // In turn and several times: what else the machine does meets all three.
  const all = [...bare, ours].map(({ url }) => ({ url, rounds: [] as Figures[] }));
  for (let round = 0; round < 4; round++) for (const each of all) each.rounds.push(await load([each.url], { callers: 64, path }));
  // The first round is the compiler's.
  for (const [position, what] of ["bare node:http", "bare Express and SQLite insert", "ours"].entries())
    for (const figures of all[position]?.rounds.slice(1) ?? []) print(`${what}, 64 callers`, figures);
  for (const { child } of bare) child.kill("SIGKILL");
  ours.child.kill("SIGKILL");
  const fresh = await server(join(folder, "fresh"), "");
  for (const count of [1_000, 5_000, 10_000]) console.log(await openChats(fresh, count));
  console.log(`memory of the process: ${memoryOf(fresh)} MB`);
  fresh.child.kill("SIGKILL");
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
