import { consolePaths } from "../../server/http/paths.ts";
import type { AlarmItem, Case, Me, Problem, QueueItem, RepairOutcome } from "../../server/http/wire.ts";

/** A refusal with words for people. */
export class Refused extends Error {
  readonly code: string;

  constructor({ code, message }: Pick<Problem, "code" | "message">) {
    super(message);
    this.code = code;
  }
}

export async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const json = method === "GET" ? {} : { "content-type": "application/json" };
  const response = await fetch(path, {
    method,
    cache: "no-store",
    headers: { ...json, ...headers },
    ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
  }).catch(() => {
    throw new Refused({ code: "offline", message: "Không nối được máy chủ. Thử lại." });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  // The server's refusals all have this shape.
  if (!response.ok) throw new Refused(answer as Problem);
  return answer;
}

// The shapes are the server's own, checked there with zod before they leave.
export const api = {
  me: async () => (await call("GET", consolePaths.me)) as Me,
  invitation: async (token: string) =>
    (await call("GET", consolePaths.invitation, undefined, { "x-invitation": token })) as {
      role: string;
      secret: string;
      otpauth: string;
      qr: string;
    },
  enrol: async (form: Record<string, string>) => (await call("POST", consolePaths.invitation, form)) as Me,
  signIn: async (form: Record<string, string>) => (await call("POST", consolePaths.session, form)) as Me,
  signOut: () => call("DELETE", consolePaths.session),
  queue: async () => (await call("GET", consolePaths.queue)) as { items: QueueItem[]; now: number },
  read: async (id: string) => (await call("GET", `${consolePaths.cases}/${id}`)) as Case,
  claim: (id: string) => call("POST", `${consolePaths.cases}/${id}/claim`),
  release: (id: string) => call("POST", `${consolePaths.cases}/${id}/release`),
  resume: (id: string) => call("POST", `${consolePaths.cases}/${id}/resume`),
  close: (id: string, reason: string) => call("POST", `${consolePaths.cases}/${id}/close`, { reason }),
  answer: (id: string, clientId: string, text: string) => call("POST", `${consolePaths.cases}/${id}/messages`, { clientId, text }),
  invite: async (role: string) => (await call("POST", consolePaths.staff, { role })) as { link: string },
  alarms: async () => (await call("GET", consolePaths.alarms)) as { alarms: AlarmItem[] },
  repair: async (channel: string) => (await call("POST", `${consolePaths.alarms}/${channel}/repair`)) as RepairOutcome,
  staff: async () => (await call("GET", consolePaths.staff)) as { staff: Me[] },
};
