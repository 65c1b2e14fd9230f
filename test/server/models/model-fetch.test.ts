import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEgress } from "../../../server/egress.ts";
import { openModelFetch } from "../../../server/models/model-fetch.ts";

const largestAnswer = 1000;
const paths: string[] = [];
const server = createServer((request, response) => {
  paths.push(request.url ?? "");
  const [, kind = "", number = "0"] = (request.url ?? "").split("/");
  if (kind === "size") response.end("x".repeat(Number(number)));
  else if (kind === "status") response.writeHead(Number(number), { location: "/size/1" }).end();
  else if (kind === "stop") response.write("nửa chừng");
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const egress = (more: object = {}) =>
  openModelFetch(openEgress({ allowedOrigins: [url], deadlineMs: 1000 }), { deadlineMs: 1000, idleMs: 300, largestAnswer, ...more });

test("only the configured origin is called, whatever is asked for", async () => {
  for (const other of ["http://example.com/", "https://127.0.0.1/", "file:///etc/passwd", `${url}@example.com/`, "data:text/plain,x"]) {
    await expect(egress()(other)).rejects.toThrow();
    await expect(egress()(new URL(other))).rejects.toThrow();
    await expect(egress()({ url: other } as Request)).rejects.toThrow();
  }
  expect(paths).toEqual([]);
});

test("an answer of exactly the limit is read, one byte more is not", async () => {
  expect(await (await egress()(`${url}/size/${largestAnswer}`)).text()).toHaveLength(largestAnswer);
  const response = await egress()(`${url}/size/${largestAnswer + 1}`);
  await expect(response.text()).rejects.toMatchObject({ name: "AnswerTooLarge" });
});

test.each([204, 301, 307, 404, 500, 503])("status %i comes back as it is, and no redirect is followed", async (status) => {
  const before = paths.length;
  expect((await egress()(`${url}/status/${status}`)).status).toBe(status);
  expect(paths).toHaveLength(before + 1);
});

test("silence ends it, before the answer or in the middle, and so do its own deadline and the caller's", async () => {
  await expect(egress()(`${url}/nothing`)).rejects.toMatchObject({ name: "TimeoutError" });
  await expect((await egress()(`${url}/stop`)).text()).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(egress({ deadlineMs: 100, idleMs: 5000 })(`${url}/nothing`)).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(egress()(`${url}/nothing`, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
});
