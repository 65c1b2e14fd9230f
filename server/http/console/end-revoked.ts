import type { Response } from "express";
import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";

export interface Revoking {
  readonly store: Pick<Store, "checkSessions">;
  readonly now: () => number;
  readonly limits: { readonly idleMs: number; readonly absoluteMs: number };
}

export interface Watched {
  readonly token: string;
  readonly who: readonly Role[];
}

const lookEveryMs = 2_000;

/**
 * Answers that stay open (streams) end within seconds once their session or its role is gone, wherever that was decided.
 * An answer that is given before the first look costs nothing.
 */
export function endRevoked({ store, now, limits }: Revoking): (response: Response, watched: Watched) => void {
  const open = new Map<Response, Watched>();
  let looking = false;
  const look = async () => {
    const looked = [...open];
    // Without the database nobody can be refused; the next look comes soon.
    const roles = await store
      .checkSessions([...new Set(looked.map(([, { token }]) => token))], { at: now(), ...limits })
      .catch(() => undefined);
    for (const [response, { token, who }] of looked) {
      const role = roles?.get(token);
      if (roles !== undefined && (role === undefined || !who.includes(role))) response.end();
    }
    looking = false;
    lookLater();
  };
  const lookLater = () => {
    if (looking || open.size === 0) return;
    looking = true;
    setTimeout(() => void look(), lookEveryMs).unref();
  };
  return (response, watched) => {
    if (response.destroyed) return;
    open.set(response, watched);
    response.once("close", () => open.delete(response));
    lookLater();
  };
}
