import type { Delivery } from "../../channels/channel.ts";
import { OutgoingMessage } from "../../outgoing.ts";
import type { Store } from "../store.ts";
import type { Base } from "../tables.ts";
import { openEscalation, speakerOf } from "./speaker.ts";

/** How long an unknown outcome waits for the provider to show us our own message. */
const echoMs = 60_000;

export function deliveryVerbs(
  base: Base,
): Pick<Store, "takeDeliveries" | "recordDelivery" | "settleInterruptedDeliveries" | "confirmDelivery"> {
  const { database, seal } = base;
  return {
    async takeDeliveries(channel, at, limit) {
      const due = await database
        .selectFrom("deliveries as mine")
        .select("id")
        .where("channel", "=", channel)
        .where("due_at", "<=", at)
        .where("state", "in", ["queued", "unknown"])
        .where(({ eb, or }) => or([eb("state", "=", "queued"), eb("from_counsellor", "=", 1)]))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("deliveries as earlier")
                .select("earlier.id")
                .whereRef("earlier.conversation_id", "=", "mine.conversation_id")
                .whereRef("earlier.sequence", "<", "mine.sequence")
                .where(({ eb, and, or }) =>
                  or([
                    eb("earlier.state", "in", ["queued", "sending"]),
                    and([eb("earlier.state", "=", "unknown"), eb("earlier.due_at", ">", at)]),
                    and([eb("earlier.state", "=", "unknown"), eb("earlier.from_counsellor", "=", 1)]),
                  ]),
                ),
            ),
          ),
        )
        .orderBy("due_at")
        .limit(limit)
        .execute();
      const taken: Delivery[] = [];
      for (const { id } of due) {
        const delivery = await take(id, at);
        if (delivery) taken.push(delivery);
      }
      return taken;
    },
    async recordDelivery(id, result, at, retryAt) {
      const set = () => {
        if (result.kind === "sent") return { state: "sent" as const, provider_id: result.providerId ?? null, reason: null };
        if (result.kind === "try-later") return { state: "queued" as const, due_at: retryAt ?? at, reason: result.why };
        if (result.kind === "unknown") return { state: "unknown" as const, due_at: retryAt ?? at + echoMs, reason: result.why };
        return { state: "undeliverable" as const, reason: result.why };
      };
      await database.updateTable("deliveries").set(set()).where("id", "=", id).where("state", "=", "sending").execute();
    },
    async settleInterruptedDeliveries(startedBefore) {
      const settled = await database
        .updateTable("deliveries")
        .set({ state: "unknown", reason: "interrupted", due_at: startedBefore + echoMs })
        .where("state", "=", "sending")
        .where("started_at", "<", startedBefore)
        .executeTakeFirst();
      return Number(settled.numUpdatedRows);
    },
    async confirmDelivery(id, providerId) {
      await database
        .updateTable("deliveries")
        .set({ state: "sent", provider_id: providerId })
        .where("id", "=", id)
        .where("state", "in", ["sending", "unknown"])
        .execute();
    },
  };

  async function take(id: string, at: number): Promise<Delivery | undefined> {
    const row = await database
      .updateTable("deliveries")
      .set((of) => ({ state: "sending" as const, started_at: at, attempt: of("attempt", "+", 1) }))
      .where("id", "=", id)
      .where("state", "in", ["queued", "unknown"])
      .where("due_at", "<=", at)
      .returning(["message_id", "conversation_id", "attempt"])
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const {
      account,
      sender,
      data_key,
      last_incoming_at: lastIncomingAt,
      paused_until,
    } = await database
      .selectFrom("conversations")
      .select(["account", "sender", "data_key", "last_incoming_at", "paused_until"])
      .where("id", "=", row.conversation_id)
      .executeTakeFirstOrThrow();
    const message = await database.selectFrom("messages").select(["body", "at"]).where("id", "=", row.message_id).executeTakeFirstOrThrow();
    if (data_key === null || sender === null || message.body === null) {
      await database.updateTable("deliveries").set({ state: "undeliverable", reason: "erased" }).where("id", "=", id).execute();
      return undefined;
    }
    const speaker = speakerOf(await openEscalation(database, row.conversation_id), paused_until, at).kind;
    const piece = OutgoingMessage.parse(JSON.parse(seal.open(data_key, message.body)));
    const common = { id, account, recipient: seal.open(data_key, sender), piece, attempt: row.attempt };
    return { ...common, lastIncomingAt, at, since: message.at, speaker };
  }
}
