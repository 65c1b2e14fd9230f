import { type Request, Router } from "express";
import { Day } from "../../../knowledge/provision.ts";
import { AppError } from "../../errors.ts";
import { EscalationId } from "../../escalation/escalation.ts";
import { readOffice } from "../../hours/office.ts";
import { isHoliday } from "../../hours/opening-hours.ts";
import { dueDays, extendedDue, isFixedHoliday, urgencyOf } from "../../rights/due.ts";
import type { DataRequest as KeptRequest, RequestChange } from "../../store/requests/request.ts";
import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import type { RightsParts } from "./rights-routes.ts";
import { sessionOf } from "./session-of.ts";
import { DataRequests, Extend, Finish, NewDataRequest, Registered, rightsPaths } from "./wire.ts";

const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const deciding: readonly Role[] = ["supervisor", "administrator"];
const mostShown = 200;
const one = `${rightsPaths.requests}/:id`;

/** What people ask about their data, and what is done about it in time. */
export function requestRoutes(parts: RightsParts): Router {
  const { store, access, now } = parts;
  const router = Router();
  router.get(rightsPaths.requests, access.guard(answering), async (_request, response) => {
    const { staff } = sessionOf(response);
    const requests = await store.listDataRequests(mostShown);
    const shown = await Promise.all(requests.map((request) => shownRequest(parts, request, staff.id)));
    response.json(DataRequests.parse({ requests: shown }));
  });
  router.post(rightsPaths.requests, access.guard(answering), async (request, response) => {
    const { kind, cameBy, code, note } = NewDataRequest.parse(request.body);
    const conversation = code === "" ? undefined : await conversationOf(parts, code);
    const asked = { kind, cameBy, note, conversation, at: now(), ...dueDays(kind, now(), await holidays(store)) };
    response.status(201).json(Registered.parse({ id: await store.addDataRequest(asked, sessionOf(response).staff.id) }));
  });
  const change = (act: string, changeOf: (found: KeptRequest, request: Request) => RequestChange) =>
    router.post(`${one}/${act}`, access.guard(deciding), async (request, response) => {
      const found = await store.readDataRequest(String(request.params.id));
      if (found === undefined) throw new AppError("not-found");
      if (!(await store.changeDataRequest(found.id, changeOf(found, request), sessionOf(response).staff.id)))
        throw new AppError("already-done");
      response.status(204).end();
    });
  change("answer", () => ({ kind: "answer", at: now() }));
  change("extend", ({ kind, due }, request) => {
    const { why } = Extend.parse(request.body);
    return { kind: "extend", at: now(), due: extendedDue(kind, Day.parse(due)), why };
  });
  change("finish", (_found, request) => ({ kind: "finish", at: now(), outcome: Finish.parse(request.body).outcome }));
  router.post(`${one}/erase`, access.guard(deciding, "proved"), async (request, response) => {
    const found = await store.readDataRequest(String(request.params.id));
    if (found?.conversation === undefined || found.kind !== "erase") throw new AppError("not-found");
    if (found.doneAt !== undefined) throw new AppError("already-done");
    const conversation = await conversationOf(parts, found.conversation);
    await store.eraseConversation(conversation, now(), sessionOf(response).staff.id);
    parts.live.announce(conversation);
    parts.live.announce("queue");
    response.status(204).end();
  });
  return router;
}

/** Those of every year, and those the agency has entered. */
async function holidays(store: Store): Promise<(day: Day) => boolean> {
  const { hours } = await readOffice(store);
  return (day) => isFixedHoliday(day) || isHoliday(hours, day);
}

/** By the person's own code, by the id of a case, or by its own id. */
async function conversationOf({ store }: RightsParts, written: string) {
  const plain = written.toLowerCase().replaceAll(/[\s-]/g, "");
  const byCode = plain.length >= 12 ? await store.findByCode(plain.slice(0, 12)) : undefined;
  if (byCode !== undefined && (plain.length === 12 || byCode === written)) return byCode;
  const id = EscalationId.safeParse(written);
  const found = id.success ? await store.readEscalation(id.data) : undefined;
  if (found === undefined || (await store.readConversation(found.conversation)) === undefined) throw new AppError("not-found");
  return found.conversation;
}

async function shownRequest({ store, now }: RightsParts, request: KeptRequest, me: string) {
  const { conversation, ...rest } = request;
  const names = new Map((await store.listColleagues()).map(({ id, name }) => [id, name]));
  const copies = (await store.listCopies(request.id)).map(({ askedBy, approvedBy, ...copy }) => ({
    ...copy,
    askedBy: names.get(askedBy) ?? "",
    askedByMe: askedBy === me,
    approvedBy: approvedBy && names.get(approvedBy),
  }));
  const isFree = await holidays(store);
  const urgency = (day: string, done: boolean) => (done ? "calm" : urgencyOf(Day.parse(day), now(), isFree));
  const isDone = request.doneAt !== undefined;
  return {
    ...rest,
    hasConversation: conversation !== undefined,
    firstUrgency: urgency(request.firstDue, isDone || request.answeredAt !== undefined),
    urgency: urgency(request.due, isDone),
    copies,
  };
}
