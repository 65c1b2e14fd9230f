import { z } from "zod";
import type { MessengerConfig } from "../../config.ts";
import type { Repaired, Standing } from "../channel.ts";
import type { Graph } from "../messenger/graph.ts";

/** What we must be told of. https://developers.facebook.com/docs/messenger-platform/webhooks */
export const neededFields = [
  "messages",
  "messaging_postbacks",
  "messaging_referrals",
  "messaging_optins",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "standby",
  "messaging_handovers",
  "feed",
] as const;

/** Asked for like the others, missed by nobody: `feed` needs permissions that a Page may do without. */
const optional: readonly string[] = ["feed", "message_deliveries", "message_reads", "messaging_optins", "message_reactions"];

const Apps = z.object({ data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })) });
const Conversations = z.object({ data: z.array(z.object({ updated_time: z.string() })) });

/** Whether Meta knows our token, sends us what we need, and when anything last happened in the Page's inbox. */
export async function inspect({ pageId, appId }: MessengerConfig, graph: Graph, at: number): Promise<Standing> {
  const answer = await graph.call({ method: "GET", path: `${pageId}/subscribed_apps`, query: { fields: "id,subscribed_fields" }, at });
  if (answer.kind === "failed") {
    const { why } = answer.result;
    return "needs" in answer.result && answer.code !== undefined ? { kind: "refused", why } : { kind: "unreached", why };
  }
  const apps = Apps.safeParse(answer.json);
  if (!apps.success) return { kind: "unreached", why: "an answer of another shape" };
  const ours = apps.data.data.filter(({ id }) => appId === undefined || id === appId).flatMap(({ subscribed_fields }) => subscribed_fields);
  const missing =
    ours.length === 0 ? ["the app itself"] : neededFields.filter((field) => !optional.includes(field) && !ours.includes(field));
  return { kind: "standing", missing, lastActiveAt: await lastActive(pageId, graph, at) };
}

async function lastActive(pageId: string, graph: Graph, at: number): Promise<number | undefined> {
  const query = { platform: "messenger", fields: "updated_time", limit: "1" };
  const answer = await graph.call({ method: "GET", path: `${pageId}/conversations`, query, at });
  const newest = answer.kind === "done" ? Conversations.safeParse(answer.json).data?.data[0]?.updated_time : undefined;
  const time = newest === undefined ? Number.NaN : Date.parse(newest.replace(/\+0000$/, "Z"));
  return Number.isNaN(time) ? undefined : time;
}

/** Subscribes the app to the Page anew: with everything, or with what it may have. */
export async function subscribe({ pageId }: MessengerConfig, graph: Graph, at: number): Promise<Repaired> {
  const ask = (fields: readonly string[]) =>
    graph.call({ method: "POST", path: `${pageId}/subscribed_apps`, body: { subscribed_fields: fields.join(",") }, at });
  const all = await ask(neededFields);
  // Without the permissions for comments Meta refuses the whole list.
  const answer =
    all.kind === "failed" && all.result.kind === "undeliverable" ? await ask(neededFields.filter((field) => field !== "feed")) : all;
  return answer.kind === "done" ? { kind: "repaired" } : { kind: "failed", why: answer.result.why };
}
