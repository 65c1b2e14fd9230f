import type { Router } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Console, consoleRoutes } from "../../server/http/console.ts";
import { type Program, startProgram } from "../support/program.ts";
import { callAs, enrol, firstLink, type SignedIn } from "../support/staff.ts";

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route the console really has, read from its router: a new one is tested from the day it is added. */
const routes = routesOf(consoleRoutes({ publicUrl: "http://localhost" } as Console));
const open = ["GET /api/console/invitation", "POST /api/console/invitation", "POST /api/console/session", "DELETE /api/console/session"];
const forAdministrators = ["GET /api/console/staff", "POST /api/console/staff", "POST /api/console/alarms/:channel/repair"];
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const nobody = "00000000-0000-4000-8000-000000000000";
const closed = routes.filter((route) => !open.includes(nameOf(route)));

let program: Program;
let administrator: SignedIn;
let counsellor: SignedIn;
beforeAll(async () => {
  program = await startProgram();
  administrator = await enrol(program, await firstLink(program), "truong");
  const { link } = (await (await administrator.call("POST", "/api/console/staff", { role: "counsellor" })).json()) as { link: string };
  counsellor = await enrol(program, link, "lan");
});
afterAll(() => program.kill("SIGTERM"));

test("the routes are those we know", () => {
  expect(routes.length).toBeGreaterThanOrEqual(13);
  for (const known of [...open, ...forAdministrators]) expect(routes.map(nameOf)).toContain(known);
});

describe.each(closed.map((route) => [nameOf(route), route] as const))("%s", (name, { method, path }) => {
  const target = path.replace(":id", nobody);
  const status = async (call: SignedIn["call"]) => {
    const response = await call(method, target);
    // A stream has no end; its status is enough.
    await response.body?.cancel();
    return response.status;
  };

  test("is closed to a stranger and to a made-up session", async () => {
    expect(await status(callAs(program, ""))).toBe(401);
    expect(await status(callAs(program, `sid=${"a".repeat(43)}`))).toBe(401);
  });

  test("is open to the roles it names and to no other", async () => {
    expect(await status(counsellor.call)).toSatisfy((code) =>
      forAdministrators.includes(name) ? code === 403 : ![401, 403].includes(code),
    );
    expect(await status(administrator.call)).not.toBeOneOf([401, 403, 500]);
  });
});

const changing = closed.filter(({ method }) => method !== "GET");
test.each(changing.map((route) => [nameOf(route), route] as const))(
  "%s is closed to a page of another site, whatever its cookie",
  async (_name, { method, path }) => {
    for (const origin of ["https://elsewhere.example", "null", undefined]) {
      const headers = { cookie: administrator.cookie, "content-type": "application/json", ...(origin && { origin }) };
      const response = await fetch(program.url + path.replace(":id", nobody), { method, headers, body: "{}" });
      expect(response.status).toBe(403);
    }
  },
);

test("a session ends when its owner signs out", async () => {
  const { link } = (await (await administrator.call("POST", "/api/console/staff", { role: "counsellor" })).json()) as { link: string };
  const leaving = await enrol(program, link, "mai");
  expect((await leaving.call("GET", "/api/console/queue")).status).toBe(200);
  expect((await leaving.call("DELETE", "/api/console/session")).status).toBe(204);
  expect((await leaving.call("GET", "/api/console/queue")).status).toBe(401);
});

function routesOf(router: Router): readonly Route[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route !== undefined) {
      // Express keeps the methods of a route here.
      const { methods } = route as unknown as { methods: Readonly<Record<string, boolean>> };
      return Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: route.path }));
    }
    return "stack" in handle ? routesOf(handle as unknown as Router) : [];
  });
}
