import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateSync } from "otplib";
import { readKnowledge } from "../../knowledge/compiled.ts";
import { readConfig } from "../../server/config.ts";
import { invite } from "../../server/http/console/invite.ts";
import { openLog } from "../../server/log.ts";
import { startServer } from "../../server/start.ts";
import type { Role } from "../../server/store/staff-store.ts";
import type { Store } from "../../server/store/store.ts";
import { password } from "./staff.ts";

/** The server in this process, whose clock the test moves. */
export interface ServerHere {
  readonly url: string;
  readonly dataFolder: string;
  readonly store: Store;
  /** Milliseconds its clock is ahead of ours. */
  readonly clock: { ahead: number };
  /** A member of staff with that role, signed in. */
  readonly enrol: (role: Role, login: string) => Promise<Member>;
  readonly signIn: (login: string, code: string, more?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly codeOf: (secret: string) => string;
  readonly stop: () => Promise<void>;
}

export interface Member {
  readonly id: string;
  readonly login: string;
  readonly secret: string;
  readonly cookie: string;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
}

const assetsFolder = fileURLToPath(new URL("../../dist", import.meta.url));

export async function startHere(environment: Readonly<Record<string, string>> = {}): Promise<ServerHere> {
  const dataFolder = mkdtempSync(join(tmpdir(), "huong-thien-here-"));
  const read = readConfig({ DATA_DIR: dataFolder, PORT: "0", LOG_LEVEL: "silent", ...environment });
  if (read.kind === "faulty") throw new Error(read.faults.join());
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const log = openLog("silent");
  const server = await startServer({ config: read.config, log, now, random: Math.random, knowledge: readKnowledge(), assetsFolder });
  const { store, address: url } = server;
  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(now() / 1000) });
  const post = (path: string, body: unknown, more: Readonly<Record<string, string>> = {}) =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, ...more },
      body: JSON.stringify(body),
    });
  return {
    url,
    dataFolder,
    store,
    clock,
    codeOf,
    signIn: (login, code, more) => post("/api/console/session", { login, password, code }, more),
    async enrol(role, login) {
      const token = (await invite(store, { role, at: now(), random: randomBytes(32), publicUrl: url })).split("#moi=")[1] ?? "";
      const invited = await (await fetch(`${url}/api/console/invitation`, { headers: { "x-invitation": token } })).json();
      const { secret } = invited as { secret: string };
      const made = await post("/api/console/invitation", { token, login, name: `Chị ${login}`, password, secret, code: codeOf(secret) });
      if (made.status !== 201) throw new Error(`enrolling ${login}: ${made.status} ${await made.text()}`);
      const { id } = (await made.json()) as { id: string };
      const cookie = cookiesOf(made);
      return { id, login, secret, cookie, call: callWith(url, cookie) };
    },
    stop: server.stop,
  };
}

/** All cookies of an answer, as a browser sends them back. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

export function callWith(url: string, cookie: string): Member["call"] {
  return (method, path, body) =>
    fetch(url + path, {
      method,
      headers: { cookie, origin: url, ...(method !== "GET" && { "content-type": "application/json" }) },
      ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
    });
}
