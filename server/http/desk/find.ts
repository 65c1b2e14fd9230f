import { Router } from "express";
import { cite, type Entry } from "../../../knowledge/passage.ts";
import { type Confidence, isInForce, type Provision, writtenDay } from "../../../knowledge/provision.ts";
import { localDay } from "../../clock.ts";
import { entryPage } from "../reading/addresses.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering } from "./who.ts";
import { deskPaths, Find, FoundList } from "./wire.ts";

const mostFound = 6;
const unsure: readonly Confidence[] = ["thấp", "chưa xác minh"];

/** The bot's own search, in force today; what is found is ready to be put into an answer with its article. */
export function findRoutes(parts: DeskParts): Router {
  const { access, publicUrl, now } = parts;
  const router = Router();
  // Sent in the body: what is looked for stands in no address.
  router.post(deskPaths.find, access.guard(answering), (request, response) => {
    const day = localDay(now());
    const passages = parts.search({ text: Find.parse(request.body).text, day, limit: mostFound });
    const found = passages.map(({ entry }) => ({
      ...foundEntry(entry, publicUrl),
      provisions: entry.basis.filter(({ inForce }) => isInForce(inForce, day)).map((provision) => foundProvision(provision, publicUrl)),
    }));
    response.json(FoundList.parse({ found }));
  });
  return router;
}

function foundEntry(entry: Entry, publicUrl: string) {
  const page = publicUrl + entryPage(entry);
  const labels = entry.basis.map((provision) => cite(provision).label).join("; ");
  return {
    entry: entry.id,
    question: entry.question,
    short: entry.short,
    sure: !unsure.includes(entry.confidence),
    page,
    insert: `${entry.short}\n(Theo ${labels}; áp dụng từ ${writtenDay(entry.inForce.from)}. Xem thêm: ${page})`,
  };
}

function foundProvision(provision: Provision, publicUrl: string) {
  const { label, page: path, inForceFrom } = cite(provision);
  const page = publicUrl + path;
  return {
    label,
    says: provision.says,
    sure: !unsure.includes(provision.confidence),
    page,
    insert: `${provision.says}\n(${label}; áp dụng từ ${writtenDay(inForceFrom)}. Xem: ${page})`,
  };
}
