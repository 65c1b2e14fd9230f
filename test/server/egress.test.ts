import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, largestAnswer, openEgress } from "../../server/egress.ts";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";

let stub: GraphStub;
beforeAll(async () => {
  stub = await startGraphStub();
});
afterAll(() => stub.close());

const post = (path = "/", more: Partial<Call> = {}): Call => ({
  method: "POST",
  url: `${stub.url}${path}`,
  body: { chào: "anh/chị" },
  ...more,
});
const egress = (deadlineMs = 2000) => openEgress({ allowedOrigins: [stub.url], deadlineMs });

test("an answer in JSON comes back with its status and headers", async () => {
  stub.next({ kind: "answer", status: 418, body: '{"a":1}', headers: { "x-app-usage": "{}" } });
  expect(await egress()(post())).toMatchObject({ kind: "answered", status: 418, headers: { "x-app-usage": "{}" }, json: { a: 1 } });
  expect(stub.requests.at(-1)).toMatchObject({
    method: "POST",
    body: '{"chào":"anh/chị"}',
    headers: { "content-type": "application/json" },
  });
});

test.each(["http://example.com/", "http://127.0.0.1:1/", "https://127.0.0.1/", "http://user@example.com/", "file:///etc/passwd"])(
  "%s is not among the hosts allowed, and nothing is called",
  async (url) => {
    await expect(egress()(post("/", { url }))).rejects.toThrow(/not among the hosts/);
  },
);

test("a host hidden behind a user name that looks like ours is not called", async () => {
  await expect(egress()(post("/", { url: `${stub.url}@example.com/` }))).rejects.toThrow();
});

test("a redirect is not followed", async () => {
  const before = stub.requests.length;
  stub.next({ kind: "answer", status: 307, body: "{}", headers: { location: `${stub.url}/elsewhere` } });
  expect(await egress()(post())).toMatchObject({ kind: "garbled", status: 307, why: "redirect" });
  expect(stub.requests).toHaveLength(before + 1);
});

test("of an answer without end no more than the limit is read", async () => {
  stub.next({ kind: "huge" });
  expect(await egress()(post())).toMatchObject({ kind: "garbled", status: 200, why: "answer too large" });
  expect(stub.written()).toBeLessThan(largestAnswer * 200);
});

test("an answer of exactly the limit is read, one byte more is not", async () => {
  const body = (length: number) => `"${"x".repeat(length - 2)}"`;
  stub.next({ kind: "answer", status: 200, body: body(largestAnswer) }, { kind: "answer", status: 200, body: body(largestAnswer + 1) });
  expect(await egress()(post())).toMatchObject({ kind: "answered" });
  expect(await egress()(post())).toMatchObject({ kind: "garbled" });
});

test("what is not JSON is garbled", async () => {
  stub.next({ kind: "answer", status: 200, body: "<html>" });
  expect(await egress()(post())).toMatchObject({ kind: "garbled", status: 200 });
});

test.each(["hang", "accept-then-half-an-answer", "reset"] as const)(
  "with the request sent, %s is no answer, within the deadline",
  async (kind) => {
    stub.next(
      kind === "accept-then-half-an-answer" ? { kind: "answer", status: 200, body: "{", headers: { "content-length": "1000" } } : { kind },
    );
    const started = performance.now();
    expect(await egress(300)(post())).toMatchObject({ kind: "unanswered" });
    expect(performance.now() - started).toBeLessThan(2000);
  },
);

test("where nobody listens nothing is reached", async () => {
  const closed = "http://127.0.0.1:1";
  expect(await openEgress({ allowedOrigins: [closed], deadlineMs: 2000 })(post("/", { url: `${closed}/` }))).toEqual({
    kind: "unreached",
    why: "ECONNREFUSED",
  });
});

test("where TLS fails nothing has been sent, so nothing is reached", async () => {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received.push(chunk);
      socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = post("/", { url: `${origin}/`, headers: { authorization: "Bearer secret" } });
  expect(await openEgress({ allowedOrigins: [origin], deadlineMs: 2000 })(call)).toMatchObject({ kind: "unreached" });
  expect(Buffer.concat(received).toString("latin1")).not.toContain("secret");
  server.close();
});

test("a TLS handshake that never ends reaches nothing, within the deadline", async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await openEgress({ allowedOrigins: [origin], deadlineMs: 300 })(post("/", { url: `${origin}/` }))).toMatchObject({
    kind: "unreached",
  });
  server.close();
});
