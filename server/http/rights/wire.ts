import { z } from "zod";
import { cameBy, requestKinds, requestOutcomes } from "../../store/requests/request.ts";
import { acts } from "../../store/rights/acts.ts";
import { roles } from "../../store/staff-store.ts";

/** Where the console finds what this folder answers. */
export const rightsPaths = {
  /** POST Prove. */
  prove: "/api/console/prove",
  /** POST NewPassword (proved). */
  password: "/api/console/password",
  /** GET → Codes left ; POST (proved) → Codes, shown once. */
  codes: "/api/console/recovery-codes",
  /** GET → Sessions ; DELETE: all others ; below it DELETE one. */
  sessions: "/api/console/sessions",
  /** GET → Notices ; below it POST /<device>: seen. */
  notices: "/api/console/new-devices",
  /** GET → Colleagues ; below it, all proved: POST /<id>/role, /off, /on, /reset → Link (administrator). */
  people: "/api/console/people",
  /** GET (header x-reset) → Reset ; POST NewFactor. For who has a one-time link. */
  reset: "/api/console/reset",
  /** GET ?act=&by=&object=&from=&until=&before= → Audit (administrator, supervisor). */
  audit: "/api/console/audit",
  /** GET → Requests ; POST NewDataRequest ; below it /<id>/answer, /extend, /finish, /erase, /copies. */
  requests: "/api/console/requests",
  /** POST /<id>/approve, /<id>/take → Kept. */
  copies: "/api/console/copies",
} as const;

const id = z.uuid();
const code = z.string().trim().min(6).max(20);
const password = z.string().min(15).max(200);
const count = z.int().min(0);

export const Prove = z.strictObject({ password: z.string().max(200), code });
export const NewPassword = z.strictObject({ password });
export const Codes = z.strictObject({ codes: z.array(z.string()).length(10) });
export type Codes = z.infer<typeof Codes>;
export const CodesLeft = z.strictObject({ left: count });
export const OwnSession = z.strictObject({ id, device: z.string(), signedInAt: z.number(), lastSeenAt: z.number(), isThis: z.boolean() });
export const Sessions = z.strictObject({ sessions: z.array(OwnSession) });
export type Sessions = z.infer<typeof Sessions>;
export const Notices = z.strictObject({
  codesLeft: count,
  devices: z.array(z.strictObject({ id, name: z.string(), at: z.number() })),
});
export type Notices = z.infer<typeof Notices>;

export const Colleague = z.strictObject({
  id,
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  leftAt: z.number().optional(),
  lastSeenAt: z.number().optional(),
  sessions: count,
  codesLeft: count,
});
export type Colleague = z.infer<typeof Colleague>;
export const Colleagues = z.strictObject({ colleagues: z.array(Colleague) });
export const NewRole = z.strictObject({ role: z.enum(roles) });
export const Link = z.strictObject({ link: z.string() });
export const Reset = z.strictObject({ name: z.string(), secret: z.string(), qr: z.string() });
export type Reset = z.infer<typeof Reset>;
export const NewFactor = z.strictObject({
  token: z.string().max(100),
  password: z.string().max(200),
  secret: z.string().max(100),
  code: z.string().regex(/^\d{6}$/),
});

export const NotedAct = z.strictObject({
  sequence: count,
  at: z.number(),
  by: z.string(),
  /** Of a member of staff. */
  name: z.string().optional(),
  act: z.enum(acts),
  object: z.tuple([z.string(), z.string()]),
  /** Of the member it was done to. */
  objectName: z.string().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type NotedAct = z.infer<typeof NotedAct>;
export const Audit = z.strictObject({ acts: z.array(NotedAct), people: z.array(z.strictObject({ id: z.string(), name: z.string() })) });
export type Audit = z.infer<typeof Audit>;
const number = z.coerce.number().int().min(0).optional();
export const AuditQuestion = z.strictObject({
  act: z.enum(acts).optional(),
  by: z.string().max(60).optional(),
  object: z.string().max(120).optional(),
  from: number,
  until: number,
  before: number,
});

const note = z.string().trim().max(1000);
export const NewDataRequest = z.strictObject({
  kind: z.enum(requestKinds),
  cameBy: z.enum(cameBy).exclude(["chat"]),
  /** The person's own code, or the id of a case. */
  code: z.string().trim().max(60).default(""),
  note: note.default(""),
});
export const Extend = z.strictObject({ why: note.min(5) });
export const Finish = z.strictObject({ outcome: z.enum(requestOutcomes).exclude(["erased"]) });
export const Copy = z.strictObject({
  id,
  askedBy: z.string(),
  askedByMe: z.boolean(),
  askedAt: z.number(),
  approvedBy: z.string().optional(),
  approvedAt: z.number().optional(),
  takenAt: z.number().optional(),
});
export const DataRequest = z.strictObject({
  id,
  kind: z.enum(requestKinds),
  cameBy: z.enum(cameBy),
  hasConversation: z.boolean(),
  note: z.string(),
  receivedAt: z.number(),
  firstDue: z.string(),
  firstUrgency: z.enum(["calm", "soon", "late"]),
  due: z.string(),
  urgency: z.enum(["calm", "soon", "late"]),
  answeredAt: z.number().optional(),
  extendedAt: z.number().optional(),
  whyExtended: z.string(),
  doneAt: z.number().optional(),
  outcome: z.enum(requestOutcomes).optional(),
  copies: z.array(Copy),
});
export type DataRequest = z.infer<typeof DataRequest>;
export const DataRequests = z.strictObject({ requests: z.array(DataRequest) });
/** What the person reads out to us; absent while they have said nothing. */
export const OwnCode = z.strictObject({ code: z.string().optional() });
export const Registered = z.strictObject({ id });
/** Everything kept about a conversation, as data and as text to read. */
export const Kept = z.strictObject({ kept: z.record(z.string(), z.unknown()), text: z.string() });
export type Kept = z.infer<typeof Kept>;
