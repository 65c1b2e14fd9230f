import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { messengerConfig } from "../support/messenger.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";

let graph: GraphStub;
let program: Program;
let administrator: SignedIn;
beforeAll(async () => {
  graph = await startGraphStub();
  graph.page.subscriptions = [];
  program = await startProgram({ graphUrl: graph.url });
  administrator = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await graph.close();
});

const metrics = async () => await (await fetch(`${program.url}/metrics`)).text();
const names = async () => {
  const { alarms } = (await (await administrator.call("GET", "/api/console/alarms")).json()) as { alarms: { name: string }[] };
  return alarms.map(({ name }) => name).toSorted();
};

test("a Page that sends us nothing is seen at once in the log, in /metrics and in the console, and an administrator mends it", async () => {
  await until("the alarm", async () => (await names()).includes("subscription"));
  expect(await metrics()).toContain('huongthien_alarm{channel="messenger",name="subscription"} 1\n');
  expect(program.output()).toMatch(/"alarm":"subscription".*somebody must act/);
  const repaired = await administrator.call("POST", "/api/console/alarms/messenger/repair");
  expect(await repaired.json()).toEqual({ kind: "repaired" });
  expect(await names()).toEqual([]);
  expect(await metrics()).toContain('huongthien_alarm{channel="messenger",name="subscription"} 0\n');
  expect((await administrator.call("POST", "/api/console/alarms/web/repair")).status).toBe(404);
});

test("a Page whose permission is gone raises an alarm with the first message that is refused, and the next that goes out ends it", async () => {
  graph.always({ kind: "error", code: 200 });
  await postWebhook(program, { mid: "m-1", sender: "person-1", text: "vay von lam an duoc bao nhieu" });
  await until("the alarm", async () => (await names()).includes("sending"));
  graph.always({ kind: "accept" });
  await postWebhook(program, { mid: "m-2", sender: "person-1", text: "vay von co phai the chap khong" });
  await until("it is over", async () => (await names()).length === 0);
});

test("webhooks signed with another secret raise an alarm, and what was counted names no secret and nobody", async () => {
  for (let post = 0; post < 3; post++) {
    const headers = { "x-hub-signature-256": `sha256=${"0".repeat(64)}` };
    expect((await fetch(`${program.url}/webhooks/messenger`, { method: "POST", headers, body: "{}" })).status).toBe(403);
  }
  expect(await names()).toEqual(["signature"]);
  await postWebhook(program, { mid: "m-3", sender: "person-1", text: "cam on" });
  expect(await names()).toEqual([]);
  expect(await metrics()).not.toMatch(new RegExp(`person-1|vay von|${messengerConfig.appSecret}|${messengerConfig.pageToken}`));
});
