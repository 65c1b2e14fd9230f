import {
  type Audit,
  type Codes,
  type Colleague,
  type DataRequest,
  type Kept,
  type Notices,
  type Reset,
  rightsPaths,
  type Sessions,
} from "../../../server/http/rights/wire.ts";
import type { Me } from "../../../server/http/wire.ts";
import { call } from "../api.ts";

/** Told to the window: there are fresh recovery codes. */
export const codesMade = "codes-made";

// The shapes are the server's own, checked there with zod before they leave.
export const rightsApi = {
  prove: (form: Record<string, string>) => call("POST", rightsPaths.prove, form),
  changePassword: (password: string) => call("POST", rightsPaths.password, { password }),
  makeCodes: async () => {
    const { codes } = (await call("POST", rightsPaths.codes)) as Codes;
    dispatchEvent(new Event(codesMade));
    return codes;
  },
  codesLeft: async () => ((await call("GET", rightsPaths.codes)) as { left: number }).left,
  sessions: async () => ((await call("GET", rightsPaths.sessions)) as Sessions).sessions,
  endSession: (id: string) => call("DELETE", `${rightsPaths.sessions}/${id}`),
  endOthers: () => call("DELETE", rightsPaths.sessions),
  notices: async () => (await call("GET", rightsPaths.notices)) as Notices,
  noticed: (device: string) => call("POST", `${rightsPaths.notices}/${device}`),
  colleagues: async () => ((await call("GET", rightsPaths.people)) as { colleagues: Colleague[] }).colleagues,
  changeRole: (id: string, role: string) => call("POST", `${rightsPaths.people}/${id}/role`, { role }),
  switchOff: (id: string) => call("POST", `${rightsPaths.people}/${id}/off`),
  switchOn: (id: string) => call("POST", `${rightsPaths.people}/${id}/on`),
  resetLink: async (id: string) => ((await call("POST", `${rightsPaths.people}/${id}/reset`)) as { link: string }).link,
  reset: async (token: string) => (await call("GET", rightsPaths.reset, undefined, { "x-reset": token })) as Reset,
  newFactor: async (form: Record<string, string>) => (await call("POST", rightsPaths.reset, form)) as Me,
  audit: async (asked: Record<string, string>) => (await call("GET", `${rightsPaths.audit}?${new URLSearchParams(asked)}`)) as Audit,
  requests: async () => ((await call("GET", rightsPaths.requests)) as { requests: DataRequest[] }).requests,
  register: (form: Record<string, string>) => call("POST", rightsPaths.requests, form),
  change: (id: string, act: "answer" | "extend" | "finish" | "erase", body: Record<string, string> = {}) =>
    call("POST", `${rightsPaths.requests}/${id}/${act}`, body),
  askCopy: (id: string) => call("POST", `${rightsPaths.requests}/${id}/copies`),
  approveCopy: (id: string) => call("POST", `${rightsPaths.copies}/${id}/approve`),
  takeCopy: async (id: string) => (await call("POST", `${rightsPaths.copies}/${id}/take`)) as Kept,
};
