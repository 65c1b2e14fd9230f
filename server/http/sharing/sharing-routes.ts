import { type Response, Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import type { Day } from "../../../knowledge/provision.ts";
import type { Page } from "../pages/layout.ts";
import { clipsPath, lettersPath, myDataPath, postersPath, rightsPath } from "./addresses.ts";
import { cardRoutes } from "./card-routes.ts";
import { clipsPage } from "./clips-page.ts";
import { lettersPage, oneLetterPage } from "./letter-pages.ts";
import { myDataPage } from "./my-data-page.ts";
import { onePosterPage, postersPage } from "./poster-pages.ts";
import { paperSizes, posters } from "./posters.ts";
import { rightsInForce } from "./rights.ts";
import { oneRightPage, rightsPage } from "./rights-pages.ts";

export interface Sharing {
  readonly library: Library;
  readonly today: () => Day;
  readonly publicUrl: string;
  readonly pageId: string | undefined;
  readonly show: (response: Response, page: Page, status?: number) => void;
}

/** What is taken along or handed on: pictures, cards, letters, posters, one's own data. */
export function sharingRoutes({ library, today, publicUrl, pageId, show }: Sharing): Router {
  const router = Router();
  const rights = () => rightsInForce(library, today());
  router.use(cardRoutes({ library, today, publicUrl }));
  router.get(rightsPath, (_request, response) => show(response, rightsPage(rights())));
  router.get(`${rightsPath}/:name`, ({ params }, response, next) => {
    const right = rights().find(({ name }) => name === params.name);
    if (right === undefined) return next();
    show(response, oneRightPage(right, publicUrl));
  });
  router.get(lettersPath, (_request, response) => show(response, lettersPage(rights())));
  router.get(`${lettersPath}/:name`, ({ params }, response, next) => {
    const right = rights().find(({ name }) => name === params.name);
    const page = right && oneLetterPage(right);
    if (page === undefined) return next();
    show(response, page);
  });
  router.get(postersPath, (_request, response) => show(response, postersPage()));
  router.get(`${postersPath}/:name/:size`, ({ params }, response, next) => {
    const poster = posters.find(({ name }) => name === params.name);
    const size = paperSizes.find((each) => each === params.size);
    if (poster === undefined || size === undefined) return next();
    show(response, onePosterPage(poster, size, { library, today: today(), links: { publicUrl, pageId } }));
  });
  router.get(myDataPath, (_request, response) => show(response, myDataPage()));
  router.get(clipsPath, (_request, response) => show(response, clipsPage(library, today())));
  return router;
}
