import { AppError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";

const windowMs = 15 * 60_000;
const attemptsPerLogin = 10;
const attemptsPerAddress = 50;

export interface Attempting {
  readonly store: Pick<Store, "countAttempt">;
  readonly now: () => number;
}

/** Counts first, also those made at once; beyond the bounds nobody gets a further try. Gives the how manyth it is for this login. */
export async function countAttempts({ store, now }: Attempting, login: string, address: string): Promise<number> {
  const since = now() - windowMs;
  const byLogin = await store.countAttempt(`login ${login}`, now(), since);
  const byAddress = await store.countAttempt(`address ${address}`, now(), since);
  if (byLogin > attemptsPerLogin || byAddress > attemptsPerAddress) throw new AppError("too-many");
  return byLogin;
}
