import { stepOfCode } from "../http/console/one-time-codes.ts";
import type { Passwords } from "../http/console/passwords.ts";
import type { StaffSecrets } from "../store/staff-store.ts";
import type { Store } from "../store/store.ts";
import { plainRecoveryCode } from "./recovery-codes.ts";

export interface Proving {
  readonly store: Pick<Store, "useTotpStep" | "useRecoveryCode">;
  readonly passwords: Passwords;
  readonly now: () => number;
}

/** Password, and a code of the telephone or a recovery code, each good once. Takes as long for who is not known. */
export async function checkProof(
  { store, passwords, now }: Proving,
  found: StaffSecrets | undefined,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<boolean> {
  const matches = await passwords.matches(found?.passwordHash, password);
  if (!matches || found === undefined) return false;
  const recovery = plainRecoveryCode(code);
  if (recovery !== undefined) return await store.useRecoveryCode(found.member.id, recovery, now());
  const step = stepOfCode(found.totpSecret, code, now());
  return step !== undefined && (await store.useTotpStep(found.member.id, step));
}
