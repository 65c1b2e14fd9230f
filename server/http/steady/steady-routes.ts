import { Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import { keptPage, offlinePage, wipedPage } from "./offline-pages.ts";
import type { Show } from "./show-page.ts";
import { keptPath, offlinePath, wipePath } from "./wire.ts";

/** What belongs to reading without a network, and to leaving no trace. */
export function steadyRoutes({ library, show }: { readonly library: Library; readonly show: Show }): Router {
  const router = Router();
  router.get(offlinePath, (_request, response) => show(response, offlinePage(library)));
  router.get(keptPath, (_request, response) => show(response, keptPage()));
  router.get(wipePath, (_request, response) => response.redirect(303, keptPath));
  router.post(wipePath, (_request, response) => {
    // The browser does it, without script too; the cookie of a colleague's own session is not a trace of a visitor.
    response.set("Clear-Site-Data", '"cache", "storage"');
    show(response, wipedPage());
  });
  return router;
}
