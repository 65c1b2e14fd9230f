import { randomBytes } from "node:crypto";
import { type RequestHandler, type Response, Router } from "express";
import { AppError } from "../../errors.ts";
import type { Refusal } from "../../store/rights/rights-store.ts";
import { beginSession } from "../console/begin-session.ts";
import { countAttempts } from "../console/count-attempts.ts";
import { stepOfCode } from "../console/one-time-codes.ts";
import { described, drawnSecret } from "../console/sign-in.ts";
import type { RightsParts } from "./rights-routes.ts";
import { sessionOf } from "./session-of.ts";
import { Colleagues, Link, NewFactor, NewRole, Reset, rightsPaths } from "./wire.ts";

const resetValidMs = 86_400_000;

/** What an administrator does with colleagues. */
export function peopleRoutes({ store, access, publicUrl, now }: RightsParts): Router {
  const router = Router();
  const proved = access.guard(["administrator"], "proved");
  router.get(rightsPaths.people, access.guard(["administrator"]), async (_request, response) => {
    response.json(Colleagues.parse({ colleagues: await store.listColleagues() }));
  });
  const change = (act: string, doing: (response: Response, staff: string, body: unknown) => Promise<Refusal>) => {
    const handler: RequestHandler = async (request, response) => {
      const refusal = await doing(response, String(request.params.id), request.body);
      if (refusal !== undefined) throw new AppError(refusal === "unknown" ? "not-found" : refusal);
      response.status(204).end();
    };
    router.post(`${rightsPaths.people}/:id/${act}`, proved, handler);
  };
  change("role", (response, staff, body) => store.changeRole(staff, NewRole.parse(body).role, sessionOf(response).staff.id, now()));
  change("off", (response, staff) => store.switchOffMember(staff, sessionOf(response).staff.id, now()));
  change("on", (response, staff) => store.switchOnMember(staff, sessionOf(response).staff.id, now()));
  router.post(`${rightsPaths.people}/:id/reset`, proved, async (request, response) => {
    const token = randomBytes(32).toString("base64url");
    const times = { at: now(), expiresAt: now() + resetValidMs };
    const refusal = await store.addReset(token, String(request.params.id), sessionOf(response).staff.id, times);
    if (refusal !== undefined) throw new AppError("not-found");
    response.status(201).json(Link.parse({ link: `${publicUrl}/console#lai=${token}` }));
  });
  return router;
}

/** A new second factor by a one-time link; the password must still be known, so that the link alone opens nothing. */
export function resetRoutes({ store, access, passwords, now }: RightsParts): Router {
  const router = Router();
  router.get(rightsPaths.reset, access.guard("anyone"), async (request, response) => {
    const found = await store.readReset(String(request.get("x-reset") ?? ""), now());
    if (found === undefined) throw new AppError("not-found");
    const { secret, qr } = await drawnSecret(found.member.login);
    response.json(Reset.parse({ name: found.member.name, secret, qr }));
  });
  router.post(rightsPaths.reset, access.guard("anyone"), async (request, response) => {
    const { token, password, secret, code } = NewFactor.parse(request.body);
    const found = await store.readReset(token, now());
    if (found === undefined) throw new AppError("not-found");
    await countAttempts({ store, now }, found.member.login, request.ip ?? "");
    const step = stepOfCode(secret, code, now());
    if (!(await passwords.matches(found.passwordHash, password)) || step === undefined) throw new AppError("wrong-sign-in");
    if (!(await store.resetSecondFactor(token, secret, now()))) throw new AppError("not-found");
    await store.useTotpStep(found.member.id, step);
    await store.clearAttempts(`login ${found.member.login}`);
    await beginSession({ store, access, now }, { staff: found.member.id }, { req: request, res: response });
    response.json(described(found.member));
  });
  return router;
}
