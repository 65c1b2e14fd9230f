import { randomUUID } from "node:crypto";
import express, { type ErrorRequestHandler, type Request, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { Interview } from "../../../knowledge/interviews/interview.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { present } from "../../../knowledge/interviews/present.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Day } from "../../../knowledge/provision.ts";
import { AppError, errorTable } from "../../errors.ts";
import { describeFault, type Log } from "../../log.ts";
import { codeOf } from "../answer-errors.ts";
import type { Page } from "../pages/layout.ts";
import { toolTroublePage } from "../pages/tool-parts.ts";
import { toolConfirmPage, toolQuestionPage } from "../pages/tool-question.ts";
import { toolResultPage } from "../pages/tool-result.ts";
import { toolStartPage, toolsPage } from "../pages/tools.ts";
import { toolsPath } from "../paths.ts";
import { readStep } from "./sent-step.ts";
import { type Taken, takeStep } from "./take-step.ts";

export interface Tools {
  readonly library: Library;
  readonly today: () => Day;
  readonly show: (response: Response, page: Page, status?: number) => void;
  readonly log: Log;
}

const largestStep = "16kb";
const stepsAMinute = 120;

/** The calculators, whole without script: each answer is a form sent and a page given back; nothing of it is stored, logged or in an address. */
export function toolRoutes({ library, today, show, log }: Tools): Router {
  const router = Router();
  const toolOf = (request: Request) => library.interviews.get(String(request.params.tool));
  router.get(toolsPath, (_request, response) => show(response, toolsPage(library)));
  router.get(`${toolsPath}/:tool`, (request, response, next) => {
    const tool = toolOf(request);
    if (tool === undefined) return next();
    show(response, toolStartPage(tool, library, today()));
  });
  router.post(
    `${toolsPath}/:tool`,
    rateLimit({ windowMs: 60_000, limit: stepsAMinute, standardHeaders: false, legacyHeaders: false, handler: tooMany }),
    express.urlencoded({ extended: false, limit: largestStep, parameterLimit: 100, inflate: false }),
    (request, response) => {
      const tool = toolOf(request);
      if (tool === undefined) throw new AppError("not-found");
      const asOf = today();
      show(response, pageAfter(tool, takeStep(tool, readStep(request.body), asOf), { library, asOf }));
    },
  );
  const answerTrouble: ErrorRequestHandler = (fault: unknown, request, response, next) => {
    if (response.headersSent) return next(fault);
    const code = codeOf(fault);
    const reference = randomUUID().slice(0, 8);
    if (errorTable[code].status >= 500) log.error({ code, reference, ...describeFault(fault) }, "a step of a tool failed");
    show(response, toolTroublePage(library.interviews.get(request.path.slice(1)), { code, reference }), errorTable[code].status);
  };
  router.use(toolsPath, answerTrouble);
  return router;
}

function pageAfter(tool: Interview, taken: Taken, { library, asOf }: { readonly library: Library; readonly asOf: Day }): Page {
  const step = next(tool, taken.state, asOf);
  switch (step.kind) {
    case "confirm":
      return toolConfirmPage(tool, step, taken);
    case "question":
      return toolQuestionPage(tool, step, taken);
    case "result": {
      const presented = present(tool, taken.state, { asOf, library });
      if (presented === undefined) throw new Error(`${tool.slug} came to a result and has none`);
      return toolResultPage(tool, { state: taken.state, given: step.given, presented, library, asOf });
    }
  }
}

function tooMany(): never {
  throw new AppError("too-many");
}
