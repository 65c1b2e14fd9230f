import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Member, type ServerHere, startHere } from "../support/server-here.ts";

let server: ServerHere;
let member: Member;
beforeAll(async () => {
  server = await startHere({ PUBLIC_URL: "https://ho-tro.example" });
  member = await server.enrol("supervisor", "phuong");
});
afterAll(() => server.stop());

test("cookies of a place with https are Secure, for this host alone, unseen by scripts and by other sites", async () => {
  server.clock.ahead += 31_000;
  const cookies = (await server.signIn("phuong", server.codeOf(member.secret))).headers.getSetCookie();
  expect(cookies.map((each) => each.split("=")[0])).toEqual(["__Host-sid", "__Host-device"]);
  for (const cookie of cookies) {
    for (const flag of ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"]) expect(cookie).toContain(flag);
    expect(cookie).not.toContain("Domain");
  }
});

describe.each(["/", "/chat", "/console", "/cong-cu", "/api/console/me", "/nothing-here", "/healthz"])("%s", (path) => {
  test("leaves with the headers that keep browsers in their place", async () => {
    const { headers } = await member.call("GET", path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
    expect(policy).toContain(path === "/chat" ? "frame-ancestors *" : "frame-ancestors 'none'");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=63072000/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

test.each(["/api/console/me", "/api/console/queue", "/api/console/audit", "/api/console/requests", "/api/console/cases/x"])(
  "%s is stored by no cache",
  async (path) => {
    expect((await member.call("GET", path)).headers.get("cache-control")).toBe("no-store");
  },
);
