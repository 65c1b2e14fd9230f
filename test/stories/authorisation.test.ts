import type { Router } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Console, consoleRoutes } from "../../server/http/console.ts";
import { type Role, roles } from "../../server/store/staff-store.ts";
import { type Program, startProgram } from "../support/program.ts";
import { callAs, enrol, firstLink, type SignedIn } from "../support/staff.ts";

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route the console really has, read from its router: a new one is tested from the day it is added. */
const routes = routesOf(consoleRoutes({ publicUrl: "http://localhost" } as Console));
const open = [
  "GET /api/console/invitation",
  "POST /api/console/invitation",
  "POST /api/console/session",
  "DELETE /api/console/session",
  "GET /api/console/reset",
  "POST /api/console/reset",
];
const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const leading: readonly Role[] = ["supervisor", "administrator"];
/** Who may use which route. One that stands in neither list fails the test. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  "GET /api/console/me": roles,
  "GET /api/console/staff": ["administrator"],
  "POST /api/console/staff": ["administrator"],
  "GET /api/console/queue": answering,
  "GET /api/console/events": answering,
  "GET /api/console/cases/:id": answering,
  "POST /api/console/cases/:id/claim": answering,
  "POST /api/console/cases/:id/release": answering,
  "POST /api/console/cases/:id/resume": answering,
  "POST /api/console/cases/:id/close": answering,
  "POST /api/console/cases/:id/messages": answering,
  "GET /api/console/notices": ["supervisor", "administrator"],
  "POST /api/console/notices": ["supervisor", "administrator"],
  "POST /api/console/notices/:id/withdraw": ["supervisor", "administrator"],
  "POST /api/console/switches/:name/off": ["supervisor", "administrator"],
  "POST /api/console/switches/:name/on": ["supervisor", "administrator"],
  "GET /api/console/desk/board": answering,
  "GET /api/console/desk/closed": answering,
  "GET /api/console/desk/colleagues": answering,
  "PUT /api/console/desk/duty": answering,
  "GET /api/console/desk/settings": leading,
  "PUT /api/console/desk/settings": leading,
  "GET /api/console/desk/canned": answering,
  "POST /api/console/desk/canned": leading,
  "PUT /api/console/desk/canned/:id": leading,
  "DELETE /api/console/desk/canned/:id": leading,
  "POST /api/console/desk/find": answering,
  "POST /api/console/desk/together": answering,
  "GET /api/console/desk/cases/:id": answering,
  "POST /api/console/desk/cases/:id/read": answering,
  "POST /api/console/desk/cases/:id/snooze": answering,
  "POST /api/console/desk/cases/:id/pass": answering,
  "POST /api/console/desk/cases/:id/reopen": answering,
  "POST /api/console/desk/cases/:id/decline": answering,
  "POST /api/console/desk/cases/:id/notes": answering,
  "PUT /api/console/desk/cases/:id/draft": answering,
  "POST /api/console/desk/cases/:id/approve": leading,
  "POST /api/console/desk/cases/:id/send-back": leading,
  "GET /api/console/alarms": roles,
  "POST /api/console/alarms/:channel/repair": ["administrator"],
  "POST /api/console/prove": roles,
  "POST /api/console/password": roles,
  "GET /api/console/recovery-codes": roles,
  "POST /api/console/recovery-codes": roles,
  "GET /api/console/sessions": roles,
  "DELETE /api/console/sessions": roles,
  "DELETE /api/console/sessions/:id": roles,
  "GET /api/console/new-devices": roles,
  "POST /api/console/new-devices/:id": roles,
  "GET /api/console/people": ["administrator"],
  "POST /api/console/people/:id/role": ["administrator"],
  "POST /api/console/people/:id/off": ["administrator"],
  "POST /api/console/people/:id/on": ["administrator"],
  "POST /api/console/people/:id/reset": ["administrator"],
  "GET /api/console/audit": leading,
  "GET /api/console/requests": answering,
  "POST /api/console/requests": answering,
  "POST /api/console/requests/:id/answer": leading,
  "POST /api/console/requests/:id/extend": leading,
  "POST /api/console/requests/:id/finish": leading,
  "POST /api/console/requests/:id/erase": leading,
  "POST /api/console/requests/:id/copies": leading,
  "POST /api/console/copies/:id/approve": leading,
  "POST /api/console/copies/:id/take": leading,
  "GET /api/console/site": ["administrator"],
  "GET /api/console/office": roles,
  "PUT /api/console/office/hours": leading,
  "PUT /api/console/office/levels": leading,
  "PUT /api/console/office/agency": leading,
  "GET /api/console/late": answering,
  "GET /api/console/figures": ["editor", ...leading],
  "GET /api/console/figures/chart/:name": ["editor", ...leading],
  "GET /api/console/figures/export.csv": ["editor", ...leading],
  "GET /api/console/figures/export.xlsx": ["editor", ...leading],
  "GET /api/console/figures/report.docx": leading,
  "GET /api/console/figures/annex.xlsx": leading,
  "POST /api/console/archive/search": answering,
  "GET /api/console/archive/:id": answering,
};
const editing: readonly Role[] = ["editor", "supervisor", "administrator"];
Object.assign(allowed, {
  "GET /api/console/knowledge/cases": roles,
  "POST /api/console/knowledge/cases": roles,
  "GET /api/console/knowledge/unanswered": editing,
  "GET /api/console/knowledge/unanswered/wordings": editing,
  "GET /api/console/knowledge/impact": editing,
  "GET /api/console/knowledge/notices": editing,
  "POST /api/console/knowledge/notices": editing,
  "POST /api/console/knowledge/notices/reach": editing,
  "POST /api/console/knowledge/notices/:id/approve": editing,
  "POST /api/console/knowledge/notices/:id/drop": editing,
  "POST /api/console/knowledge/notices/:id/send": editing,
  "GET /api/console/knowledge/sheet": editing,
  "POST /api/console/knowledge/sheet": editing,
  "GET /api/console/knowledge/sheet/template": editing,
  "GET /api/console/knowledge/entries": roles,
  "GET /api/console/knowledge/entry": roles,
  "GET /api/console/knowledge/provisions": roles,
  "POST /api/console/knowledge/check": roles,
  "POST /api/console/knowledge/revisions": editing,
  "GET /api/console/knowledge/revisions/:id": roles,
  "POST /api/console/knowledge/revisions/:id/save": roles,
  "POST /api/console/knowledge/revisions/:id/submit": roles,
  "POST /api/console/knowledge/revisions/:id/take-back": roles,
  "POST /api/console/knowledge/revisions/:id/drop": roles,
  "POST /api/console/knowledge/revisions/:id/send-back": editing,
  "POST /api/console/knowledge/revisions/:id/approve": editing,
});
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const nobody = "00000000-0000-4000-8000-000000000000";
const closed = routes.filter((route) => !open.includes(nameOf(route)));

let program: Program;
let administrator: SignedIn;
const members = new Map<Role, SignedIn>();
beforeAll(async () => {
  program = await startProgram();
  administrator = await enrol(program, await firstLink(program), "truong");
  members.set("administrator", administrator);
  for (const role of roles.filter((each) => each !== "administrator")) {
    const { link } = (await (await administrator.call("POST", "/api/console/staff", { role })).json()) as { link: string };
    members.set(role, await enrol(program, link, `nguoi-${role}`));
  }
});
afterAll(() => program.kill("SIGTERM"));

test("every route says here who may use it, and no other is there", () => {
  expect(routes.map(nameOf).sort()).toEqual([...open, ...Object.keys(allowed)].sort());
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

  test.each(roles)("is open to a %s only if it names that role", async (role) => {
    const code = await status(members.get(role)?.call ?? callAs(program, ""));
    if (allowed[name]?.includes(role)) expect(code).not.toBeOneOf([401, 403, 500]);
    else expect(code).toBe(403);
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

test("who is refused by their role stands in the log, without anything they sent", async () => {
  const call = members.get("editor")?.call ?? callAs(program, "");
  expect((await call("GET", "/api/console/queue")).status).toBe(403);
  const { id } = (await (await call("GET", "/api/console/me")).json()) as { id: string };
  expect(program.output()).toMatch(new RegExp(`"code":"not-allowed","reference":"[0-9a-f]{8}","by":"${id}","msg":"a request was refused"`));
});

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
