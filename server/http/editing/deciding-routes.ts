import { Router } from "express";
import { AppError } from "../../errors.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors } from "./editors.ts";
import { done, find, mustBeRight, one } from "./revision-view.ts";
import { Note, Seen } from "./shapes.ts";

/** What a second person does with a revision: it is what is answered from now on, or goes back with a note. */
export function decidingRoutes(editing: Editing): Router {
  const { store, knowledge, access, log, now } = editing;
  const router = Router();
  const keepers = access.guard(editors);
  router.post(`${one}/send-back`, keepers, async (request, response) => {
    const { id } = await find(editing, request, response);
    done(await store.sendBackRevision(id, staffOf(response), Note.parse(request.body).note, now()), response);
  });
  router.post(`${one}/approve`, keepers, async (request, response) => {
    const revision = await find(editing, request, response);
    const staff = staffOf(response);
    const seen = Seen.parse(request.body);
    if (revision.author.id === staff.id) throw new AppError("own-work");
    mustBeRight(revision, editing);
    const approved = await store.approveRevision(revision.id, staff, seen, now());
    if (approved) {
      log.info(
        { revision: revision.id, entry: revision.draft.id, staff: staff.id, withdrawn: revision.withdrawn },
        "a revision is approved",
      );
      const act = revision.withdrawn ? "knowledge-withdrawn" : "knowledge-approved";
      await store.noteAct({ by: staff.id, act, object: ["revision", revision.id], detail: { entry: revision.draft.id }, at: now() });
      await knowledge.refresh();
    }
    done(approved, response);
  });
  return router;
}
