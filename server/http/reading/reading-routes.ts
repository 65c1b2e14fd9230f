import { type Response, Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import type { Entry } from "../../../knowledge/passage.ts";
import type { Day } from "../../../knowledge/provision.ts";
import type { Page } from "../pages/layout.ts";
import { toolPage } from "../pages/tools.ts";
import { sharedPaths } from "../sharing/addresses.ts";
import { goodUntil } from "../steady/keeping.ts";
import { entryPage, hotlinesPath, officesPath, rumoursPath, topicPage, topicsPath, warningsPath } from "./addresses.ts";
import { entryPageOf } from "./entry-page.ts";
import { hotlinesPage, kindPage, oneTopicPage, topicsPage } from "./lists.ts";
import { officesPage } from "./offices-page.ts";

export interface Reading {
  readonly library: Library;
  readonly today: () => Day;
  readonly publicUrl: string;
  readonly show: (response: Response, page: Page, status?: number) => void;
}

/** The whole knowledge to read, from the same library as the bot. */
export function readingRoutes({ library, today, publicUrl, show }: Reading): Router {
  const router = Router();
  const { entries } = library;
  router.get(topicsPath, (_request, response) => show(response, topicsPage(library, today())));
  router.get(`${topicsPath}/:topic`, (request, response, next) => {
    const topic = library.topics.get(request.params.topic);
    if (topic === undefined) return next();
    show(response, oneTopicPage(topic, library, today()));
  });
  const showEntry = (response: Response, id: string, next: () => void) => {
    const entry = entries.get(id);
    if (entry === undefined) return next();
    if (response.req.path !== entryPage(entry)) return response.redirect(301, entryPage(entry));
    const page = entryPageOf(entry, library, { today: today(), publicUrl });
    show(response, { ...page, keepable: true, goodUntil: goodUntil(entry.inForce, today()) });
  };
  router.get(`${topicsPath}/:topic/:name`, ({ params }, response, next) => showEntry(response, `${params.topic}/${params.name}`, next));
  router.get(warningsPath, (_request, response) => show(response, kindPage("warning", library, today())));
  router.get(`${warningsPath}/:name`, ({ params }, response, next) => showEntry(response, `warnings/${params.name}`, next));
  router.get(rumoursPath, (_request, response) => show(response, kindPage("rumour", library, today())));
  router.get(`${rumoursPath}/:name`, ({ params }, response, next) => showEntry(response, `rumours/${params.name}`, next));
  router.get(hotlinesPath, (_request, response) => show(response, hotlinesPage(library)));
  router.get(officesPath, (_request, response) => show(response, officesPage(library, today())));
  router.get("/sitemap.xml", (_request, response) => {
    response.type("application/xml").send(sitemap(addresses(library), publicUrl));
  });
  router.get("/robots.txt", (_request, response) => {
    response.type("text/plain").send(`User-agent: *\nDisallow: /api/\nDisallow: /console\nSitemap: ${publicUrl}/sitemap.xml\n`);
  });
  return router;
}

function addresses({ topics, entries, interviews }: Library): readonly string[] {
  const isOwn = ({ replacedBy }: Entry) => replacedBy === undefined;
  return [
    "/",
    topicsPath,
    warningsPath,
    rumoursPath,
    hotlinesPath,
    officesPath,
    "/van-ban",
    "/gioi-thieu",
    ...sharedPaths,
    ...[...topics.keys()].map(topicPage),
    ...[...entries.values()].filter(isOwn).map(entryPage),
    ...[...interviews.values()].map(toolPage),
  ];
}

/** Every address is made of ids of the library: letters, digits, hyphens and slashes. */
function sitemap(paths: readonly string[], publicUrl: string): string {
  const urls = paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
}
