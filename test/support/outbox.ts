import type { Delivery, DeliveryResult } from "../../server/channels/channel.ts";
import type { Delivering } from "../../server/deliver.ts";
import type { OutgoingMessage } from "../../server/outgoing.ts";

export interface OutboxRow {
  readonly id: string;
  readonly conversation: string;
  readonly piece: OutgoingMessage;
  state: "queued" | "sending" | "unknown" | "sent" | "undeliverable";
  attempt: number;
  dueAt: number;
  startedAt: number;
}

/** The outbox of a store, in memory and by the contract: one piece of a conversation at a time, bot pieces at most once. */
export function openOutbox(): Delivering["store"] & {
  readonly rows: OutboxRow[];
  add(row: Pick<OutboxRow, "id" | "conversation"> & { from?: OutgoingMessage["from"] }): void;
} {
  const rows: OutboxRow[] = [];
  const waits = (row: OutboxRow, at: number) =>
    row.state === "queued" || row.state === "sending" || (row.state === "unknown" && (row.dueAt > at || row.piece.from === "counsellor"));
  const isDue = (row: OutboxRow, at: number) =>
    row.dueAt <= at && (row.state === "queued" || (row.state === "unknown" && row.piece.from === "counsellor"));
  return {
    rows,
    add: ({ id, conversation, from = "bot" }) => {
      const piece: OutgoingMessage = { from, parts: [{ outcome: "answer", text: id, citations: [], hotlines: [] }], choices: [] };
      rows.push({ id, conversation, piece, state: "queued", attempt: 0, dueAt: 0, startedAt: 0 });
    },
    takeDeliveries: async (_channel, at, limit) => {
      const first = rows.filter(
        (row, position) =>
          isDue(row, at) && !rows.slice(0, position).some((earlier) => earlier.conversation === row.conversation && waits(earlier, at)),
      );
      return first.slice(0, limit).map((row): Delivery => {
        Object.assign(row, { state: "sending", attempt: row.attempt + 1, startedAt: at });
        return {
          id: row.id,
          account: "page",
          recipient: row.conversation,
          piece: row.piece,
          attempt: row.attempt,
          lastIncomingAt: at,
          at,
          since: at,
          speaker: "bot",
        };
      });
    },
    recordDelivery: async (id, result, at, retryAt) => {
      const row = rows.find((each) => each.id === id);
      if (row?.state === "sending") Object.assign(row, { state: stateAfter(result), dueAt: retryAt ?? at });
    },
    settleInterruptedDeliveries: async (startedBefore) => {
      const interrupted = rows.filter((row) => row.state === "sending" && row.startedAt < startedBefore);
      for (const row of interrupted) Object.assign(row, { state: "unknown", dueAt: startedBefore + 60_000 });
      return interrupted.length;
    },
  };
}

function stateAfter({ kind }: DeliveryResult): OutboxRow["state"] {
  return kind === "try-later" ? "queued" : kind;
}
