import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callWith, cookiesOf, type Member, type ServerHere, startHere } from "../support/server-here.ts";
import { password } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

const minute = 60_000;
const day = 86_400_000;
let server: ServerHere;
let administrator: Member;
beforeAll(async () => {
  server = await startHere();
  administrator = await server.enrol("administrator", "truong");
});
afterAll(() => server.stop());

/** Ahead until the telephone shows another code. */
const nextCode = () => {
  server.clock.ahead += 31_000;
};
const proof = (member: Member) => {
  nextCode();
  return { password, code: server.codeOf(member.secret) };
};
const prove = (member: Member) => member.call("POST", "/api/console/prove", proof(member));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const actsOf = async (query: string) =>
  ((await (await administrator.call("GET", `/api/console/audit?${query}`)).json()) as { acts: { act: string; by: string }[] }).acts;

describe("recovery codes", () => {
  test("ten are shown once; one tried eight times at once signs in once, and the telephone still works", async () => {
    const lan = await server.enrol("counsellor", "lan");
    const made = (await (await lan.call("POST", "/api/console/recovery-codes")).json()) as { codes: string[] };
    expect(new Set(made.codes).size).toBe(10);
    const [code = ""] = made.codes;
    const tries = await Promise.all(Array.from({ length: 8 }, () => server.signIn("lan", code.toUpperCase().replaceAll("-", " "))));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await (await lan.call("GET", "/api/console/recovery-codes")).json()).toEqual({ left: 9 });
    nextCode();
    expect((await server.signIn("lan", server.codeOf(lan.secret))).status).toBe(200);
    const files = readdirSync(server.dataFolder).map((name) => readFileSync(join(server.dataFolder, name)));
    for (const each of made.codes) for (const file of files) expect(file.includes(each.replaceAll("-", ""))).toBe(false);
  });

  test("guessing them is counted like guessing passwords", async () => {
    await server.enrol("counsellor", "doan");
    const tries = await Promise.all(Array.from({ length: 14 }, (_, number) => server.signIn("doan", `2222-3333-44${number + 55}`)));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4);
    expect(tries.some(({ status }) => status === 200)).toBe(false);
    await until("the failures are noted", async () => (await actsOf("act=sign-in-failed")).length >= 8);
  });
});

describe("proving oneself again", () => {
  test("is asked for five minutes after the last time, and a code proves once", async () => {
    const mai = await server.enrol("administrator", "mai");
    server.clock.ahead += 6 * minute;
    const refused = await mai.call("POST", "/api/console/recovery-codes");
    expect([refused.status, await codeOf(refused)]).toEqual([403, "prove-again"]);
    const shown = proof(mai);
    expect((await mai.call("POST", "/api/console/prove", { ...shown, password: "một câu khác dài hơn" })).status).toBe(403);
    expect((await mai.call("POST", "/api/console/prove", shown)).status).toBe(204);
    expect((await mai.call("POST", "/api/console/prove", shown)).status).toBe(403);
    expect((await mai.call("POST", "/api/console/recovery-codes")).status).toBe(201);
  });

  test.each([
    ["POST", "/api/console/password"],
    ["POST", "/api/console/recovery-codes"],
    ["POST", "/api/console/people/:id/role"],
    ["POST", "/api/console/people/:id/off"],
    ["POST", "/api/console/people/:id/on"],
    ["POST", "/api/console/people/:id/reset"],
    ["POST", "/api/console/requests/:id/erase"],
    ["POST", "/api/console/requests/:id/copies"],
    ["POST", "/api/console/copies/:id/approve"],
    ["POST", "/api/console/copies/:id/take"],
  ])("is needed for %s %s", async (method, path) => {
    await prove(administrator);
    server.clock.ahead += 6 * minute;
    const response = await administrator.call(method, path.replace(":id", administrator.id));
    expect([response.status, await codeOf(response)]).toEqual([403, "prove-again"]);
  });
});

describe("sessions", () => {
  test("a sign-in from a device never used is shown to its owner; they see the devices in words and end one", async () => {
    const hoa = await server.enrol("counsellor", "hoa");
    nextCode();
    const agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";
    const stranger = callWith(server.url, cookiesOf(await server.signIn("hoa", server.codeOf(hoa.secret), { "user-agent": agent })));
    const { devices } = (await (await hoa.call("GET", "/api/console/new-devices")).json()) as { devices: { id: string; name: string }[] };
    expect(devices.map(({ name }) => name)).toEqual(["Chrome trên Android"]);
    const { sessions } = (await (await hoa.call("GET", "/api/console/sessions")).json()) as {
      sessions: { id: string; device: string; isThis: boolean }[];
    };
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isThis }) => !isThis);
    expect(other?.device).toBe("Chrome trên Android");
    expect((await administrator.call("DELETE", `/api/console/sessions/${other?.id}`)).status).toBe(404);
    expect((await hoa.call("DELETE", `/api/console/sessions/${other?.id}`)).status).toBe(204);
    expect((await stranger("GET", "/api/console/me")).status).toBe(401);
    expect((await hoa.call("POST", `/api/console/new-devices/${devices[0]?.id}`)).status).toBe(204);
    expect(await (await hoa.call("GET", "/api/console/new-devices")).json()).toEqual({ codesLeft: 0, devices: [] });
  });

  test("a known browser is no new device, and a new password ends every other session", async () => {
    const cuc = await server.enrol("counsellor", "cuc");
    nextCode();
    const again = callWith(server.url, cookiesOf(await server.signIn("cuc", server.codeOf(cuc.secret), { cookie: cuc.cookie })));
    expect(await (await again("GET", "/api/console/new-devices")).json()).toMatchObject({ devices: [] });
    nextCode();
    const elsewhere = callWith(server.url, cookiesOf(await server.signIn("cuc", server.codeOf(cuc.secret))));
    expect((await again("POST", "/api/console/password", { password: "ngắn quá" })).status).toBe(400);
    expect((await again("POST", "/api/console/password", { password: "một câu mới dài hơn" })).status).toBe(204);
    expect((await elsewhere("GET", "/api/console/me")).status).toBe(401);
    expect((await again("GET", "/api/console/me")).status).toBe(200);
  });
});

describe("an administrator", () => {
  const streaming = async (member: Member) => {
    const response = await member.call("GET", "/api/console/events");
    const reader = response.body?.getReader();
    let ended = false;
    const read = async (): Promise<void> => {
      for (;;) if ((await reader?.read().catch(() => ({ done: true })))?.done ?? true) break;
      ended = true;
    };
    void read();
    return () => ended;
  };

  test.each([
    ["switches a member off", "off", {}, 401],
    ["gives a member a role that may not see it", "role", { role: "editor" }, 403],
  ])("%s, and the open stream ends within five seconds", async (what, act, body, after) => {
    const member = await server.enrol("counsellor", `roi-${what.length}`);
    const hasEnded = await streaming(member);
    await prove(administrator);
    const begun = performance.now();
    expect((await administrator.call("POST", `/api/console/people/${member.id}/${act}`, body)).status).toBe(204);
    expect((await member.call("GET", "/api/console/queue")).status).toBe(after);
    await until("the stream has ended", () => hasEnded());
    expect(performance.now() - begun).toBeLessThan(5_000);
    nextCode();
    expect((await server.signIn(member.login, server.codeOf(member.secret))).status).toBe(act === "off" ? 401 : 200);
  });

  test("cannot be the last to go", async () => {
    const { colleagues } = (await (await administrator.call("GET", "/api/console/people")).json()) as {
      colleagues: { id: string; role: string; leftAt?: number }[];
    };
    await prove(administrator);
    for (const { id, role } of colleagues)
      if (role === "administrator" && id !== administrator.id)
        expect((await administrator.call("POST", `/api/console/people/${id}/off`)).status).toBe(204);
    const refused = await administrator.call("POST", `/api/console/people/${administrator.id}/role`, { role: "counsellor" });
    expect([refused.status, await codeOf(refused)]).toEqual([409, "last-administrator"]);
  });

  test("gives a link to a new second factor; it needs the password, works once, and the old factor is gone", async () => {
    const thu = await server.enrol("counsellor", "thu");
    await prove(administrator);
    const { link } = (await (await administrator.call("POST", `/api/console/people/${thu.id}/reset`)).json()) as { link: string };
    const token = link.split("#lai=")[1] ?? "";
    const reset = await (await fetch(`${server.url}/api/console/reset`, { headers: { "x-reset": token } })).json();
    const { secret } = reset as { secret: string };
    const anyone = callWith(server.url, "");
    const send = (words: string) => anyone("POST", "/api/console/reset", { token, password: words, secret, code: server.codeOf(secret) });
    expect((await send("không phải mật khẩu")).status).toBe(401);
    expect((await send(password)).status).toBe(200);
    expect((await send(password)).status).toBe(404);
    expect((await thu.call("GET", "/api/console/me")).status).toBe(401);
    nextCode();
    expect((await server.signIn("thu", server.codeOf(thu.secret))).status).toBe(401);
    expect((await server.signIn("thu", server.codeOf(secret))).status).toBe(200);
    expect((await actsOf(`object=${thu.id}`)).map(({ act }) => act)).toEqual(expect.arrayContaining(["reset-link", "reset-second-factor"]));
  });
});

describe("a request about somebody's data", () => {
  test("a copy needs two people; erasing leaves nothing, and all of it stands in the log", async () => {
    const [xuan, ha] = [await server.enrol("supervisor", "xuan"), await server.enrol("supervisor", "hang")];
    const person = await webPerson({ url: server.url } as never);
    await person.say("cho tôi gặp người thật, tôi là chim-se-nau");
    await person.hears("tư vấn viên");
    const { items } = (await (await xuan.call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
    const register = async (kind: string) => {
      const body = { kind, cameBy: "phone", code: items[0]?.id, note: "chị gái gọi hộ" };
      return ((await (await xuan.call("POST", "/api/console/requests", body)).json()) as { id: string }).id;
    };
    const request = await register("copy");
    const { id: copy } = (await (await xuan.call("POST", `/api/console/requests/${request}/copies`)).json()) as { id: string };
    expect((await xuan.call("POST", `/api/console/copies/${copy}/approve`)).status).toBe(404);
    expect((await xuan.call("POST", `/api/console/copies/${copy}/take`)).status).toBe(404);
    expect((await ha.call("POST", `/api/console/copies/${copy}/approve`)).status).toBe(204);
    const taken = (await (await xuan.call("POST", `/api/console/copies/${copy}/take`)).json()) as { text: string };
    expect(taken.text).toMatch(/TIN NHẮN[\s\S]*chim-se-nau/);
    expect((await xuan.call("POST", `/api/console/copies/${copy}/take`)).status).toBe(404);
    expect((await actsOf(`object=${request}`)).map(({ act }) => act)).toEqual([
      "copy-taken",
      "copy-approved",
      "copy-asked",
      "request-registered",
    ]);
    const erase = await register("erase");
    expect((await xuan.call("POST", `/api/console/requests/${request}/erase`)).status).toBe(404);
    expect((await xuan.call("POST", `/api/console/requests/${erase}/erase`)).status).toBe(204);
    expect((await xuan.call("POST", `/api/console/requests/${erase}/erase`)).status).toBe(409);
    expect(await (await xuan.call("GET", `/api/console/cases/${items[0]?.id}`)).json()).toMatchObject({ code: "not-found" });
    expect(await server.store.verifyAudit()).toMatchObject({ kind: "whole" });
  });

  test("finds the conversation by the code its owner reads out, and nobody without its key learns that code", async () => {
    const member = await server.enrol("supervisor", "lien");
    const person = await webPerson({ url: server.url } as never);
    await person.say("vay vốn được bao nhiêu");
    await person.hears("triệu");
    const own = (token: string) => fetch(`${server.url}/api/chat/code`, { headers: { authorization: `Bearer ${token}` } });
    const { code } = (await (await own(person.token)).json()) as { code: string };
    expect(code).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/);
    expect(await (await own("a".repeat(43))).json()).toEqual({});
    expect((await own("")).status).toBe(401);
    const register = (written: string) => member.call("POST", "/api/console/requests", { kind: "see", cameBy: "phone", code: written });
    expect((await register(code.toUpperCase().replaceAll("-", " "))).status).toBe(201);
    expect((await register("0000-0000-0000")).status).toBe(404);
    expect((await register("%")).status).toBe(404);
  });

  test("shows when it is soon or late, by working days", async () => {
    const oanh = await server.enrol("supervisor", "oanh");
    const { id } = (await (await oanh.call("POST", "/api/console/requests", { kind: "see", cameBy: "paper" })).json()) as { id: string };
    const urgency = async () => {
      await server.signIn("oanh", "000000");
      nextCode();
      const again = callWith(server.url, cookiesOf(await server.signIn("oanh", server.codeOf(oanh.secret))));
      const { requests } = (await (await again("GET", "/api/console/requests")).json()) as {
        requests: { id: string; urgency: string; firstUrgency: string }[];
      };
      const found = requests.find((each) => each.id === id);
      return [found?.firstUrgency, found?.urgency];
    };
    expect((await urgency())[1]).toBe("calm");
    server.clock.ahead += 10 * day;
    expect(await urgency()).toEqual(["late", "soon"]);
    server.clock.ahead += day;
    expect(await urgency()).toEqual(["late", "late"]);
  });
});
