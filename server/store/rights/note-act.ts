import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Base, Tables } from "../tables.ts";
import type { Act } from "./acts.ts";

const harmless = /^[A-Za-z0-9._:/@+-]{0,120}$/;

/**
 * Writes one act into the audit log, in the transaction that does it: both are there, or neither. Call it last: from here to the
 * commit everybody else who notes something waits, and whoever took the log first and another row afterwards could wait for ever.
 */
export async function noteAct({ seal }: Pick<Base, "seal">, transaction: Transaction<Tables>, act: Act): Promise<void> {
  const head = await transaction
    .updateTable("audit_head")
    .set((of) => ({ sequence: of("sequence", "+", 1) }))
    .where("id", "=", 1)
    .returning(["sequence", "hash"])
    .executeTakeFirstOrThrow();
  const row = rowOf(act, head.sequence);
  const hash = linkOf(seal, row, head.hash);
  await transaction
    .insertInto("audit")
    .values({ ...row, hash })
    .execute();
  await transaction.updateTable("audit_head").set({ hash }).where("id", "=", 1).execute();
}

type Row = Omit<Tables["audit"], "hash">;

/** Depends on everything before it and on our key: nobody who can only write to the database makes a fitting one. */
export function linkOf(seal: Base["seal"], { sequence, at, actor, act, object, object_id, detail }: Row, before: string): string {
  const text = JSON.stringify([before, sequence, at, actor, act, object, object_id, detail]);
  return seal.fingerprint(`audit\n${createHash("sha256").update(text).digest("base64url")}`);
}

function rowOf({ by, act, object: [object, object_id] = ["", ""], detail = {}, at }: Act, sequence: number): Row {
  for (const value of [by, object, object_id, ...Object.keys(detail), ...Object.values(detail)])
    if (typeof value === "string" && !harmless.test(value)) throw new Error(`what is noted of “${act}” must be ids, kinds and numbers`);
  return { sequence, at, actor: by, act, object, object_id, detail: JSON.stringify(detail) };
}
