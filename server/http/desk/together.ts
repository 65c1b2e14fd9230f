import { Router } from "express";
import { answerTogether } from "../../escalation/answer-together.ts";
import { EscalationId } from "../../escalation/escalation.ts";
import { staffOf } from "../console/access.ts";
import type { DeskParts } from "./desk-routes.ts";
import { answering } from "./who.ts";
import { deskPaths, Results, Together } from "./wire.ts";

/** One answer to several who wait for the same; what became of each is told. */
export function togetherRoutes(parts: DeskParts): Router {
  const router = Router();
  router.post(deskPaths.together, parts.access.guard(answering), async (request, response) => {
    const { cases, ...words } = Together.parse(request.body);
    const results = await answerTogether(parts, staffOf(response), { ...words, cases: cases.map((id) => EscalationId.parse(id)) });
    response.json(Results.parse({ results }));
  });
  return router;
}
