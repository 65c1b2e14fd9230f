import type {
  Beside,
  Board,
  CannedReplies,
  Colleagues,
  DeskSettings,
  Draft,
  deskPaths,
  FoundList,
  Results,
  SettingsPage,
  Together,
} from "../../../server/http/desk/wire.ts";
import type { QueueItem } from "../../../server/http/wire.ts";
import { call } from "../api.ts";

/** The server's own addresses; another one than there does not compile. */
const paths: typeof deskPaths = {
  board: "/api/console/desk/board",
  closed: "/api/console/desk/closed",
  cases: "/api/console/desk/cases",
  colleagues: "/api/console/desk/colleagues",
  duty: "/api/console/desk/duty",
  settings: "/api/console/desk/settings",
  canned: "/api/console/desk/canned",
  find: "/api/console/desk/find",
  together: "/api/console/desk/together",
};
const one = (id: string) => `${paths.cases}/${id}`;

// The shapes are the server's own, checked there with zod before they leave.
export const deskApi = {
  board: async () => (await call("GET", paths.board)) as Board,
  closed: async () => ((await call("GET", paths.closed)) as { items: QueueItem[] }).items,
  beside: async (id: string) => (await call("GET", one(id))) as Beside,
  markRead: (id: string, sequence: number) => call("POST", `${one(id)}/read`, { sequence }),
  snooze: (id: string, until: number) => call("POST", `${one(id)}/snooze`, { until }),
  pass: (id: string, from: string, to: string) => call("POST", `${one(id)}/pass`, { from, to }),
  reopen: (id: string) => call("POST", `${one(id)}/reopen`),
  decline: (id: string) => call("POST", `${one(id)}/decline`),
  addNote: (id: string, text: string) => call("POST", `${one(id)}/notes`, { text }),
  saveDraft: (id: string, draft: Draft) => call("PUT", `${one(id)}/draft`, draft),
  approve: (id: string, held: string) => call("POST", `${one(id)}/approve`, { held }),
  sendBack: (id: string, held: string, note: string) => call("POST", `${one(id)}/send-back`, { held, note }),
  colleagues: async () => ((await call("GET", paths.colleagues)) as Colleagues).colleagues,
  setDuty: (onDuty: boolean) => call("PUT", paths.duty, { onDuty }),
  settings: async () => (await call("GET", paths.settings)) as SettingsPage,
  saveSettings: (settings: DeskSettings) => call("PUT", paths.settings, settings),
  canned: async () => ((await call("GET", paths.canned)) as CannedReplies).replies,
  addCanned: (reply: { title: string; text: string }) => call("POST", paths.canned, reply),
  saveCanned: (id: string, reply: { title: string; text: string }) => call("PUT", `${paths.canned}/${id}`, reply),
  removeCanned: (id: string) => call("DELETE", `${paths.canned}/${id}`),
  find: async (text: string) => ((await call("POST", paths.find, { text })) as FoundList).found,
  together: async (answer: Together) => ((await call("POST", paths.together, answer)) as Results).results,
};
