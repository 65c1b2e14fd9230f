import type { RightsStore } from "../rights/rights-store.ts";
import type { Base, Tables } from "../tables.ts";

/** Everything kept about one conversation, in plain words and numbers. Who adds a table about conversations adds it here too. */
export function keptVerbs(base: Base): Pick<RightsStore, "readKept"> {
  const { database, seal } = base;
  return {
    async readKept(id) {
      const row = await database.selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirst();
      const key = row?.data_key;
      if (row === undefined || key == null) return undefined;
      const opened = (sealed: string | null) => (sealed === null ? null : seal.open(key, sealed));
      const messages = await database.selectFrom("messages").selectAll().where("conversation_id", "=", id).orderBy("sequence").execute();
      const deliveries = await database.selectFrom("deliveries").selectAll().where("conversation_id", "=", id).execute();
      const cases = await database.selectFrom("escalations").selectAll().where("conversation_id", "=", id).orderBy("opened_at").execute();
      const notes = await database.selectFrom("case_notes").selectAll().where("conversation_id", "=", id).orderBy("at").execute();
      const held = await database.selectFrom("held_answers").selectAll().where("conversation_id", "=", id).orderBy("at").execute();
      const requests = await database.selectFrom("data_requests").selectAll().where("conversation_id", "=", id).execute();
      return {
        conversation: {
          id,
          channel: row.channel,
          person: opened(row.sender),
          lastAt: when(row.last_at),
          interview: parsed(opened(row.interview)),
        },
        messages: messages.map((message) => messageOf(message, parsed(opened(message.body)))),
        deliveries: deliveries.map(({ sequence, state, reason }) => ({ sequence, state, reason })),
        cases: cases.map(({ opened_at, claimed_at, closed_at, reason, why, staff_name, state }) => ({
          openedAt: when(opened_at),
          claimedAt: when(claimed_at),
          closedAt: when(closed_at),
          reason,
          state,
          why,
          counsellor: staff_name,
        })),
        notes: notes.map(({ staff_name, at, body }) => ({ by: staff_name, at: when(at), text: opened(body) })),
        heldAnswers: held.map(({ staff_name, at, body, state }) => ({ by: staff_name, at: when(at), state, text: opened(body) })),
        requests: requests.map(({ kind, received_at, due, done_at, outcome, note }) => ({
          kind,
          receivedAt: when(received_at),
          due,
          doneAt: when(done_at),
          outcome,
          note: note === null ? null : seal.openOwn(note),
        })),
      };
    },
  };
}

function messageOf(message: Tables["messages"], content: unknown) {
  const { sequence, from_person, at, outcome, entries, trace } = message;
  return {
    sequence,
    from: from_person === 1 ? "person" : "us",
    at: when(at),
    content,
    outcome,
    entries: parsed(entries),
    trace: parsed(trace),
  };
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

function when(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
