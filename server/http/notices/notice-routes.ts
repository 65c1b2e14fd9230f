import { type Request, Router } from "express";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import type { Channel } from "../../channels/channel.ts";
import { localDay } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { machineSwitch } from "../../store/notices/notices-store.ts";
import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";
import { staffOf } from "../console/access.ts";
import { NewNotice, NoticeBoard, noticesPath, SwitchOff, switchesPath } from "./wire.ts";

export interface NoticeParts {
  readonly access: Access;
  readonly store: Store;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly log: Log;
  readonly now: () => number;
}

const who: readonly Role[] = ["supervisor", "administrator"];
const shownHistory = 20;

/** What everybody is told, and what is switched off: the store is the truth, every process sees it within a second. */
export function noticeRoutes(parts: NoticeParts): Router {
  const { access, store, channels, log, now } = parts;
  const router = Router();
  const guard = access.guard(who);
  const names = () => [...channels.keys(), machineSwitch];

  router.get(noticesPath, guard, async (_request, response) => {
    response.json(NoticeBoard.parse(await boardOf(store, names(), now())));
  });
  router.post(noticesPath, guard, async (request, response) => {
    const { name, id: staff } = staffOf(response);
    const notice = NewNotice.parse(request.body);
    if (notice.until <= now()) throw new AppError("bad-request");
    const id = await store.addNotice({ ...notice, by: name, at: now() });
    await store.noteAct({ by: staff, act: "notice-posted", object: ["notice", id], at: now() });
    log.info({ notice: id, kind: notice.kind, staff }, "notice posted");
    response.status(201).json({ id });
  });
  router.post(`${noticesPath}/:id/withdraw`, guard, async (request, response) => {
    const { name, id: staff } = staffOf(response);
    const id = String(request.params.id);
    if (!(await store.withdrawNotice(id, name, now()))) throw new AppError("not-found");
    await store.noteAct({ by: staff, act: "notice-withdrawn", object: ["notice", id], at: now() });
    log.info({ notice: id, staff }, "notice withdrawn");
    response.status(204).end();
  });
  router.use(switchRoutes(parts, names));
  return router;
}

function switchRoutes({ access, store, log, now }: NoticeParts, names: () => readonly string[]): Router {
  const router = Router();
  const guard = access.guard(who);
  const nameOf = (request: Request) => {
    const name = String(request.params.name);
    if (!names().includes(name)) throw new AppError("not-found");
    return name;
  };
  router.post(`${switchesPath}/:name/off`, guard, async (request, response) => {
    const { name: by, id: staff } = staffOf(response);
    const name = nameOf(request);
    const { reason } = SwitchOff.parse(request.body);
    const isFirst = await store.switchOff({ name, reason, by, since: now() });
    if (isFirst) {
      await store.noteAct({ by: staff, act: "machine-off", object: ["switch", name], at: now() });
      log.warn({ switch: name, staff }, "switched off");
    }
    response.status(204).end();
  });
  router.post(`${switchesPath}/:name/on`, guard, async (request, response) => {
    const { name: by, id: staff } = staffOf(response);
    const name = nameOf(request);
    if (await store.switchOn(name, by, now())) {
      await store.noteAct({ by: staff, act: "machine-on", object: ["switch", name], at: now() });
      log.warn({ switch: name, staff }, "switched on");
    }
    response.status(204).end();
  });
  return router;
}

async function boardOf(store: Store, names: readonly string[], at: number): Promise<NoticeBoard> {
  const today = localDay(at);
  const [notices, off, history, counts] = await Promise.all([
    store.readNotices(at),
    store.readSwitchedOff(),
    store.readSwitchHistory(shownHistory),
    store.readSearchCounts(addDays(today, -6), today),
  ]);
  const sum = (name: "found" | "nothing") => counts.reduce((total, each) => total + each[name], 0);
  const switches = names.map((name) => ({ name, off: off.find((each) => each.name === name) }));
  return { notices: [...notices], switches, history: [...history], searches: { found: sum("found"), nothing: sum("nothing") } };
}
