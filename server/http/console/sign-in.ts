import { randomBytes } from "node:crypto";
import { Router } from "express";
import { qrPicture } from "../../cards/qr-code.ts";
import { AppError } from "../../errors.ts";
import type { StaffMember } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import { consolePaths } from "../paths.ts";
import { Enrol, Invited, Me, SignIn } from "../wire.ts";
import type { Access } from "./access.ts";
import { newSecret, stepOfCode } from "./one-time-codes.ts";
import type { Passwords } from "./passwords.ts";

export interface SigningIn {
  readonly store: Store;
  readonly access: Access;
  readonly passwords: Passwords;
  readonly now: () => number;
}

const windowMs = 15 * 60_000;
const attemptsPerLogin = 10;
const attemptsPerAddress = 50;

/** Enrolment by a one-time link, sign-in with password and code, sign-out. */
export function signInRoutes({ store, access, passwords, now }: SigningIn): Router {
  const router = Router();
  router.get(consolePaths.invitation, access.guard("anyone"), async (request, response) => {
    const role = await store.readInvitation(String(request.get("x-invitation") ?? ""), now());
    if (role === undefined) throw new AppError("not-found");
    const { secret, otpauth } = newSecret("console");
    response.json(Invited.parse({ role, secret, otpauth, qr: await qrPicture(otpauth) }));
  });

  router.post(consolePaths.invitation, access.guard("anyone"), async (request, response) => {
    const { token, login, name, password, secret, code } = Enrol.parse(request.body);
    if ((await store.readInvitation(token, now())) === undefined) throw new AppError("not-found");
    const step = stepOfCode(secret, code, now());
    if (step === undefined) throw new AppError("wrong-sign-in");
    const member = await store.addStaff(token, { login, name, passwordHash: await passwords.hash(password), totpSecret: secret }, now());
    if (member === undefined) throw new AppError("login-taken");
    await store.useTotpStep(member.id, step);
    access.setCookie(response, await newSession(member.id));
    response.status(201).json(described(member));
  });

  router.post(consolePaths.session, access.guard("anyone"), async (request, response) => {
    const { login, password, code } = SignIn.parse(request.body);
    await countAttempts({ store, now }, login, request.ip ?? "");
    const found = await store.findStaff(login);
    const matches = await passwords.matches(found?.passwordHash, password);
    const step = found && stepOfCode(found.totpSecret, code, now());
    if (!matches || found === undefined || step === undefined || !(await store.useTotpStep(found.member.id, step)))
      throw new AppError("wrong-sign-in");
    await store.clearAttempts(`login ${login}`);
    const old = access.tokenOf(request);
    if (old !== undefined) await store.endSession(old);
    access.setCookie(response, await newSession(found.member.id));
    response.json(described(found.member));
  });

  router.delete(consolePaths.session, access.guard("anyone"), async (request, response) => {
    const token = access.tokenOf(request);
    if (token !== undefined) await store.endSession(token);
    access.clearCookie(response);
    response.status(204).end();
  });
  return router;

  async function newSession(staff: string): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await store.addSession(token, staff, now());
    return token;
  }
}

async function countAttempts({ store, now }: Pick<SigningIn, "store" | "now">, login: string, address: string): Promise<void> {
  const since = now() - windowMs;
  const byLogin = await store.countAttempt(`login ${login}`, now(), since);
  const byAddress = await store.countAttempt(`address ${address}`, now(), since);
  if (byLogin > attemptsPerLogin || byAddress > attemptsPerAddress) throw new AppError("too-many");
}

export function described({ id, login, name, role }: StaffMember): Me {
  return Me.parse({ id, login, name, role });
}
