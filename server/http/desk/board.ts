import { Router } from "express";
import { presentMs } from "../../escalation/people.ts";
import type { DeskRow } from "../../store/desk/desk-store.ts";
import { staffOf } from "../console/access.ts";
import { queueItem } from "../console/cases.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering } from "./who.ts";
import { Board, ClosedCases, Colleagues, DeskItem, deskPaths } from "./wire.ts";

const mostClosed = 100;

/** The cases as they stand, the closed ones, and who is there. */
export function boardRoutes(parts: DeskParts): Router {
  const { store, access, now } = parts;
  const router = Router();
  const guard = access.guard(answering);
  router.get(deskPaths.board, guard, async (_request, response) => {
    const at = now();
    const { id } = staffOf(response);
    const [rows, settings, colleagues] = await Promise.all([
      store.readDesk(id, at),
      store.readDeskSettings(),
      store.readColleagues(at - presentMs),
    ]);
    const mine = colleagues.find((each) => each.id === id);
    const overdue = at - settings.unseenMinutes * 60_000;
    response.json(
      Board.parse({
        items: rows.map((row) => itemOf(row, overdue, parts)),
        now: at,
        duty: { onDuty: mine?.onDuty ?? true, open: mine?.open ?? 0, cap: settings.cap },
      }),
    );
  });
  router.get(deskPaths.closed, guard, async (_request, response) => {
    const closed = await store.readClosed(mostClosed);
    response.json(ClosedCases.parse({ items: closed.map((found) => queueItem(found, parts)) }));
  });
  router.get(deskPaths.colleagues, guard, async (_request, response) => {
    const colleagues = await store.readColleagues(now() - presentMs);
    response.json(Colleagues.parse({ colleagues: colleagues.map(({ role: _, ...each }) => each) }));
  });
  return router;
}

function itemOf(row: DeskRow, overdue: number, parts: DeskParts) {
  const { escalation, unread, unseen, snoozedUntil, offer, candidate, awaitsApproval } = row;
  const near = candidate === undefined ? undefined : parts.library.entries.get(candidate);
  return DeskItem.parse({
    ...queueItem(escalation, parts),
    unread,
    alarm: unseen && (escalation.risk === "danger" || escalation.openedAt <= overdue),
    awaitsApproval,
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(offer && { offer: { to: { id: offer.staff, name: offer.name }, until: offer.until } }),
    ...(near && { near: { entry: near.id, question: near.question } }),
  });
}
