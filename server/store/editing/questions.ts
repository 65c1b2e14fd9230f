import { z } from "zod";
import type { Base } from "../tables.ts";
import type { EditingStore } from "./editing-store.ts";

const Traced = z.object({ understood: z.string(), candidates: z.array(z.object({ entry: z.string() })) });

/** What was asked and not answered: read where it stands, so that it goes when the conversation goes. */
export function questionVerbs({ database }: Base): Pick<EditingStore, "listClosedCases" | "listUnanswered"> {
  const nearestIn = async (conversations: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
    if (conversations.length === 0) return new Map();
    const rows = await database
      .selectFrom("messages")
      .select(["conversation_id", "trace"])
      .where("conversation_id", "in", [...conversations])
      .where("trace", "is not", null)
      .orderBy("sequence")
      .execute();
    return new Map(rows.map(({ conversation_id, trace }) => [conversation_id, candidatesIn(trace)]));
  };
  return {
    async listClosedCases(since, limit) {
      const rows = await database
        .selectFrom("escalations")
        .innerJoin("conversations", "conversations.id", "escalations.conversation_id")
        .selectAll("escalations")
        .where("escalations.state", "=", "closed")
        .where("escalations.why", "in", ["answered", "referred"])
        .where("closed_at", ">=", since)
        .where("erased_at", "is", null)
        .orderBy("closed_at", "desc")
        .limit(limit)
        .execute();
      const nearest = await nearestIn(rows.map(({ conversation_id }) => conversation_id));
      return rows.map(({ conversation_id, channel, reason, closed_at, staff_name }) => ({
        conversation: conversation_id,
        channel,
        reason,
        closedAt: closed_at ?? 0,
        by: staff_name ?? "",
        nearest: nearest.get(conversation_id) ?? [],
      }));
    },
    async listUnanswered(since) {
      const rows = await database
        .selectFrom("messages")
        .select(["conversation_id", "at", "outcome", "trace"])
        .where("at", ">=", since)
        .where("from_person", "=", 0)
        .where("outcome", "in", ["ask-back", "hand-over"])
        .where("trace", "is not", null)
        .orderBy("at", "desc")
        .execute();
      return rows.flatMap(({ conversation_id, at, outcome, trace }) => {
        const read = Traced.safeParse(JSON.parse(trace ?? "null"));
        if (!read.success || read.data.understood !== "question") return [];
        const kind = outcome === "ask-back" ? ("ask-back" as const) : ("hand-over" as const);
        return [{ conversation: conversation_id, at, outcome: kind, nearest: read.data.candidates[0]?.entry }];
      });
    },
  };
}

function candidatesIn(trace: string | null): readonly string[] {
  const read = Traced.safeParse(JSON.parse(trace ?? "null"));
  return read.success ? read.data.candidates.map(({ entry }) => entry) : [];
}
