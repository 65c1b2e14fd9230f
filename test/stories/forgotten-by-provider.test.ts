import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { signedRequest } from "../support/messenger.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";

let graph: GraphStub;
let program: Program;
beforeAll(async () => {
  graph = await startGraphStub();
  program = await startProgram({ graphUrl: graph.url });
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await graph.close();
});

async function ask(user_id: string, secret?: string) {
  const body = signedRequest({ algorithm: "HMAC-SHA256", user_id, issued_at: 1 }, secret);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return await fetch(`${program.url}/webhooks/messenger/data-deletion`, { method: "POST", headers, body });
}
async function statusPage(response: Response): Promise<string> {
  const { url, confirmation_code } = (await response.json()) as { url: string; confirmation_code: string };
  expect(url.endsWith(`/xoa-du-lieu/${confirmation_code}`)).toBe(true);
  const shown = await fetch(program.url + new URL(url).pathname, { headers: { accept: "text/html" } });
  expect(shown.status).toBe(200);
  return await shown.text();
}

test("somebody Meta names is forgotten before Meta has its answer, and the page of the code says so", async () => {
  await postWebhook(program, { mid: "m-1", sender: "218471", text: "vay von lam an duoc bao nhieu" });
  await until("the answer is out", () => graph.delivered.length > 0);
  const response = await ask("218471");
  expect(response.status).toBe(200);
  expect(await statusPage(response)).toContain("Đã xóa.");
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  expect(metrics).toMatch(/huongthien_messages_unhandled 0\n/);
  const again = await statusPage(await ask("218471"));
  expect(again).toContain("nhắn “xóa dữ liệu”");
  expect(again).not.toContain("218471");
});

test("a number that is of nobody here gets an honest page, a forged request gets nothing, an unknown code no page", async () => {
  expect(await statusPage(await ask("999"))).toContain("không có gì để xóa theo mã số ấy");
  expect((await ask("999", "another secret")).status).toBe(403);
  expect((await fetch(`${program.url}/webhooks/web/data-deletion`, { method: "POST" })).status).toBe(404);
  expect((await fetch(`${program.url}/xoa-du-lieu/unknown`, { headers: { accept: "text/html" } })).status).toBe(404);
});
