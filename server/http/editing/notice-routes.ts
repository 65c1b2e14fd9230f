import { type Request, Router } from "express";
import { impactOf } from "../../../knowledge/check/impact.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Day } from "../../../knowledge/provision.ts";
import { localDay } from "../../clock.ts";
import { reachOf, sendCorrection } from "../../editing/correction.ts";
import { AppError } from "../../errors.ts";
import type { Notice } from "../../store/editing/notice-store.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors } from "./editors.ts";
import { provisionItem } from "./revision-view.ts";
import { ImpactList, Made, NewNotice, NoticeList, Reach } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

const days = 90;
const dayMs = 86_400_000;

/** What ends soon and what rests on it; and telling those who were told the old rule, once a second person has read the words. */
export function noticeRoutes(editing: Editing): Router {
  const { store, knowledge, access, now } = editing;
  const router = Router();
  const guard = access.guard(editors);
  const one = `${editingPaths.notices}/:id`;
  const find = async (request: Request): Promise<Notice> => {
    const found = (await store.listNotices()).find(({ id }) => id === request.params.id);
    if (found === undefined) throw new AppError("not-found");
    return found;
  };
  router.get(editingPaths.impact, guard, (request, response) => {
    const of = String(request.query.of ?? "");
    const [today, last] = [localDay(now()), localDay(now() + days * dayMs)];
    response.json(ImpactList.parse({ ending: impacts(of, knowledge.revised(), { today, last }), days }));
  });
  router.get(editingPaths.notices, guard, async (_request, response) => {
    const notices = [];
    for (const { madeAt: _made, decidedAt: _decided, sent: _sent, ...notice } of await store.listNotices()) {
      const { open: _, ...reach } = await reachOf(notice, editing);
      notices.push({ ...notice, reach, mine: notice.author.id === staffOf(response).id });
    }
    response.json(NoticeList.parse({ notices }));
  });
  router.post(`${editingPaths.notices}/reach`, guard, async (request, response) => {
    const { open: _, ...reach } = await reachOf(NewNotice.pick({ entries: true, since: true }).parse(request.body), editing);
    response.json(Reach.parse(reach));
  });
  router.post(editingPaths.notices, guard, async (request, response) => {
    response.status(201).json(Made.parse({ id: await store.addCorrection(NewNotice.parse(request.body), staffOf(response), now()) }));
  });
  router.post(`${one}/approve`, guard, async (request, response) => {
    const notice = await find(request);
    if (notice.author.id === staffOf(response).id) throw new AppError("own-work");
    if (!(await store.approveNotice(notice.id, staffOf(response), now()))) throw new AppError("changed-elsewhere");
    await store.noteAct({ by: staffOf(response).id, act: "correction-approved", object: ["correction", notice.id], at: now() });
    response.status(204).end();
  });
  router.post(`${one}/drop`, guard, async (request, response) => {
    if (!(await store.dropNotice((await find(request)).id, staffOf(response).id))) throw new AppError("changed-elsewhere");
    response.status(204).end();
  });
  router.post(`${one}/send`, guard, async (request, response) => {
    const notice = await find(request);
    if (notice.state !== "approved") throw new AppError("changed-elsewhere");
    response.json(Reach.parse(await sendNoted(notice, staffOf(response).id, editing)));
  });
  return router;
}

async function sendNoted(notice: Notice, by: string, editing: Editing) {
  const { store, log, now } = editing;
  const reach = await sendCorrection(notice, editing);
  await store.noteAct({ by, act: "correction-sent", object: ["correction", notice.id], detail: { sent: reach.sent }, at: now() });
  log.info({ notice: notice.id, staff: by, sent: reach.sent, closed: reach.closed }, "a correction is sent");
  return reach;
}

/** What rests on a document or provision; without one, on those whose force ends within the time. */
function impacts(of: string, library: Library, { today, last }: { readonly today: Day; readonly last: Day }) {
  const provisions = [...library.provisions.values()].filter(({ id, document, inForce }) =>
    of === "" ? inForce.to !== undefined && inForce.to >= today && inForce.to <= last : id === of || document.id === of,
  );
  return provisions
    .map((provision) => {
      const entries = (impactOf(provision.id, library)?.entries ?? []).filter(({ replacedBy }) => replacedBy === undefined);
      return {
        provision: provisionItem(provision, today),
        entries: entries.map(({ id, question, risk }) => ({ id, question, risk })),
        tools: [...library.interviews.values()].filter(({ basis }) => basis.includes(provision.id)).map(({ title }) => title),
      };
    })
    .filter(({ entries, tools }) => of !== "" || entries.length + tools.length > 0)
    .toSorted((a, b) => (a.provision.to ?? "9").localeCompare(b.provision.to ?? "9"));
}
