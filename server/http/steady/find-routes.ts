import express, { Router } from "express";
import { rateLimit } from "express-rate-limit";
import { z } from "zod";
import type { Passage } from "../../../knowledge/passage.ts";
import type { Day } from "../../../knowledge/provision.ts";
import type { Search } from "../../../knowledge/search.ts";
import { AppError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import { entryPage, searchPath } from "../reading/addresses.ts";
import { searchPageOf } from "../reading/search-page.ts";
import type { Show } from "./show-page.ts";
import { type Found, findPath } from "./wire.ts";

export interface Finding {
  readonly search: Search;
  readonly store: Pick<Store, "countSearch">;
  readonly today: () => Day;
  readonly show: Show;
}

const searchesAMinute = 60;
/** While one writes there is a search with each pause. */
const lettersAMinute = 240;
const mostFound = 10;
/** Below it an entry is no help to somebody who looks for something. */
const leastLikely = 0.02;
const longest = 200;

/** `done`: the person has stopped writing; only then it is counted whether something was found. */
const Find = z.strictObject({ text: z.string().max(longest), done: z.boolean() });

/** The bot's own search for whoever reads. What is looked for comes in the body and stays nowhere; only found or not is counted, by day. */
export function findRoutes({ search, store, today, show }: Finding): Router {
  const router = Router();
  const find = (asked: string): readonly Passage[] => {
    const found = asked === "" ? [] : search({ text: asked, day: today(), limit: mostFound });
    return found.filter(({ probability }) => probability >= leastLikely);
  };
  // Whoever looks for something gets it, counted or not.
  const count = (found: readonly Passage[]) => store.countSearch(today(), found.length > 0).catch(() => undefined);
  const limited = (limit: number) => rateLimit({ windowMs: 60_000, limit, standardHeaders: false, legacyHeaders: false, handler: tooMany });
  router.get(searchPath, (_request, response) => show(response, searchPageOf("", [])));
  const form = express.urlencoded({ extended: false, limit: "4kb", parameterLimit: 5, inflate: false });
  router.post(searchPath, limited(searchesAMinute), form, async (request, response) => {
    const asked = askedIn(request.body);
    const found = find(asked);
    if (asked !== "") await count(found);
    show(response, searchPageOf(asked, found));
  });
  const json = express.json({ limit: "4kb", inflate: false });
  router.post(findPath, limited(lettersAMinute), json, async (request, response) => {
    const { text, done } = Find.parse(request.body);
    const found = find(text.trim());
    if (done && text.trim() !== "") await count(found);
    const answer: Found = { found: found.map(({ entry }) => ({ page: entryPage(entry), question: entry.question, short: entry.short })) };
    response.set("Cache-Control", "no-store").json(answer);
  });
  return router;
}

function askedIn(body: unknown): string {
  const asked = typeof body === "object" && body !== null && "tim" in body ? body.tim : "";
  return typeof asked === "string" ? asked.trim().slice(0, longest) : "";
}

function tooMany(): never {
  throw new AppError("too-many");
}
