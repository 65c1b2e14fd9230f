import type { Request, RequestHandler, Response } from "express";
import { AppError } from "../../errors.ts";
import type { Role, Session } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";

const idleMs = 15 * 60_000;
const absoluteMs = 12 * 3_600_000;

export type Who = "anyone" | readonly Role[];

export interface Access {
  /** Lets a request through only when its session's role is among `who`; unsafe methods must come from our own pages. */
  guard(who: Who): RequestHandler;
  sessionOf(request: Request): Promise<Session | undefined>;
  setCookie(response: Response, token: string): void;
  clearCookie(response: Response): void;
  tokenOf(request: Request): string | undefined;
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
  const cookie = secure ? "__Host-sid" : "sid";
  const { origin } = new URL(publicUrl);
  const options = { httpOnly: true, secure, sameSite: "strict", path: "/" } as const;
  const tokenOf = (request: Request) => {
    const pairs = (request.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
    return pairs.find(([name]) => name === cookie)?.[1];
  };
  const sessionOf = async (request: Request) => {
    const token = tokenOf(request);
    return token === undefined ? undefined : await store.useSession(token, now(), idleMs, absoluteMs);
  };
  return {
    tokenOf,
    sessionOf,
    setCookie: (response, token) => void response.cookie(cookie, token, { ...options, maxAge: absoluteMs }),
    clearCookie: (response) => void response.clearCookie(cookie, options),
    guard: (who) => async (request, response, next) => {
      response.set("Cache-Control", "no-store");
      if (!["GET", "HEAD"].includes(request.method)) refuseForeign(request, origin);
      if (who === "anyone") return next();
      const session = await sessionOf(request);
      if (session === undefined) throw new AppError("not-signed-in");
      if (!who.includes(session.staff.role)) throw new AppError("not-allowed");
      response.locals.staff = session.staff;
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
