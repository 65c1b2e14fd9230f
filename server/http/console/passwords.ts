import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../../errors.ts";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown login (no hash) as for a known one. */
  matches(hashed: string | undefined, password: string): Promise<boolean>;
}

const atOnce = 2;
const longestQueue = 8;

/** Argon2id, a few at a time: hashing costs memory and a core, and strangers can ask for it. */
export async function openPasswords(): Promise<Passwords> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const nobody = await hash("nobody has this password");
  return {
    hash: (password) => inTurn(() => hash(password)),
    async matches(hashed, password) {
      const right = await inTurn(() => verify(hashed ?? nobody, password));
      return right && hashed !== undefined;
    },
  };

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= longestQueue) throw new AppError("unavailable");
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }
}
