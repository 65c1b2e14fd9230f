import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startGraphStub } from "../../test/support/graph-stub.ts";
import { page, signed, webhookBody } from "../../test/support/messenger.ts";
import { memoryOf, server } from "../serving/started.ts";

// Months of a quiet Page in minutes: people come back and ask again, everything is answered and sent, and memory must not grow.

const { values } = parseArgs({ options: { messages: { type: "string", default: "20000" }, people: { type: "string", default: "400" } } });
const [messages, people] = [Number(values.messages), Number(values.people)];
const said = ["vay von lam an duoc nhieu nhat bao nhieu", "mat can cuoc cong dan thi lam lai o dau", "cam on", "qwrt zxcv bnmp"];
const steps = 10;
const atOnce = 16;

const folder = mkdtempSync(join(tmpdir(), "huong-thien-soak-"));
const graph = await startGraphStub();
const started = await server(folder, "", graph.url);
const begun = performance.now();
let sent = 0;
for (let step = 1; step <= steps; step++) {
  const until = Math.round((messages * step) / steps);
  const caller = async () => {
    while (sent < until) await say(sent++);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  while ((await figure("messages_unhandled")) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
  // The stub remembers what it was sent; this is its own memory, not the server's.
  graph.requests.length = 0;
  const delivered = graph.delivered.splice(0).length;
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  console.log(
    `${String(sent).padStart(7)} messages, ${minutes} min: ${memoryOf(started)} MB, ${delivered} pieces delivered since the last line`,
  );
}
started.child.kill("SIGKILL");
await graph.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function say(number: number): Promise<void> {
  const message = { mid: `soak-${number}`, text: said[number % said.length] };
  const event = { sender: { id: `soak-${number % people}` }, recipient: { id: page }, timestamp: Date.now(), message };
  const { headers, body } = signed(webhookBody(event));
  const posted = { method: "POST", headers: headers as Record<string, string>, body: new Uint8Array(body) };
  await (await fetch(`${started.url}/webhooks/messenger`, posted)).text();
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${started.url}/metrics`)).text();
  return Number(new RegExp(`${name} (\\d+)`).exec(text)?.[1]);
}
