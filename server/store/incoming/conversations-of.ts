import type { Transaction } from "kysely";
import type { Instant } from "../store.ts";
import type { Base, Tables } from "../tables.ts";

/** One person on one channel and account, and what they have just written. */
export interface Writer {
  readonly channel: string;
  readonly account: string;
  readonly sender: string;
  /** The store's name for them. */
  readonly hash: string;
  readonly at: Instant;
  /** How many messages. */
  readonly count: number;
  /** When they were last in touch. */
  readonly contactAt: Instant;
}

export interface Found {
  readonly id: string;
  readonly key: string;
  readonly lastAt: Instant;
  /** Begun just now, with what they have written counted already. */
  readonly isNew: boolean;
}

/** After so long a silence the bot says again what it is. */
export const longPauseMs = 12 * 3_600_000;

/** The conversation of each of these people, each named once, by their hash; begun where there is none. */
export async function conversationsOf(
  base: Base,
  transaction: Transaction<Tables>,
  writers: readonly Writer[],
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const some of Map.groupBy(writers, ({ channel, account }) => `${channel}\n${account}`).values())
    for (const [hash, conversation] of await living(transaction, some)) found.set(hash, conversation);
  // In one order everywhere, so that two processes do not wait for one another.
  const fresh = writers.filter(({ hash }) => !found.has(hash)).sort((one, other) => (one.hash < other.hash ? -1 : 1));
  if (fresh.length === 0) return found;
  const rows = fresh.map((writer) => rowOf(base, writer));
  await transaction.insertInto("conversations").values(rows).execute();
  for (const { id, data_key: key, last_at: lastAt, sender_hash } of rows) found.set(sender_hash, { id, key, lastAt, isNew: true });
  return found;
}

async function living(transaction: Transaction<Tables>, writers: readonly Writer[]): Promise<readonly (readonly [string, Found])[]> {
  const [{ channel, account } = { channel: "", account: "" }] = writers;
  const rows = await transaction
    .selectFrom("conversations")
    .select(["id", "data_key", "last_at", "sender_hash"])
    .where("channel", "=", channel)
    .where("account", "=", account)
    .where(
      "sender_hash",
      "in",
      writers.map(({ hash }) => hash),
    )
    .where("erased_at", "is", null)
    .execute();
  return rows.flatMap(({ id, data_key: key, last_at: lastAt, sender_hash }) =>
    key === null ? [] : [[sender_hash, { id, key, lastAt, isNew: false }] as const],
  );
}

function rowOf({ seal, newId }: Base, { channel, account, sender, hash, at, count, contactAt }: Writer) {
  const key = seal.newKey();
  const zeros = { lease_epoch: 0, lease_until: 0, retry_at: 0, paused_until: 0, outside_at: 0 };
  const who = { id: newId(), channel, account, sender_hash: hash, sender: seal.lock(key, sender), data_key: key };
  return {
    ...zeros,
    ...who,
    last_sequence: count,
    last_incoming_at: contactAt,
    last_at: at,
    introduce: 1,
    forget_at: null,
    erased_at: null,
    interview: null,
  };
}
