import { type Response, Router } from "express";
import type { Library } from "../../knowledge/library.ts";
import type { Day } from "../../knowledge/provision.ts";
import type { Search } from "../../knowledge/search.ts";
import { localDay } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import type { Assets } from "./assets.ts";
import { aboutPage } from "./pages/about.ts";
import { consolePage } from "./pages/console.ts";
import { deletionPage } from "./pages/deletion.ts";
import { chatOnlyPage, homePage, missingPage } from "./pages/home.ts";
import { renderPage } from "./pages/html.ts";
import { documentsPage, oneDocumentPage, provisionPageOf } from "./pages/law.ts";
import type { Page } from "./pages/layout.ts";
import { deletionPath } from "./paths.ts";
import { readingRoutes } from "./reading/reading-routes.ts";
import { sharingRoutes } from "./sharing/sharing-routes.ts";
import { builtFiles } from "./steady/built-files.ts";
import { findRoutes } from "./steady/find-routes.ts";
import { goodUntil, keepIt } from "./steady/keeping.ts";
import { openShow } from "./steady/show-page.ts";
import { steadyRoutes } from "./steady/steady-routes.ts";
import { toolRoutes } from "./tools/tool-routes.ts";

export interface Site {
  readonly library: Library;
  readonly search: Search;
  readonly store: Pick<Store, "readDeletionRequest" | "countSearch">;
  readonly assets: Assets;
  readonly config: Pick<Config, "publicUrl" | "messenger" | "owner">;
  readonly now: () => number;
  readonly log: Log;
}

/** The public pages, server-made, and the built files they load. */
export function siteRoutes({ library, search, store, assets, config, now, log }: Site): Router {
  const router = Router();
  const { show: showPage, showBare } = openShow({ assets, publicUrl: config.publicUrl, below: keepIt }, library.version);
  const show = (response: Response, page: Page, status?: number) => {
    if (page.frames !== undefined) allowFrames(response, page.frames);
    showPage(response, page, status);
  };
  const today = () => localDay(now());

  router.get("/", (_request, response) => show(response, homePage(library, today())));
  router.get("/chat", (_request, response) => showBare(response, chatOnlyPage()));
  router.get("/console", (_request, response) => {
    response
      .set("Cache-Control", "no-store")
      .type("html")
      .send(renderPage(consolePage(assets)));
  });
  router.get("/gioi-thieu", (_request, response) => show(response, aboutPage(library, config.owner)));
  router.use(lawRoutes(library, today, show));
  router.get(`${deletionPath}/:code`, async (request, response) => {
    const asked = await store.readDeletionRequest(request.params.code);
    if (asked === undefined) return show(response, missingPage(), 404);
    show(response, deletionPage(asked));
  });

  router.use(toolRoutes({ library, today, show, log }));
  router.use(readingRoutes({ library, today, publicUrl: config.publicUrl, show }));
  router.use(sharingRoutes({ library, today, publicUrl: config.publicUrl, pageId: config.messenger?.pageId, show }));
  router.use(findRoutes({ search, store, today, show }));
  router.use(steadyRoutes({ library, show }));
  router.use(builtFiles(assets));
  router.get(/.*/, (request, response, next) => {
    if (request.accepts(["html", "json"]) === "html" && !request.path.startsWith("/api/")) return show(response, missingPage(), 404);
    next();
  });
  return router;
}

/** This page, and no other, may show a frame of that origin. */
function allowFrames(response: Response, origin: string): void {
  response.set("Content-Security-Policy", `${response.get("Content-Security-Policy")};frame-src ${origin}`);
}

function lawRoutes(library: Library, today: () => Day, show: (response: Response, page: Page, status?: number) => void): Router {
  const router = Router();
  router.get("/van-ban", (_request, response) => show(response, documentsPage(library, today())));
  router.get("/van-ban/:document", (request, response) => {
    const document = library.documents.get(request.params.document);
    if (document === undefined) return show(response, missingPage(), 404);
    show(response, oneDocumentPage(document, library, today()));
  });
  router.get("/van-ban/:document/:provision", (request, response) => {
    const provision = library.provisions.get(`${request.params.document}/${request.params.provision}`);
    if (provision === undefined) return show(response, missingPage(), 404);
    show(response, { ...provisionPageOf(provision, library, today()), keepable: true, goodUntil: goodUntil(provision.inForce, today()) });
  });
  return router;
}
