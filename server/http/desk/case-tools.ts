import { Router } from "express";
import { AppError } from "../../errors.ts";
import type { EscalationId } from "../../escalation/escalation.ts";
import { staffOf } from "../console/access.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering, caseIsThere, caseOf } from "./who.ts";
import { Beside, Draft, deskPaths, NewNote, Read } from "./wire.ts";

/** What stands beside one case: notes, the draft, an answer held back, how far each has read. */
export function caseToolRoutes({ store, access, live, channels, now }: DeskParts): Router {
  const router = Router();
  const guard = access.guard(answering);
  const here = caseIsThere(store);
  const one = `${deskPaths.cases}/:id`;
  const find = async (id: EscalationId) => {
    const found = await store.readEscalation(id);
    if (found === undefined) throw new AppError("not-found");
    return found;
  };
  router.get(one, guard, here, async (request, response) => {
    const id = caseOf(request);
    const { channel } = await find(id);
    const [notes, draft, held] = await Promise.all([
      store.readNotes(id),
      store.readDraft(id, staffOf(response).id),
      store.readHeldAnswer(id),
    ]);
    response.json(
      Beside.parse({
        notes,
        ...(draft && { draft: { clientId: draft.clientId, text: draft.text } }),
        ...(held && {
          held: { id: held.id, by: { id: held.staff, name: held.name }, text: held.text, at: held.at, state: held.state, note: held.note },
        }),
        limits: limitsOf(channels.get(channel)?.limits),
      }),
    );
  });
  router.post(`${one}/read`, guard, here, async (request, response) => {
    await store.noteRead(caseOf(request), staffOf(response).id, Read.parse(request.body).sequence, now());
    live.announce("queue");
    response.status(204).end();
  });
  router.post(`${one}/notes`, guard, here, async (request, response) => {
    const note = await store.addNote(caseOf(request), staffOf(response), NewNote.parse(request.body).text, now());
    if (note === undefined) throw new AppError("not-found");
    live.announce("queue");
    response.status(201).json(note);
  });
  router.put(`${one}/draft`, guard, here, async (request, response) => {
    await store.saveDraft(caseOf(request), staffOf(response).id, { ...Draft.parse(request.body), at: now() });
    response.status(204).end();
  });
  return router;
}

/** JSON has no infinity: what has no end is left out. */
function limitsOf(limits: { readonly textLength: number; readonly pieces?: number } | undefined) {
  const { textLength = Number.POSITIVE_INFINITY, pieces } = limits ?? {};
  return { ...(Number.isFinite(textLength) && { textLength }), ...(pieces !== undefined && { pieces }) };
}
