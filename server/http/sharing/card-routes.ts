import { type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { Library } from "../../../knowledge/library.ts";
import { type Day, isInForce } from "../../../knowledge/provision.ts";
import type { Card } from "../../cards/card.ts";
import { openCardPress } from "../../cards/card-press.ts";
import { AppError } from "../../errors.ts";
import { rumoursPath, topicsPath, warningsPath } from "../reading/addresses.ts";
import { pictureOf, rightsPath } from "./addresses.ts";
import { answerCard } from "./card-words.ts";
import { rightCard, rightsInForce } from "./rights.ts";

export interface CardParts {
  readonly library: Library;
  readonly today: () => Day;
  readonly publicUrl: string;
}

const picturesAMinute = 30;

/** Pictures of answers and of the rights to refuse: made when asked for, of law in force that day only. */
export function cardRoutes({ library, today, publicUrl }: CardParts): Router {
  const router = Router();
  const press = openCardPress();
  const limits = rateLimit({ windowMs: 60_000, limit: picturesAMinute, standardHeaders: false, legacyHeaders: false, handler: tooMany });
  const send = async (response: Response, card: Card | undefined, name: string) => {
    if (card === undefined) throw new AppError("not-found");
    const picture = await press.print(card);
    if (picture === "busy") throw new AppError("unavailable");
    response
      .set({ "Cache-Control": "no-cache", "Content-Disposition": `inline; filename="${name}.png"` })
      .type("png")
      .send(picture);
  };
  const sendEntry = async (response: Response, id: string) => {
    const entry = library.entries.get(id);
    const isCurrent = entry !== undefined && entry.replacedBy === undefined && isInForce(entry.inForce, today());
    await send(response, isCurrent ? answerCard(entry, publicUrl, today()) : undefined, id.replace("/", "-"));
  };
  router.get(pictureOf(`${topicsPath}/:topic/:name`), limits, ({ params }, response) =>
    sendEntry(response, `${params.topic}/${params.name}`),
  );
  router.get(pictureOf(`${warningsPath}/:name`), limits, ({ params }, response) => sendEntry(response, `warnings/${params.name}`));
  router.get(pictureOf(`${rumoursPath}/:name`), limits, ({ params }, response) => sendEntry(response, `rumours/${params.name}`));
  router.get(pictureOf(`${rightsPath}/:name`), limits, async ({ params }, response) => {
    const right = rightsInForce(library, today()).find(({ name }) => name === params.name);
    await send(response, right && rightCard(right, publicUrl), String(params.name));
  });
  return router;
}

function tooMany(): never {
  throw new AppError("too-many");
}
