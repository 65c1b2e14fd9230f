import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";

let graph: GraphStub;
beforeAll(async () => {
  graph = await startGraphStub();
});
afterAll(() => graph.close());

/** People who got an answer to their question, with how many sends each got. */
function answered(prefix: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { recipient, message } of graph.delivered) {
    if (recipient.id.startsWith(prefix) && message.text.includes("100 triệu đồng"))
      counts.set(recipient.id, (counts.get(recipient.id) ?? 0) + 1);
  }
  return counts;
}

const unhandled = async ({ url }: Program) => Number(/messages_unhandled (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);
const queued = async ({ url }: Program) => /deliveries\{state="(queued|sending)"\}/.test(await (await fetch(`${url}/metrics`)).text());

test("killed at any moment and started again, every acknowledged message is answered, and none is doubled", async () => {
  let program = await startProgram({ graphUrl: graph.url });
  const acknowledged: string[] = [];
  const rounds = 6;
  for (let round = 0; round < rounds; round++) {
    const posts = Array.from({ length: 12 }, async (_, number) => {
      const sender = `kill-${round}-${number}`;
      const status = await postWebhook(program, { mid: `mid-${sender}`, sender, text: "vay lam an duoc nhieu nhat bao nhieu" });
      if (status === 200) acknowledged.push(sender);
    });
    // Somewhere between the first post and the last delivery: each round a little later.
    const before = graph.requests.length;
    await until("the round is under way", () => graph.requests.length >= before + round, 2000).catch(() => undefined);
    await program.kill("SIGKILL");
    await Promise.all(posts);
    program = await startProgram({ graphUrl: graph.url, dataFolder: program.dataFolder });
  }
  // What a killed process was sending counts as its own for 45 seconds.
  await until("everything is handled", async () => (await unhandled(program)) === 0 && !(await queued(program)), 70_000);
  const answers = answered("kill-");
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  const unknown = Number(/deliveries\{state="unknown"\} (\d+)/.exec(metrics)?.[1] ?? 0);
  const unanswered = acknowledged.filter((sender) => !answers.has(sender));
  expect(acknowledged.length).toBeGreaterThan(rounds * 4);
  expect([...answers.values()].filter((count) => count > 1)).toEqual([]);
  // A piece that was being sent when we died is of unknown outcome, listed, and not repeated.
  expect(unanswered.length).toBeLessThanOrEqual(unknown);
  await program.kill("SIGTERM");
}, 300_000);

test("fifty copies of one webhook make one message and one answer", async () => {
  const program = await startProgram({ graphUrl: graph.url });
  const message = { mid: "mid-copies", sender: "copies-1", text: "vay lam an duoc nhieu nhat bao nhieu", timestamp: 1 };
  const statuses = await Promise.all(Array.from({ length: 50 }, () => postWebhook(program, message)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  await until("the answer is out", () => answered("copies-").size === 1);
  expect(await postWebhook(program, message)).toBe(200);
  await until("all is quiet", async () => (await unhandled(program)) === 0 && !(await queued(program)));
  expect(answered("copies-").get("copies-1")).toBe(1);
  expect(await program.kill("SIGTERM")).toBe(0);
}, 30_000);
