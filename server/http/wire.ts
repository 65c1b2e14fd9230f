import { z } from "zod";
import { OutgoingChoice, OutgoingMessage } from "../outgoing.ts";
import { roles } from "../store/staff-store.ts";
import { longestText } from "./paths.ts";

// With paths.ts, everything the pages in web/ may see of the server: the shape of what goes over the wire.

/** `Authorization: Bearer <token>`; 256 random bits, made by the server, the only key to the conversation. */
export const Started = z.strictObject({ token: z.string(), greeting: OutgoingMessage });
export type Started = z.infer<typeof Started>;

export const Say = z.strictObject({
  clientId: z.uuid(),
  content: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text"), text: z.string().trim().min(1).max(longestText) }),
    z.strictObject({ kind: z.literal("choice"), value: z.string().min(1).max(1000), label: z.string().max(200) }),
  ]),
});
export type Say = z.infer<typeof Say>;

export const Said = z.strictObject({ stored: z.literal(true) });
export type Said = z.infer<typeof Said>;

export const WireMessage = z.strictObject({
  sequence: z.int(),
  id: z.string(),
  at: z.number(),
  clientId: z.string().optional(),
  content: z.discriminatedUnion("from", [
    z.strictObject({ from: z.literal("person"), text: z.string() }),
    z.strictObject({ from: z.literal("us"), message: OutgoingMessage }),
  ]),
});
export type WireMessage = z.infer<typeof WireMessage>;

export const ChatState = z.strictObject({
  speaker: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("bot") }),
    z.strictObject({ kind: z.literal("waiting") }),
    z.strictObject({ kind: z.literal("counsellor"), name: z.string() }),
  ]),
  /** Somebody (bot or counsellor) is working on an answer. */
  typing: z.boolean(),
});
export type ChatState = z.infer<typeof ChatState>;

/** Every refusal, from any path. `message` is for people, in Vietnamese. */
export const Problem = z.strictObject({ code: z.string(), message: z.string(), reference: z.string() });
export type Problem = z.infer<typeof Problem>;

export { OutgoingChoice, OutgoingMessage };

// ── Console ──────────────────────────────────────────────────────────────────────────────────────────────────────

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._@-]{3,64}$/);
const code = z.string().regex(/^\d{6}$/);

export const Invited = z.strictObject({
  role: z.enum(roles),
  secret: z.string(),
  otpauth: z.string(),
  qr: z.string(),
});
export const Enrol = z.strictObject({
  token: z.string(),
  login,
  name: z.string().trim().min(2).max(60),
  password: z.string().min(15).max(200),
  secret: z.string(),
  code,
});
/** `code`: of the telephone, or a recovery code. */
export const SignIn = z.strictObject({ login, password: z.string().max(200), code: z.string().trim().min(6).max(20) });
export const Me = z.strictObject({ id: z.string(), login: z.string(), name: z.string(), role: z.enum(roles) });
export type Me = z.infer<typeof Me>;

export const QueueItem = z.strictObject({
  id: z.string(),
  state: z.enum(["waiting", "claimed", "closed"]),
  risk: z.enum(["none", "money", "freedom", "danger"]),
  reason: z.string(),
  channel: z.string(),
  openedAt: z.number(),
  lastIncomingAt: z.number(),
  claimedBy: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  /** Somebody answers outside this console; the bot is silent until then. */
  pausedUntil: z.number().optional(),
  /** Of a closed case. */
  closed: z.strictObject({ at: z.number(), why: z.string() }).optional(),
  /** Whether the channel still carries answers; absent = always. */
  window: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("open"), until: z.number() }),
      z.strictObject({ kind: z.literal("human-only"), until: z.number() }),
      z.strictObject({ kind: z.literal("closed"), wouldCloseAt: z.number().optional() }),
    ])
    .optional(),
});
export type QueueItem = z.infer<typeof QueueItem>;
export const Queue = z.strictObject({ items: z.array(QueueItem), now: z.number() });

export const CaseMessage = WireMessage.extend({
  trace: z
    .strictObject({
      understood: z.string(),
      library: z.string(),
      candidates: z.array(z.strictObject({ entry: z.string(), question: z.string(), probability: z.number() })),
    })
    .optional(),
  delivery: z.enum(["sent", "pending", "unknown", "undeliverable"]).optional(),
});
export const Case = z.strictObject({
  item: QueueItem,
  messages: z.array(CaseMessage),
});
export type Case = z.infer<typeof Case>;

export const Answer = z.strictObject({ clientId: z.uuid(), text: z.string().trim().min(1).max(longestText) });
/** An answer that waits for a supervisor. */
export const Held = z.strictObject({ kind: z.literal("held") });
export const Close = z.strictObject({ reason: z.enum(["answered", "referred", "no-reply", "not-for-us"]) });
export const AlarmItem = z.strictObject({
  channel: z.string(),
  name: z.enum(["token", "subscription", "silence", "signature", "sending", "reach"]),
  since: z.number(),
  why: z.string(),
});
export type AlarmItem = z.infer<typeof AlarmItem>;
export const AlarmList = z.strictObject({ alarms: z.array(AlarmItem) });
export const RepairOutcome = z.strictObject({ kind: z.enum(["repaired", "failed"]), why: z.string().optional() });
export type RepairOutcome = z.infer<typeof RepairOutcome>;
export const NewInvitation = z.strictObject({ role: z.enum(roles) });
export const InvitationLink = z.strictObject({ link: z.string() });
export const StaffList = z.strictObject({ staff: z.array(Me) });
