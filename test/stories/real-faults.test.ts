import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { start } from "../../scripts/serving/started.ts";
import { watchLoop } from "../../server/work/watch-loop.ts";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { page, signed, webhookBody } from "../support/messenger.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { recordingLog } from "../support/recording-log.ts";
import { until } from "../support/until.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
let graph: GraphStub;
beforeAll(async () => {
  graph = await startGraphStub();
});
afterAll(() => graph.close());

let count = 0;
const post = (program: Program) => postWebhook(program, { mid: `mid-fault-${count++}`, sender: `fault-${count}`, text: "cam on" });
/** On a connection of its own, opened for it. */
const postCold = (url: string, name: string) =>
  new Promise<number | undefined>((resolve) => {
    const event = { sender: { id: name }, recipient: { id: page }, timestamp: Date.now(), message: { mid: `mid-${name}`, text: "cam on" } };
    const { headers, body } = signed(webhookBody(event));
    const options = { method: "POST", agent: false, headers: { ...(headers as Record<string, string>), "content-length": body.length } };
    const request = httpRequest(`${url}/webhooks/messenger`, options, (response) =>
      response.resume().on("end", () => resolve(response.statusCode)),
    );
    request.on("error", () => resolve(undefined)).end(body);
  });
const databaseOf = ({ dataFolder }: Program) => join(dataFolder, "huong-thien.sqlite");

describe("the disk", () => {
  test.runIf(spawnSync("prlimit", ["--version"]).status === 0)(
    "full: webhooks are refused with 503 and not acknowledged; with room again all goes on without a restart",
    async () => {
      // A limit on the size of files stands for a full disk: writing fails in the same place, and it can be lifted from outside.
      const program = await startProgram({ graphUrl: graph.url, through: ["sh", "-c", `trap '' XFSZ; exec "$0" "$@"`] });
      expect(await post(program)).toBe(200);
      const log = statSync(`${databaseOf(program)}-wal`).size;
      const limit = (size: string) => spawnSync("prlimit", ["--pid", String(program.pid), `--fsize=${size}:unlimited`]);
      expect(limit(String(log)).status).toBe(0);
      const statuses: (number | undefined)[] = [];
      await until("a webhook is refused", async () => statuses.push(await post(program)) > 0 && statuses.at(-1) !== 200);
      expect(statuses.at(-1)).toBe(503);
      expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
      limit("unlimited");
      expect(await post(program)).toBe(200);
      await until(
        "everything is handled",
        async () => /messages_unhandled 0/.test(await (await fetch(`${program.url}/metrics`)).text()),
        30_000,
      );
      expect(await program.kill("SIGTERM")).toBe(0);
      const database = new Database(databaseOf(program));
      expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(database.prepare("select count(*) from messages where from_person = 1").pluck().get()).toBe(
        statuses.filter((status) => status === 200).length + 2,
      );
      database.close();
    },
    60_000,
  );

  test("damaged: the program does not start on it and says what to do", () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "huong-thien-damaged-"));
    const file = join(dataFolder, "huong-thien.sqlite");
    const database = new Database(file);
    database.exec("create table conversations (id text); create index one on conversations (id);");
    const insert = database.prepare("insert into conversations values (?)");
    for (let row = 0; row < 2_000; row++) insert.run(`conversation-${row}-${"x".repeat(50)}`);
    database.close();
    const opened = openSync(file, "r+");
    writeSync(opened, Buffer.alloc(40_000, 255), 0, 40_000, 20_000);
    const started = run(dataFolder);
    expect(started.status).toBe(1);
    expect(started.stderr).toMatch(/is damaged.*restore a back-up/s);
    writeFileSync(file, "không phải cơ sở dữ liệu ".repeat(100));
    expect(run(dataFolder).stderr).toMatch(/is damaged.*restore a back-up/s);
  }, 60_000);
});

describe("the database is held by another process", () => {
  test("webhooks wait, then 503; the program answers everything else meanwhile, and goes on when it is free", async () => {
    const program = await startProgram({ graphUrl: graph.url });
    const other = new Database(databaseOf(program));
    other.exec("begin immediate");
    const waiting = Array.from({ length: 5 }, () => post(program));
    let slowest = 0;
    let isDone = false;
    const refused = Promise.all(waiting).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const begun = performance.now();
      const health = await fetch(`${program.url}/healthz`).catch((fault: unknown) => {
        throw new Error(`no answer: ${program.output().slice(-600)}`, { cause: fault });
      });
      await health.text();
      expect(health.status).toBe(200);
      slowest = Math.max(slowest, performance.now() - begun);
    }
    expect(await refused).toEqual(Array(5).fill(503));
    expect(slowest).toBeLessThan(500);
    other.exec("rollback");
    other.close();
    expect(await post(program)).toBe(200);
    expect(await program.kill("SIGTERM")).toBe(0);
  }, 60_000);
});

describe("clients", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ graphUrl: graph.url });
  });
  afterAll(() => program.kill("SIGTERM"));

  test("256 who connect at the same moment all have their 200 within two seconds, or where all is slow no later than twice a bare server's", async () => {
    const program = await startProgram({ graphUrl: graph.url });
    // Express, the signature and one durable insert: what other tests take of the machine, they take of this one too.
    const bare = await start("scripts/serving/express-insert.ts", { FOLDER: program.dataFolder });
    const all = async (url: string, name: string) => {
      const begun = performance.now();
      const statuses = await Promise.all(Array.from({ length: 256 }, (_, number) => postCold(url, `${name}-${number}`)));
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
      return performance.now() - begun;
    };
    const [ours, bares]: [number[], number[]] = [[], []];
    for (let round = 0; round < 4 && Math.min(...ours, 2_000) >= 2_000; round++) {
      bares.push(await all(bare.url, `bare-${round}`));
      ours.push(await all(program.url, `cold-${round}`));
      // The next ones come to a program that has nothing left of these to do.
      await until(
        "all are handled",
        async () => /messages_unhandled 0\b/.test(await (await fetch(`${program.url}/metrics`)).text()),
        30_000,
      );
    }
    bare.child.kill("SIGKILL");
    expect(Math.min(...ours)).toBeLessThan(Math.max(2_000, 2 * Math.min(...bares)));
    await program.kill("SIGTERM");
  }, 120_000);

  test("slow ones: who takes longer than ten seconds over a request's head is cut off, and 2,000 idle ones disturb nobody", async () => {
    const { port } = new URL(program.url);
    const slow = connect(Number(port), "127.0.0.1");
    let isCut = false;
    slow
      .resume()
      .on("error", () => undefined)
      .on("close", () => {
        isCut = true;
      });
    slow.write("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    const idle = Array.from({ length: 2_000 }, () => connect(Number(port), "127.0.0.1").on("error", () => undefined));
    await until("they are connected", () => idle.every(({ connecting }) => !connecting));
    const begun = performance.now();
    for (let each = 0; each < 20; each++) expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
    expect((performance.now() - begun) / 20).toBeLessThan(100);
    await until("the slow one is cut off", () => isCut, 20_000);
    for (const socket of idle) socket.destroy();
  }, 40_000);

  const largest = 256 * 1024;
  test.each([
    ["a webhook of the largest size", "/webhooks/messenger", largest, {}, 400],
    ["a webhook one byte larger", "/webhooks/messenger", largest + 1, {}, 413],
    ["a chat message of the largest size", "/api/chat/messages", 16 * 1024, { authorization: `Bearer ${"a".repeat(43)}` }, 400],
    ["a chat message one byte larger", "/api/chat/messages", 16 * 1024 + 1, { authorization: `Bearer ${"a".repeat(43)}` }, 413],
    ["a compressed webhook", "/webhooks/messenger", 100, { "content-encoding": "gzip" }, 415],
  ])("%s", async (_what, path, size, headers, status) => {
    const body = Buffer.from(`{${" ".repeat(size - 2)}}`);
    const sent = await fetch(program.url + path, { method: "POST", headers: { ...(signed(body).headers as object), ...headers }, body });
    await sent.text();
    expect(sent.status).toBe(status);
  });
});

test("when one piece of work keeps all others waiting, the log says for how long", async () => {
  const log = recordingLog();
  let look = () => {};
  const watch = watchLoop(log, (_ms, then) => {
    look = then;
    return () => undefined;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const end = performance.now() + 300;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 30));
  look();
  watch.stop();
  expect(watch.longestMs()).toBeGreaterThan(200);
  expect(log.lines[0]?.happening).toContain("waiting");
});

function run(dataFolder: string) {
  return spawnSync(process.execPath, [main], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataFolder },
    timeout: 20_000,
  });
}
