import { MessageId } from "../../bot/message.ts";
import type { Remembered, Store } from "../../server/store/store.ts";
import type { OpenedStore } from "./database.ts";
import type { Life } from "./instance.ts";
import type { World } from "./world.ts";

/** A mistake somebody could make, put around the store: the checker must find it. */
export interface Plant {
  readonly store?: (opened: OpenedStore, around: { readonly world: World; readonly life: Life }) => Store;
}

export const planted = {
  /** Says "stored" first and stores afterwards. */
  "acknowledged before it is stored": {
    store: ({ store }, { world, life }) => {
      let count = 0;
      return {
        ...store,
        rememberMessages: async (channel, messages, at) => {
          world.after(300, () => void store.rememberMessages(channel, messages, at).catch(() => undefined), life);
          return messages.map((): Remembered => {
            count += 1;
            return {
              kind: "new",
              conversation: `unknown-${life.name}` as never,
              message: MessageId.parse(`unknown-${life.name}-${count}`),
            };
          });
        },
      };
    },
  },
  /** Takes an unknown outcome for a failure. */
  "sent again without asking whether it arrived": {
    store: ({ store, database }) => ({
      ...store,
      recordDelivery: (id, result, at, retryAt) =>
        store.recordDelivery(id, result.kind === "unknown" ? { kind: "try-later", why: result.why } : result, at, retryAt),
      settleInterruptedDeliveries: async (startedBefore) => {
        const again = database.updateTable("deliveries").set({ state: "queued" }).where("state", "=", "sending");
        await again.where("started_at", "<", startedBefore).execute();
        return 0;
      },
    }),
  },
  /** Looks whether a message is there, then writes it, with no unique index to stop the second of two. */
  "no unique id of a message": {
    store: ({ store, database }, { life, world }) => {
      let count = 0;
      return {
        ...store,
        rememberMessages: async (channel, messages, at) => {
          const remembered: Remembered[] = [];
          for (const message of messages) {
            const like = `${message.providerId}%`;
            const seen = await database
              .selectFrom("messages")
              .select("conversation_id")
              .where("provider_id", "like", like)
              .executeTakeFirst();
            await world.sleep(5, life);
            count += 1;
            const copy = { ...message, providerId: `${message.providerId}#${life.name}${count}` };
            if (seen) remembered.push({ kind: "seen", conversation: seen.conversation_id as never });
            else remembered.push(...(await store.rememberMessages(channel, [copy], at)));
          }
          return remembered;
        },
      };
    },
  },
  /** Writes a turn whether or not another process has the conversation by now; leases are short, so that it often has. */
  "a lease nobody checks": {
    store: ({ store, database }) => ({
      ...store,
      takeWork: (at) => store.takeWork(at, 300),
      saveTurn: async (turn) => {
        const row = await database
          .selectFrom("conversations")
          .select("lease_epoch")
          .where("id", "=", turn.lease.conversation)
          .executeTakeFirst();
        return await store.saveTurn({ ...turn, lease: { ...turn.lease, epoch: row?.lease_epoch ?? turn.lease.epoch } });
      },
    }),
  },
  /** Does not look whether a counsellor has the conversation. */
  "the bot speaks while a counsellor does": {
    store: ({ store }) => ({
      ...store,
      takeWork: async (at, leaseMs) => {
        const work = await store.takeWork(at, leaseMs);
        return work && { ...work, conversation: { ...work.conversation, speaker: { kind: "bot" } } };
      },
    }),
  },
} as const satisfies Readonly<Record<string, Plant>>;
