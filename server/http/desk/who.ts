import type { Request, Response } from "express";
import { AppError } from "../../errors.ts";
import { EscalationId } from "../../escalation/escalation.ts";
import type { Role, StaffMember } from "../../store/staff-store.ts";

/** An editor keeps the knowledge and reads nobody's conversation. */
export const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
export const leading: readonly Role[] = ["supervisor", "administrator"];

export function staffOf(response: Response): StaffMember {
  // Put there by the guard of every route.
  return response.locals.staff as StaffMember;
}

export function caseOf({ params }: Request): EscalationId {
  const parsed = EscalationId.safeParse(params.id);
  if (!parsed.success) throw new AppError("not-found");
  return parsed.data;
}
