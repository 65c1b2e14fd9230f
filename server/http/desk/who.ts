import type { Request, RequestHandler } from "express";
import { AppError } from "../../errors.ts";
import { EscalationId } from "../../escalation/escalation.ts";
import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";

/** An editor keeps the knowledge and reads nobody's conversation. */
export const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
export const leading: readonly Role[] = ["supervisor", "administrator"];

export function caseOf({ params }: Request): EscalationId {
  const parsed = EscalationId.safeParse(params.id);
  if (!parsed.success) throw new AppError("not-found");
  return parsed.data;
}

/** Of a case that is not there nothing else is said, whatever was sent about it. */
export function caseIsThere(store: Pick<Store, "readEscalation">): RequestHandler {
  return async (request, _response, next) => {
    if ((await store.readEscalation(caseOf(request))) === undefined) throw new AppError("not-found");
    next();
  };
}
