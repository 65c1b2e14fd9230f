import { Router } from "express";
import { staffOf } from "../console/access.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering, leading } from "./who.ts";
import { DeskSettings, Duty, deskPaths, SettingsPage } from "./wire.ts";

/** How the desk works, and who is on duty. */
export function settingsRoutes({ store, access, library, live, now }: DeskParts): Router {
  const router = Router();
  router.get(deskPaths.settings, access.guard(leading), async (_request, response) => {
    const topics = [...library.topics.values()].map(({ id, title }) => ({ id, title }));
    response.json(SettingsPage.parse({ settings: await store.readDeskSettings(), topics }));
  });
  router.put(deskPaths.settings, access.guard(leading), async (request, response) => {
    await store.saveDeskSettings(DeskSettings.parse(request.body));
    await store.noteAct({ by: staffOf(response).id, act: "settings", object: ["settings", "desk"], at: now() });
    live.announce("queue");
    response.status(204).end();
  });
  router.put(deskPaths.duty, access.guard(answering), async (request, response) => {
    await store.setOnDuty(staffOf(response).id, Duty.parse(request.body).onDuty, now());
    live.announce("queue");
    response.status(204).end();
  });
  return router;
}
