import type { Response } from "express";
import type { Session } from "../../store/staff-store.ts";

/** Who asks, as the guard of the route found it. */
export function sessionOf(response: Response): Session {
  // Put there by the guard of every route of this folder.
  return response.locals.session as Session;
}
