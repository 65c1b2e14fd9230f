import { generateSync } from "otplib";
import type { Program } from "./program.ts";
import { until } from "./until.ts";

const stepSeconds = 30;
export const password = "một câu dễ nhớ để thử";

/** The link a fresh program prints for its first administrator. */
export async function firstLink(program: Program): Promise<string> {
  const token = () => /\/console#moi=([\w-]+)/.exec(program.output())?.[1];
  await until("the link for an administrator is printed", () => token() !== undefined);
  return `${program.url}/console#moi=${token()}`;
}

/** The code the person's telephone shows; `later` steps ahead, for a code is good only once. */
export function codeOf(secret: string, later = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later * stepSeconds });
}

export interface SignedIn {
  readonly cookie: string;
  readonly login: string;
  readonly secret: string;
  /** A request as this member of staff, from our own page. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
}

/** Makes an account from a one-time link, over HTTP. */
export async function enrol(program: Program, link: string, login: string): Promise<SignedIn> {
  const token = link.split("#moi=")[1] ?? "";
  const invited = await (await fetch(`${program.url}/api/console/invitation`, { headers: { "x-invitation": token } })).json();
  const { secret } = invited as { secret: string };
  const body = { token, login, name: `Chị ${login}`, password, secret, code: codeOf(secret) };
  const response = await fetch(`${program.url}/api/console/invitation`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: program.url },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`enrolling ${login}: ${response.status} ${await response.text()}`);
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, login, secret, call: callAs(program, cookie) };
}

export function callAs({ url }: Program, cookie: string): SignedIn["call"] {
  return (method, path, body) =>
    fetch(url + path, {
      method,
      headers: { cookie, origin: url, ...(method !== "GET" && { "content-type": "application/json" }) },
      ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
    });
}
