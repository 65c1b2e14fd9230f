import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";

const validMs = 3 * 86_400_000;

export interface Inviting {
  readonly role: Role;
  readonly at: number;
  /** Who invites; absent = the program itself, for the first administrator. */
  readonly by?: string;
  /** 32 fresh random bytes. */
  readonly random: Buffer;
  readonly publicUrl: string;
}

/** A link that works once. Its token stands behind #, so that it reaches no log. */
export async function invite(store: Store, { role, at, random, publicUrl, by = "program" }: Inviting): Promise<string> {
  const token = random.toString("base64url");
  await store.addInvitation(token, role, at + validMs, { by, at });
  return `${publicUrl}/console#moi=${token}`;
}
