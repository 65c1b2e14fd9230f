import type { Transaction } from "kysely";
import type { OutgoingMessage } from "../../outgoing.ts";
import type { Instant } from "../store.ts";
import type { Base, Tables } from "../tables.ts";

export interface Saying {
  readonly conversation: string;
  readonly says: readonly OutgoingMessage[];
  readonly at: Instant;
  readonly outcome?: string;
  readonly entries?: readonly string[];
  readonly trace?: unknown;
  /** Makes a repeat of a counsellor's message harmless. */
  readonly providerId?: string;
  /** It has been said by others already, or is for our own eyes: no provider carries it. */
  readonly carriedByNobody?: true;
}

/** Adds what we say to a conversation: the message, and its delivery where a provider carries it. */
export async function say({ seal, newId, carried }: Base, transaction: Transaction<Tables>, saying: Saying): Promise<void> {
  const { conversation, says, at, outcome, entries, trace, providerId, carriedByNobody } = saying;
  if (says.length === 0) return;
  const counted = await transaction
    .updateTable("conversations")
    .set((of) => ({ last_sequence: of("last_sequence", "+", says.length), last_at: at, introduce: 0 }))
    .where("id", "=", conversation)
    .where("erased_at", "is", null)
    .returning(["last_sequence", "channel", "account", "data_key"])
    .executeTakeFirst();
  const key = counted?.data_key;
  if (counted === undefined || key == null) return;
  for (const [position, piece] of says.entries()) {
    const id = newId();
    const sequence = counted.last_sequence - says.length + 1 + position;
    const last = position === says.length - 1;
    await transaction
      .insertInto("messages")
      .values({
        id,
        conversation_id: conversation,
        sequence,
        from_person: 0,
        channel: counted.channel,
        account: counted.account,
        provider_id: providerId ?? null,
        body: seal.lock(key, JSON.stringify(piece)),
        author: piece.from,
        sent_at: at,
        at,
        handled_at: at,
        attempts: 0,
        outcome: outcome ?? null,
        entries: last && entries ? JSON.stringify(entries) : null,
        trace: last && trace ? JSON.stringify(trace) : null,
      })
      .execute();
    if (carriedByNobody || !carried.has(counted.channel)) continue;
    await transaction
      .insertInto("deliveries")
      .values({
        id: newId(),
        message_id: id,
        conversation_id: conversation,
        channel: counted.channel,
        sequence,
        from_counsellor: piece.from === "counsellor" ? 1 : 0,
        state: "queued",
        attempt: 0,
        due_at: at,
        started_at: null,
        provider_id: null,
        reason: null,
      })
      .execute();
  }
}
