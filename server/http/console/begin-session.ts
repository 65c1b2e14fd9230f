import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { deviceInWords } from "../../rights/device-in-words.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "./access.ts";

export interface Beginning {
  readonly store: Pick<Store, "beginSession">;
  readonly access: Access;
  readonly now: () => number;
}

export interface BeginningFor {
  readonly staff: string;
  /** They have just made their account with this browser. */
  readonly expected?: true;
}

/** Signs a browser in; the member is told in their console when it is one they never used. */
export async function beginSession(
  { store, access, now }: Beginning,
  { staff, expected }: BeginningFor,
  { req: request, res: response }: { readonly req: Request; readonly res: Response },
): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const known = access.deviceOf(request);
  const deviceToken = known !== undefined && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString("base64url");
  const device = deviceInWords(request.get("user-agent") ?? "");
  await store.beginSession({ token, staff, device, deviceToken, ...(expected && { expected }), at: now() });
  access.setCookie(response, token);
  access.setDevice(response, deviceToken);
}
