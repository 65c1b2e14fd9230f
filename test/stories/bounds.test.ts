import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { paths } from "../../server/http/paths.ts";
import * as rights from "../../server/http/rights/wire.ts";
import * as wire from "../../server/http/wire.ts";
import { type Member, type ServerHere, startHere } from "../support/server-here.ts";
import { webPerson } from "../support/web-person.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let server: ServerHere;
let supervisor: Member;
let administrator: Member;
beforeAll(async () => {
  server = await startHere();
  administrator = await server.enrol("administrator", "truong");
  supervisor = await server.enrol("supervisor", "phuong");
  const person = await webPerson({ url: server.url } as never);
  await person.say("cho tôi gặp người thật");
  await person.hears("tư vấn viên");
});
afterAll(() => server.stop());

const queueOf = async () =>
  (await (await supervisor.call("GET", "/api/console/queue")).json()) as { items: { id: string; state: string }[] };

describe("an answer holds what its strict shape names and nothing more", () => {
  const shapes: readonly (readonly [string, ZodType, () => Promise<Member>])[] = [
    ["/api/console/me", wire.Me, async () => supervisor],
    ["/api/console/staff", wire.StaffList, async () => administrator],
    ["/api/console/queue", wire.Queue, async () => supervisor],
    ["/api/console/alarms", wire.AlarmList, async () => supervisor],
    ["/api/console/recovery-codes", rights.CodesLeft, async () => supervisor],
    ["/api/console/sessions", rights.Sessions, async () => supervisor],
    ["/api/console/new-devices", rights.Notices, async () => supervisor],
    ["/api/console/people", rights.Colleagues, async () => administrator],
    ["/api/console/audit", rights.Audit, async () => administrator],
    ["/api/console/requests", rights.DataRequests, async () => supervisor],
  ];

  test.each(shapes)("GET %s", async (path, shape, who) => {
    const answer: unknown = await (await (await who()).call("GET", path)).json();
    expect(shape.safeParse(answer).error).toBeUndefined();
    // No secret of anybody, whatever the shape says.
    const text = JSON.stringify(answer);
    for (const secret of [supervisor.secret, administrator.secret, "password", "argon2", "token_hash", "data_key"])
      expect(text).not.toContain(secret);
  });

  test("a case, a refusal and the beginning of a chat too", async () => {
    const { items } = await queueOf();
    const found: unknown = await (await supervisor.call("GET", `/api/console/cases/${items[0]?.id}`)).json();
    expect(wire.Case.safeParse(found).error).toBeUndefined();
    const refused: unknown = await (await supervisor.call("GET", "/api/console/cases/x")).json();
    expect(wire.Problem.safeParse(refused).error).toBeUndefined();
    const headers = { "content-type": "application/json" };
    const started: unknown = await (await fetch(server.url + paths.start, { method: "POST", headers, body: "{}" })).json();
    expect(wire.Started.safeParse(started).error).toBeUndefined();
  });

  test("every answer of the console is put through a shape before it leaves", () => {
    for (const path of ["server/http/console", "server/http/rights"])
      for (const name of readdirSync(join(root, path))) {
        const text = readFileSync(join(root, path, name), "utf8");
        for (const [line] of text.matchAll(/\.json\((?!\)).*/g)) expect(line, `${path}/${name}`).toMatch(/\.parse\(|described\(/);
      }
  });
});

describe("a body at its bound is taken, one over it is refused", () => {
  const text = (length: number) => "a".repeat(length);
  const request = { kind: "see", cameBy: "phone" };
  test.each([
    ["/api/console/requests", { ...request, note: text(1000) }, 201],
    ["/api/console/requests", { ...request, note: text(1001) }, 400],
    ["/api/console/requests", { ...request, code: text(61) }, 400],
    ["/api/console/requests", { ...request, extra: 1 }, 400],
    ["/api/console/requests", { ...request, note: text(40_000) }, 413],
    ["/api/console/password", { password: text(14) }, 400],
    ["/api/console/password", { password: text(201) }, 400],
    ["/api/console/password", { password: text(200) }, 204],
    ["/api/console/prove", { password: text(201), code: "123456" }, 400],
    ["/api/console/prove", { password: "x", code: text(21) }, 400],
  ])("POST %s", async (path, body, status) => {
    expect((await supervisor.call("POST", path, body)).status).toBe(status);
  });

  test.each([
    [4000, 204],
    [4001, 400],
  ])("a counsellor's answer of %i characters", async (length, status) => {
    const { items } = await queueOf();
    const target = `/api/console/cases/${items[0]?.id}`;
    await supervisor.call("POST", `${target}/claim`);
    const body = { clientId: crypto.randomUUID(), text: text(length) };
    expect((await supervisor.call("POST", `${target}/messages`, body)).status).toBe(status);
  });

  test.each(["act=nothing", "from=-1", "from=x", "before=1.5", `object=${"a".repeat(121)}`, "extra=1"])(
    "a question to the log with %s",
    async (query) => {
      expect((await administrator.call("GET", `/api/console/audit?${query}`)).status).toBe(400);
    },
  );

  test.each(["__proto__", "constructor", "role", "id", "left_at"])("a field nobody asked for (%s) changes nothing", async (field) => {
    const body = `{"kind":"see","cameBy":"phone","${field}":{"role":"administrator"}}`;
    const headers = { "content-type": "application/json", origin: server.url, cookie: supervisor.cookie };
    const { status } = await fetch(`${server.url}/api/console/requests`, { method: "POST", headers, body });
    expect(status).toBeOneOf([201, 400]);
    expect(await (await supervisor.call("GET", "/api/console/me")).json()).toMatchObject({ role: "supervisor" });
    expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
  });
});

describe("what people name is not fetched", () => {
  test("an address in a chat, a name, a note or an answer brings no visitor to it", async () => {
    let visitors = 0;
    const trap = createServer((_request, response) => {
      visitors += 1;
      response.end();
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/anh.png`;
    const person = await webPerson({ url: server.url } as never);
    await person.say(`xem giúp ${address} với, cho tôi gặp người thật`);
    await person.hears("tư vấn viên");
    const { items } = await queueOf();
    const target = `/api/console/cases/${items.find(({ state }) => state === "waiting")?.id}`;
    await supervisor.call("POST", `${target}/claim`);
    await supervisor.call("POST", `${target}/messages`, { clientId: crypto.randomUUID(), text: `Anh vào ${address}` });
    await person.hears(address);
    await supervisor.call("POST", "/api/console/requests", { kind: "see", cameBy: "paper", note: address });
    expect(visitors).toBe(0);
    await new Promise((resolve) => trap.close(resolve));
  });

  test("there is one way out of the server, and who uses another is named", () => {
    const ways = /(?<![\w.])fetch\(|^import (?!type).*from "node:(?:http|https|net|tls|dns)(?:\/promises)?"|\bWebSocket\(/m;
    const found = readdirSync(join(root, "server"), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && item.name.endsWith(".ts"))
      .map((item) => relative(root, join(item.parentPath, item.name)))
      .filter((path) => ways.test(readFileSync(join(root, path), "utf8")));
    expect(found.sort()).toEqual(["server/egress.ts", "server/start.ts"]);
  });
});
