import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";

const validMs = 3 * 86_400_000;

export interface Inviting {
  readonly role: Role;
  readonly at: number;
  /** 32 fresh random bytes. */
  readonly random: Buffer;
  readonly publicUrl: string;
}

/** A link that works once. Its token stands behind #, so that it reaches no log. */
export async function invite(store: Store, { role, at, random, publicUrl }: Inviting): Promise<string> {
  const token = random.toString("base64url");
  await store.addInvitation(token, role, at + validMs);
  return `${publicUrl}/console#moi=${token}`;
}
