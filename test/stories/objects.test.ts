import type { Router } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Console, consoleRoutes } from "../../server/http/console.ts";
import { type Role, roles } from "../../server/store/staff-store.ts";
import { callWith, type Member, type ServerHere, startHere } from "../support/server-here.ts";
import { webPerson } from "../support/web-person.ts";

/** Every route with an id in its path, read from the router: a new one is tested from the day it is added. */
const routes = withId(consoleRoutes({ publicUrl: "http://localhost" } as Console));
/** Ids nobody gave out, in every spelling that may slip through. */
const madeUp = ["00000000-0000-4000-8000-000000000000", "1", "%27%20or%201%3D1--", "..%2F..%2Fqueue", "a".repeat(2000)];
/** Bodies every route understands, so that the refusal is about the id. */
const bodies: Readonly<Record<string, unknown>> = {
  close: { reason: "answered" },
  messages: { clientId: "b7c1f0de-0f0e-4c1c-8f7e-0123456789ab", text: "chào" },
  role: { role: "counsellor" },
  extend: { why: "chờ giấy" },
  finish: { outcome: "done" },
  read: { sequence: 1 },
  notes: { text: "đã gọi" },
  draft: { clientId: "b7c1f0de-0f0e-4c1c-8f7e-0123456789ab", text: "chào" },
};
const bodyOf = (path: string) => bodies[path.split("/").at(-1) ?? ""] ?? {};
/** Marks as seen or repairs what may not exist: nothing is told about others. */
const tellsNothing = ["POST /api/console/new-devices/:id"];

let server: ServerHere;
const members = new Map<Role, Member>();
beforeAll(async () => {
  server = await startHere();
  for (const role of roles) members.set(role, await server.enrol(role, `nguoi-${role}`));
});
afterAll(() => server.stop());

const answerOf = async (response: Response) => {
  const { code, message } = (await response.json()) as { code: string; message: string };
  return { status: response.status, code, message, headers: [...response.headers.keys()].sort().join() };
};

test("there are routes with ids to look at", () => {
  expect(routes.length).toBeGreaterThan(10);
});

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (name, { method, path }) => {
  test.each(roles)("answers a %s alike for every id that is not theirs to know", async (role) => {
    const call = members.get(role)?.call ?? callWith(server.url, "");
    const answers = [];
    for (const id of madeUp) {
      const response = await call(method, path.replace(/:\w+/, id), bodyOf(path));
      if (response.status === 204 && tellsNothing.includes(name)) continue;
      answers.push(await answerOf(response));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    if (answers[0]) expect(answers[0].status).toBeOneOf([403, 404]);
  });
});

describe("of somebody else", () => {
  test("a session, a device and a copy answer like ones that do not exist", async () => {
    const [one, two] = [await server.enrol("supervisor", "chu-mot"), await server.enrol("supervisor", "chu-hai")];
    const { sessions } = (await (await one.call("GET", "/api/console/sessions")).json()) as { sessions: { id: string }[] };
    const unknown = await answerOf(await two.call("DELETE", `/api/console/sessions/${madeUp[0]}`));
    expect(await answerOf(await two.call("DELETE", `/api/console/sessions/${sessions[0]?.id}`))).toEqual(unknown);
    expect((await one.call("GET", "/api/console/me")).status).toBe(200);

    const person = await webPerson({ url: server.url } as never);
    await person.say("cho tôi gặp người thật");
    await person.hears("tư vấn viên");
    const { items } = (await (await one.call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
    const asked = { kind: "copy", cameBy: "visit", code: items[0]?.id };
    const request = ((await (await one.call("POST", "/api/console/requests", asked)).json()) as { id: string }).id;
    const copy = ((await (await one.call("POST", `/api/console/requests/${request}/copies`)).json()) as { id: string }).id;
    await two.call("POST", `/api/console/copies/${copy}/approve`);
    const missing = await answerOf(await two.call("POST", `/api/console/copies/${madeUp[0]}/take`));
    expect(await answerOf(await two.call("POST", `/api/console/copies/${copy}/take`))).toEqual(missing);
    expect((await one.call("POST", `/api/console/copies/${copy}/take`)).status).toBe(200);
  });

  test("a case cannot be answered, given back or closed by who does not hold it", async () => {
    const [one, two] = [await server.enrol("counsellor", "giu"), await server.enrol("counsellor", "khac")];
    const { items } = (await (await one.call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
    const target = `/api/console/cases/${items[0]?.id}`;
    expect((await one.call("POST", `${target}/claim`)).status).toBe(204);
    for (const act of ["claim", "release", "close", "messages"])
      expect(await answerOf(await two.call("POST", `${target}/${act}`, bodyOf(act))), act).toMatchObject({
        status: 409,
        code: "not-yours",
      });
    const acts = await server.store.listAudit({ objectId: items[0]?.id, limit: 20 });
    expect(acts.some(({ by }) => by === two.id)).toBe(false);
  });

  test("a conversation on the website answers another key as if it did not exist", async () => {
    const person = await webPerson({ url: server.url } as never);
    await person.say("vay vốn được bao nhiêu");
    await person.hears("triệu");
    const other = await webPerson({ url: server.url } as never);
    expect(await other.read()).toEqual([]);
    await fetch(`${server.url}/api/chat/conversation`, { method: "DELETE", headers: { authorization: `Bearer ${other.token}` } });
    expect((await person.read()).length).toBeGreaterThan(0);
  });
});

function withId(router: Router): readonly { readonly method: string; readonly path: string }[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route === undefined) return "stack" in handle ? withId(handle as unknown as Router) : [];
    // Express keeps the methods of a route here.
    const { methods } = route as unknown as { methods: Readonly<Record<string, boolean>> };
    const path = String(route.path);
    return path.includes(":") ? Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })) : [];
  });
}
