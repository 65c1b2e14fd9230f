import { Router } from "express";
import { AppError } from "../../errors.ts";
import { checkProof } from "../../rights/check-proof.ts";
import { newRecoveryCodes, plainRecoveryCode } from "../../rights/recovery-codes.ts";
import { roles } from "../../store/staff-store.ts";
import { countAttempts } from "../console/count-attempts.ts";
import type { RightsParts } from "./rights-routes.ts";
import { sessionOf } from "./session-of.ts";
import { Codes, CodesLeft, NewPassword, Notices, Prove, rightsPaths, Sessions } from "./wire.ts";

/** What each member does for themselves: prove who they are, password, recovery codes, sessions. */
export function ownRoutes({ store, access, passwords, now }: RightsParts): Router {
  const router = Router();
  const [guard, proved] = [access.guard(roles), access.guard(roles, "proved")];
  router.post(rightsPaths.prove, guard, async (request, response) => {
    const { staff } = sessionOf(response);
    const shown = Prove.parse(request.body);
    const attempts = await countAttempts({ store, now }, staff.login, request.ip ?? "");
    if (!(await checkProof({ store, passwords, now }, await store.findStaff(staff.login), shown))) {
      await store.noteAct({ by: staff.id, act: "prove-failed", detail: { attempts }, at: now() });
      throw new AppError("wrong-proof");
    }
    await store.clearAttempts(`login ${staff.login}`);
    await store.proveSession(access.tokenOf(request) ?? "", staff.id, now());
    response.status(204).end();
  });
  router.post(rightsPaths.password, proved, async (request, response) => {
    const { password } = NewPassword.parse(request.body);
    const hashed = await passwords.hash(password);
    await store.changePassword(sessionOf(response).staff.id, hashed, access.tokenOf(request) ?? "", now());
    response.status(204).end();
  });
  router.get(rightsPaths.codes, guard, async (_request, response) => {
    response.json(CodesLeft.parse({ left: await store.countRecoveryCodes(sessionOf(response).staff.id) }));
  });
  router.post(rightsPaths.codes, proved, async (_request, response) => {
    const codes = newRecoveryCodes();
    const plain = codes.map((code) => plainRecoveryCode(code) ?? "");
    await store.saveRecoveryCodes(sessionOf(response).staff.id, plain, now());
    response.status(201).json(Codes.parse({ codes }));
  });
  return router;
}

/** Where each member is signed in, and which of it they may not know of. */
export function sessionRoutes({ store, access, now }: RightsParts): Router {
  const router = Router();
  const guard = access.guard(roles);
  router.get(rightsPaths.sessions, guard, async (_request, response) => {
    const { staff, id } = sessionOf(response);
    const sessions = (await store.listSessions(staff.id)).map((session) => ({ ...session, isThis: session.id === id }));
    response.json(Sessions.parse({ sessions }));
  });
  router.delete(rightsPaths.sessions, guard, async (request, response) => {
    await store.endSessions(sessionOf(response).staff.id, { but: access.tokenOf(request) ?? "" }, now());
    response.status(204).end();
  });
  router.delete(`${rightsPaths.sessions}/:id`, guard, async (request, response) => {
    const ended = await store.endSessions(sessionOf(response).staff.id, { id: String(request.params.id) }, now());
    if (ended === 0) throw new AppError("not-found");
    response.status(204).end();
  });
  router.get(rightsPaths.notices, guard, async (_request, response) => {
    const { id } = sessionOf(response).staff;
    response.json(Notices.parse({ codesLeft: await store.countRecoveryCodes(id), devices: await store.listNewDevices(id) }));
  });
  router.post(`${rightsPaths.notices}/:id`, guard, async (request, response) => {
    await store.noticeDevice(sessionOf(response).staff.id, String(request.params.id), now());
    response.status(204).end();
  });
  return router;
}
