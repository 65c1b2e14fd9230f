import { Router } from "express";
import { entryText } from "../../../knowledge/files/write-entry.ts";
import type { Library } from "../../../knowledge/library.ts";
import { cite } from "../../../knowledge/passage.ts";
import type { Provision } from "../../../knowledge/provision.ts";
import { fold } from "../../../knowledge/words/normalise.ts";
import { localDay } from "../../clock.ts";
import { checkDraft, checkWithdrawal } from "../../editing/check-draft.ts";
import type { CurrentKnowledge } from "../../editing/current-knowledge.ts";
import { draftOf } from "../../editing/entry-draft.ts";
import { AppError } from "../../errors.ts";
import type { KeptRevision } from "../../store/editing/editing-store.ts";
import { type Editing, everybody } from "./editors.ts";
import { provisionItem, revisionItem } from "./revision-view.ts";
import { Checked, EntryItem, EntryList, OneEntry, ProvisionList, ToCheck } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

const mostProvisions = 25;

/** What there is: entries with how they stand, provisions to rest them on, and what a check says of a draft. */
export function entryRoutes({ store, knowledge, access, now }: Editing): Router {
  const router = Router();
  const guard = access.guard(everybody);
  const today = () => localDay(now());
  router.get(editingPaths.entries, guard, async (_request, response) => {
    const library = knowledge.revised();
    const kept = await store.listRevisions({ states: ["draft", "submitted", "approved"] });
    response.json(
      EntryList.parse({
        entries: itemsOf(knowledge, kept),
        topics: [...library.topics.values()],
        hotlines: [...library.hotlines.values()].map(({ id, name, number }) => ({ id, name, number })),
      }),
    );
  });
  router.get(editingPaths.entry, guard, async (request, response) => {
    const id = String(request.query.id ?? "");
    const revisions = await store.listRevisions({ entry: id });
    const [current, file] = [knowledge.revised(), knowledge.released].map((library) => library.entries.get(id));
    if (current === undefined && file === undefined && revisions.length === 0) throw new AppError("not-found");
    response.json(
      OneEntry.parse({
        id,
        ...(current && { current: draftOf(entryText(current)) }),
        ...(file && { file: draftOf(entryText(file)) }),
        item: itemsOf(knowledge, revisions).find((item) => item.id === id),
        revisions: revisions.map(revisionItem),
      }),
    );
  });
  router.get(editingPaths.provisions, guard, (request, response) => {
    const { q, ids } = request.query;
    const { provisions } = knowledge.released;
    const found =
      typeof ids === "string"
        ? ids.split(",").flatMap((id) => provisions.get(id) ?? [])
        : findProvisions(String(q ?? ""), knowledge.released);
    response.json(ProvisionList.parse({ provisions: found.map((provision) => provisionItem(provision, today())) }));
  });
  router.post(editingPaths.check, guard, (request, response) => {
    const { draft, withdrawn } = ToCheck.parse(request.body);
    const library = knowledge.revised();
    const problems = withdrawn ? checkWithdrawal(draft.id, library) : checkDraft(draft, { library, today: today() });
    response.json(Checked.parse({ problems }));
  });
  return router;
}

function itemsOf(knowledge: CurrentKnowledge, kept: readonly KeptRevision[]): readonly EntryItem[] {
  const [released, revised] = [knowledge.released.entries, knowledge.revised().entries];
  const byEntry = Map.groupBy(kept, ({ draft }) => draft.id);
  const ids = new Set([...revised.keys(), ...released.keys(), ...byEntry.keys()]);
  return [...ids].map((id) => {
    const revisions = byEntry.get(id) ?? [];
    const entry = revised.get(id) ?? released.get(id) ?? revisions[0]?.draft;
    const open = revisions.filter(({ state }) => state === "draft" || state === "submitted");
    return EntryItem.parse({
      id,
      question: entry?.question || "(chưa có câu hỏi)",
      topic: id.split("/")[0] ?? "",
      risk: entry?.risk ?? "none",
      ...standingOf(revisions, knowledge, id),
      open: open.map(({ id: revision, state, author, changedAt }) => ({ id: revision, state, author, changedAt })),
    });
  });
}

function standingOf(revisions: readonly KeptRevision[], knowledge: CurrentKnowledge, id: string): Pick<EntryItem, "from" | "why"> {
  const approved = revisions.find(({ state }) => state === "approved");
  const standing = approved && knowledge.standings().get(approved.id);
  if (standing?.kind === "put-aside") return { from: "put-aside", why: standing.why.join("; ") };
  if (standing?.kind === "used" && approved?.withdrawn) return { from: "withdrawn" };
  if (standing?.kind === "used") return { from: standing.fileChanged ? "file-changed" : "console" };
  if (knowledge.released.entries.has(id)) return { from: "file" };
  return { from: "draft-only" };
}

/** Provisions in which every word of the question stands, those in force first. */
function findProvisions(asked: string, { provisions }: Library): readonly Provision[] {
  const words = fold(asked.toLowerCase()).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return [...provisions.values()]
    .filter((provision) => {
      const text = fold(`${provision.id} ${cite(provision).label} ${provision.about} ${provision.says}`.toLowerCase());
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => Number(b.inForce.to === undefined) - Number(a.inForce.to === undefined))
    .slice(0, mostProvisions);
}
