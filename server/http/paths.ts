// Constants the pages in web/ share with the server; no library here, so that a page stays small.

export const paths = {
  /** POST {} → Started. */
  start: "/api/chat/start",
  /** POST Say, with the token → Said. A repeat of a clientId gives the same answer and writes nothing. */
  messages: "/api/chat/messages",
  /** GET ?after=<sequence>, with the token → server-sent events: `message` (WireMessage), `state` (ChatState), `ended` (erased: begin anew). The event id is the sequence. */
  events: "/api/chat/events",
  /** DELETE, with the token: what was said is gone, the token too. */
  conversation: "/api/chat/conversation",
  /** GET, with the token → the code to read out to us when asking about one's data. */
  code: "/api/chat/code",
} as const;

/** Below it, by its code: what became of a request for deletion. */
export const deletionPath = "/xoa-du-lieu";

/** The calculators; below it one by its slug. */
export const toolsPath = "/cong-cu";

export const longestText = 4000;

export const consolePaths = {
  /** GET ?token= → Invited ; POST Enrol → Me (signed in). */
  invitation: "/api/console/invitation",
  /** POST SignIn → Me. */
  session: "/api/console/session",
  me: "/api/console/me",
  /** GET → Queue. */
  queue: "/api/console/queue",
  /** Server-sent `changed` events: read the queue (and the open case) again. */
  events: "/api/console/events",
  /** GET → Case ; below it POST /claim, /release, /resume, /close (Close), /messages (Answer). */
  cases: "/api/console/cases",
  /** GET → AlarmList ; below it POST /<channel>/repair → RepairOutcome (administrator). */
  alarms: "/api/console/alarms",
  /** GET → Staff list ; POST { role } → { link } (administrator). */
  staff: "/api/console/staff",
} as const;
