import type { Channel } from "../channels/channel.ts";
import type { Alarms } from "./alarms.ts";
import type { WebhookHealth } from "./webhook-health.ts";

export interface Watching {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly alarms: Alarms;
  readonly health: WebhookHealth;
  readonly now: () => number;
}

/** Webhooks that come later than this after something was said are missing. */
const silentMs = 10 * 60_000;

/** One round: each channel that can say how it stands is asked, and alarms follow what it says. Never "more to do". */
export async function watchChannels({ channels, alarms, health, now }: Watching): Promise<boolean> {
  for (const channel of channels.values()) {
    if (channel.inspect === undefined) continue;
    const at = now();
    const standing = await channel.inspect(at);
    const set = (name: "token" | "subscription" | "silence" | "reach", why: string | undefined) =>
      why === undefined ? alarms.clear(channel.name, name) : alarms.raise({ channel: channel.name, name, why }, at);
    if (standing.kind === "unreached") {
      set("reach", standing.why);
      continue;
    }
    set("reach", undefined);
    set("token", standing.kind === "refused" ? standing.why : undefined);
    if (standing.kind === "refused") continue;
    set("subscription", standing.missing.length > 0 ? `missing: ${standing.missing.join(", ")}` : undefined);
    const heard = health.lastHeardAt(channel.name);
    const isSilent = standing.lastActiveAt !== undefined && standing.lastActiveAt > heard && at > standing.lastActiveAt + silentMs;
    set("silence", isSilent ? "messages on the Page that no webhook brought" : undefined);
  }
  return false;
}
