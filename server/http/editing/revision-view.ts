import type { Request, Response } from "express";
import { z } from "zod";
import { entryText } from "../../../knowledge/files/write-entry.ts";
import { cite } from "../../../knowledge/passage.ts";
import { type Day, isInForce, type Provision } from "../../../knowledge/provision.ts";
import { localDay } from "../../clock.ts";
import { checkDraft, checkWithdrawal } from "../../editing/check-draft.ts";
import { textOf } from "../../editing/entry-draft.ts";
import { lineDifference } from "../../editing/line-difference.ts";
import { readOut } from "../../editing/read-out.ts";
import { AppError } from "../../errors.ts";
import type { KeptRevision } from "../../store/editing/editing-store.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors } from "./editors.ts";
import { Revision, RevisionItem } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

export const one = `${editingPaths.revisions}/:id`;

/** A counsellor sees what he has begun himself. */
export async function find({ store }: Pick<Editing, "store">, request: Request, response: Response): Promise<KeptRevision> {
  const id = z.uuid().safeParse(request.params.id);
  const revision = id.success ? await store.readRevision(id.data) : undefined;
  const { id: staff, role } = staffOf(response);
  if (revision === undefined || (!editors.includes(role) && revision.author.id !== staff)) throw new AppError("not-found");
  return revision;
}

export function mustBeRight(revision: KeptRevision, editing: Editing): void {
  if (problemsOf(revision, editing).length > 0) throw new AppError("not-ready");
}

function problemsOf({ draft, withdrawn }: KeptRevision, { knowledge, now }: Editing) {
  const library = knowledge.revised();
  return withdrawn ? checkWithdrawal(draft.id, library) : checkDraft(draft, { library, today: localDay(now()) });
}

export function revisionItem({ id, state, author, changedAt, withdrawn, decidedBy, decidedAt, number }: KeptRevision): RevisionItem {
  return RevisionItem.parse({ id, state, author, changedAt, withdrawn, decidedBy, decidedAt, number });
}

export function shown(revision: KeptRevision, editing: Editing, response: Response): Revision {
  const { draft, edits, note, material, state, withdrawn } = revision;
  const current = editing.knowledge.revised().entries.get(draft.id);
  const before = current === undefined ? "" : readOut(entryText(current));
  const after = withdrawn ? "" : readOut(textOf(draft));
  const isOpen = state === "draft" || state === "submitted";
  return Revision.parse({
    ...revisionItem(revision),
    draft,
    edits,
    ...(note !== undefined && { note }),
    ...(material && { material }),
    problems: isOpen ? problemsOf(revision, editing) : [],
    difference: lineDifference(before, after),
    mine: revision.author.id === staffOf(response).id,
  });
}

export function done(changed: boolean, response: Response): void {
  if (!changed) throw new AppError("changed-elsewhere");
  response.status(204).end();
}

export function provisionItem(provision: Provision, today: Day) {
  const { id, about, says, inForce, confidence } = provision;
  return {
    id,
    label: cite(provision).label,
    about,
    says,
    ...inForce,
    inForce: isInForce(inForce, today),
    confidence,
  };
}
