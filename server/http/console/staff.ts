import { randomBytes } from "node:crypto";
import { Router } from "express";
import { roles } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import { consolePaths } from "../paths.ts";
import { InvitationLink, NewInvitation, StaffList } from "../wire.ts";
import type { Access } from "./access.ts";
import { invite } from "./invite.ts";
import { described } from "./sign-in.ts";

export interface StaffParts {
  readonly store: Store;
  readonly access: Access;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** Who works here; administrators invite. */
export function staffRoutes({ store, access, publicUrl, now }: StaffParts): Router {
  const router = Router();
  router.get(consolePaths.me, access.guard(roles), (_request, response) => {
    response.json(described(response.locals.staff));
  });
  router.get(consolePaths.staff, access.guard(["administrator"]), async (_request, response) => {
    response.json(StaffList.parse({ staff: (await store.listStaff()).map(described) }));
  });
  router.post(consolePaths.staff, access.guard(["administrator"]), async (request, response) => {
    const { role } = NewInvitation.parse(request.body);
    const link = await invite(store, { role, at: now(), random: randomBytes(32), publicUrl, by: response.locals.staff.id });
    response.status(201).json(InvitationLink.parse({ link }));
  });
  return router;
}
