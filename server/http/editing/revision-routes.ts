import { Router } from "express";
import { entryText, hashOfEntry } from "../../../knowledge/files/write-entry.ts";
import type { EntryDraft } from "../../editing/entry-draft.ts";
import { AppError } from "../../errors.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors, everybody } from "./editors.ts";
import { done, find, mustBeRight, one, shown } from "./revision-view.ts";
import { Made, NewRevision, Saved, SaveRevision } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

/** What its author does with a revision, until it is read by another. */
export function revisionRoutes(editing: Editing): Router {
  const { store, knowledge, access, now } = editing;
  const router = Router();
  const [all, keepers] = [access.guard(everybody), access.guard(editors)];
  const madeFrom = ({ id }: EntryDraft) => {
    const file = knowledge.released.entries.get(id);
    return file && hashOfEntry(entryText(file));
  };
  router.post(editingPaths.revisions, keepers, async (request, response) => {
    const { draft, withdrawn } = NewRevision.parse(request.body);
    const [id] = await store.addRevisions([{ draft, withdrawn, madeFrom: madeFrom(draft) }], staffOf(response), now());
    response.status(201).json(Made.parse({ id }));
  });
  router.get(one, all, async (request, response) => {
    response.json(shown(await find(editing, request, response), editing, response));
  });
  router.post(`${one}/save`, all, async (request, response) => {
    const { id } = await find(editing, request, response);
    const { draft, withdrawn, edits } = SaveRevision.parse(request.body);
    const words = { draft, withdrawn, madeFrom: madeFrom(draft) };
    if (!(await store.saveRevision(id, staffOf(response).id, { edits }, words, now()))) throw new AppError("changed-elsewhere");
    response.json(Saved.parse({ edits: edits + 1 }));
  });
  router.post(`${one}/submit`, all, async (request, response) => {
    const revision = await find(editing, request, response);
    mustBeRight(revision, editing);
    const by = staffOf(response).id;
    const submitted = await store.submitRevision(revision.id, by, now());
    if (submitted) await store.noteAct({ by, act: "knowledge-drafted", object: ["revision", revision.id], at: now() });
    done(submitted, response);
  });
  router.post(`${one}/take-back`, all, async (request, response) => {
    const { id } = await find(editing, request, response);
    done(await store.takeBackRevision(id, staffOf(response).id, now()), response);
  });
  router.post(`${one}/drop`, all, async (request, response) => {
    const { id } = await find(editing, request, response);
    done(await store.dropRevision(id, staffOf(response).id), response);
  });
  return router;
}
