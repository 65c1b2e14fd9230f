import { Router } from "express";
import { qrPicture } from "../../cards/qr-code.ts";
import { AppError } from "../../errors.ts";
import { describeFault, type Log } from "../../log.ts";
import { checkProof } from "../../rights/check-proof.ts";
import type { StaffMember } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import { consolePaths } from "../paths.ts";
import { Enrol, Invited, Me, SignIn } from "../wire.ts";
import type { Access } from "./access.ts";
import { beginSession } from "./begin-session.ts";
import { countAttempts } from "./count-attempts.ts";
import { newSecret, stepOfCode } from "./one-time-codes.ts";
import type { Passwords } from "./passwords.ts";

export interface SigningIn {
  readonly store: Store;
  readonly access: Access;
  readonly passwords: Passwords;
  readonly log: Log;
  readonly now: () => number;
}

const strangers = { by: "stranger", act: "sign-in-failed" } as const;

/** Enrolment by a one-time link, sign-in with password and code, sign-out. */
export function signInRoutes({ store, access, passwords, log, now }: SigningIn): Router {
  const router = Router();
  router.get(consolePaths.invitation, access.guard("anyone"), async (request, response) => {
    const role = await store.readInvitation(String(request.get("x-invitation") ?? ""), now());
    if (role === undefined) throw new AppError("not-found");
    response.json(Invited.parse({ role, ...(await drawnSecret("console")) }));
  });

  router.post(consolePaths.invitation, access.guard("anyone"), async (request, response) => {
    const { token, login, name, password, secret, code } = Enrol.parse(request.body);
    if ((await store.readInvitation(token, now())) === undefined) throw new AppError("not-found");
    const step = stepOfCode(secret, code, now());
    if (step === undefined) throw new AppError("wrong-sign-in");
    const member = await store.addStaff(token, { login, name, passwordHash: await passwords.hash(password), totpSecret: secret }, now());
    if (member === undefined) throw new AppError("login-taken");
    await store.useTotpStep(member.id, step);
    await beginSession({ store, access, now }, { staff: member.id, expected: true }, { req: request, res: response });
    response.status(201).json(described(member));
  });

  router.post(consolePaths.session, access.guard("anyone"), async (request, response) => {
    const { login, ...shown } = SignIn.parse(request.body);
    const attempts = await countAttempts({ store, now }, login, request.ip ?? "");
    const found = await store.findStaff(login);
    if (!(await checkProof({ store, passwords, now }, found, shown)) || found === undefined) {
      // Not waited for: the answer takes as long for a login that nobody has.
      if (found) void store.noteAct({ ...strangers, object: ["member", found.member.id], detail: { attempts }, at: now() }).catch(failed);
      throw new AppError("wrong-sign-in");
    }
    await store.clearAttempts(`login ${login}`);
    const old = access.tokenOf(request);
    if (old !== undefined) await store.endSession(old);
    await beginSession({ store, access, now }, { staff: found.member.id }, { req: request, res: response });
    response.json(described(found.member));
  });

  router.delete(consolePaths.session, access.guard("anyone"), async (request, response) => {
    const token = access.tokenOf(request);
    if (token !== undefined) await store.endSession(token, now());
    access.clearCookie(response);
    response.status(204).end();
  });
  return router;

  function failed(fault: unknown): void {
    log.error(describeFault(fault), "a failed sign-in could not be noted");
  }
}

/** A new second factor, also as a picture to be scanned. */
export async function drawnSecret(label: string): Promise<{ readonly secret: string; readonly otpauth: string; readonly qr: string }> {
  const { secret, otpauth } = newSecret(label);
  return { secret, otpauth, qr: await qrPicture(otpauth) };
}

export function described({ id, login, name, role }: StaffMember): Me {
  return Me.parse({ id, login, name, role });
}
