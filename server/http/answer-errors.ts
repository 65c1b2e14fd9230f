import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { ZodError } from "zod";
import { AppError, type ErrorCode, errorTable } from "../errors.ts";
import { describeFault, type Log } from "../log.ts";
import type { Problem } from "./wire.ts";

export const answerMissing: RequestHandler = () => {
  throw new AppError("not-found");
};

/** The one place that answers a refusal or a fault: kind words and a reference, never a stack. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (fault: unknown, _request, response, _next) => {
    if (response.headersSent) {
      log.error({ code: "internal", ...describeFault(fault) }, "an answer broke off");
      return void response.destroy();
    }
    const code = codeOf(fault);
    const { status, message } = errorTable[code];
    const reference = randomUUID().slice(0, 8);
    if (status >= 500) log.error({ code, reference, ...describeFault(fault) }, "a request failed");
    // Who tried to do what they may not, is worth knowing; their ids stand in the log, nothing they wrote.
    else if (code === "not-allowed") log.warn({ code, reference, by: response.locals.staff?.id }, "a request was refused");
    const problem: Problem = { code, message, reference };
    response.status(status).set("Cache-Control", "no-store").json(problem);
  };
}

/** What a fault is called in the table of refusals. */
export function codeOf(fault: unknown): ErrorCode {
  if (fault instanceof AppError) return fault.code;
  if (fault instanceof ZodError) return "bad-request";
  // What express and its body parser throw carries the status it deserves.
  const status = typeof fault === "object" && fault !== null && "status" in fault ? fault.status : undefined;
  if (status === 413) return "too-large";
  if (status === 415) return "unsupported-type";
  if (typeof status === "number" && status >= 400 && status < 500) return "bad-request";
  const name = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
  return /^(SQLITE_(BUSY|FULL|IOERR)|ECONN|57P|53)/.test(name) ? "unavailable" : "internal";
}
