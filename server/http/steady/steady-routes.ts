import { Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import type { Day } from "../../../knowledge/provision.ts";
import type { Board } from "../../store/notices/board.ts";
import { stoppedPage } from "./announcements.ts";
import { newsFeed, newsPage } from "./news.ts";
import { keptPage, offlinePage, wipedPage } from "./offline-pages.ts";
import type { Show } from "./show-page.ts";
import { feedPath, keptPath, newsPath, offlinePath, stoppedPath, wipePath } from "./wire.ts";

export interface Steady {
  readonly library: Library;
  readonly board: Pick<Board, "last">;
  readonly today: () => Day;
  readonly publicUrl: string;
  readonly show: Show;
}

/** What belongs to reading without a network, and to leaving no trace. */
export function steadyRoutes({ library, board, today, publicUrl, show }: Steady): Router {
  const router = Router();
  router.get(newsPath, (_request, response) => show(response, newsPage(library, today())));
  router.get(feedPath, (_request, response) => {
    response
      .set("Cache-Control", "no-cache")
      .type("application/atom+xml")
      .send(newsFeed(library, today(), publicUrl));
  });
  router.get(offlinePath, (_request, response) => show(response, offlinePage(library)));
  router.get(stoppedPath, (_request, response) => show(response, stoppedPage(board.last(), library)));
  router.get(keptPath, (_request, response) => show(response, keptPage()));
  router.get(wipePath, (_request, response) => response.redirect(303, keptPath));
  router.post(wipePath, (_request, response) => {
    // The browser does it, without script too; the cookie of a colleague's own session is not a trace of a visitor.
    response.set("Clear-Site-Data", '"cache", "storage"');
    show(response, wipedPage());
  });
  return router;
}
