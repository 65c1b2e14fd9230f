import type { Request, RequestHandler, Response } from "express";
import { AppError } from "../../errors.ts";
import type { Role, Session, StaffMember } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import { endRevoked } from "./end-revoked.ts";

export const sessionLimits = { idleMs: 15 * 60_000, absoluteMs: 12 * 3_600_000 } as const;
const { idleMs, absoluteMs } = sessionLimits;
/** So long ago password and code may have been shown for what asks for them anew. */
const recentMs = 5 * 60_000;
const deviceKnownMs = 180 * 86_400_000;

export type Who = "anyone" | readonly Role[];

export interface Access {
  /**
   * Lets a request through only when its session's role is among `who`; unsafe methods must come from our own pages.
   * `proved`: password and code must have been shown within the last five minutes. A stream ends when its session does.
   */
  guard(who: Who, proof?: "proved"): RequestHandler;
  sessionOf(request: Request): Promise<Session | undefined>;
  setCookie(response: Response, token: string): void;
  clearCookie(response: Response): void;
  tokenOf(request: Request): string | undefined;
  /** What a browser that signed in before keeps, to be known again. */
  deviceOf(request: Request): string | undefined;
  setDevice(response: Response, token: string): void;
}

export function openAccess({
  store,
  publicUrl,
  now,
}: {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => number;
}): Access {
  const secure = publicUrl.startsWith("https:");
  const [cookie, deviceCookie] = secure ? ["__Host-sid", "__Host-device"] : ["sid", "device"];
  const { origin } = new URL(publicUrl);
  const options = { httpOnly: true, secure, sameSite: "strict", path: "/" } as const;
  const cookieOf = (request: Request, wanted: string | undefined) => {
    const pairs = (request.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
    return pairs.find(([name]) => name === wanted)?.[1];
  };
  const tokenOf = (request: Request) => cookieOf(request, cookie);
  const watched = endRevoked({ store, now, limits: sessionLimits });
  const sessionOf = async (request: Request) => {
    const token = tokenOf(request);
    return token === undefined ? undefined : await store.useSession(token, now(), idleMs, absoluteMs);
  };
  return {
    tokenOf,
    sessionOf,
    setCookie: (response, token) => void response.cookie(String(cookie), token, { ...options, maxAge: absoluteMs }),
    clearCookie: (response) => void response.clearCookie(String(cookie), options),
    deviceOf: (request) => cookieOf(request, deviceCookie),
    setDevice: (response, token) => void response.cookie(String(deviceCookie), token, { ...options, maxAge: deviceKnownMs }),
    guard: (who, proof) => async (request, response, next) => {
      response.set("Cache-Control", "no-store");
      if (!["GET", "HEAD"].includes(request.method)) refuseForeign(request, origin);
      if (who === "anyone") return next();
      const session = await sessionOf(request);
      if (session === undefined) throw new AppError("not-signed-in");
      Object.assign(response.locals, { staff: session.staff, session });
      if (!who.includes(session.staff.role)) throw new AppError("not-allowed");
      if (proof === "proved" && session.provedAt <= now() - recentMs) throw new AppError("prove-again");
      watched(response, { token: tokenOf(request) ?? "", who });
      next();
    },
  };
}

/** A page of another site cannot set these: the browser writes Origin, and JSON from elsewhere would be asked for first. */
function refuseForeign(request: Request, origin: string): void {
  const from = request.get("origin");
  const same = from === origin || (from !== undefined && URL.canParse(from) && new URL(from).host === request.get("host"));
  if (!same) throw new AppError("not-allowed");
  if (!request.is("application/json")) throw new AppError("unsupported-type");
}

/** Who the guard of a route has let through. */
export function staffOf(response: Response): StaffMember {
  return response.locals.staff as StaffMember;
}
