import type { Channel } from "../channels/channel.ts";
import { fit } from "../channels/fit.ts";
import type { Live } from "../live.ts";
import type { OutgoingMessage } from "../outgoing.ts";
import type { Notice, Told } from "../store/editing/notice-store.ts";
import type { Store } from "../store/store.ts";

/** Whom a notice is for, and whom it can reach. */
export interface Reach {
  readonly told: number;
  readonly sendable: number;
  /** The channel carries nothing to them until they write again. */
  readonly closed: number;
  readonly sent: number;
}

export interface Correcting {
  readonly store: Store;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly live: Live;
  readonly publicUrl: string;
  readonly now: () => number;
}

export async function reachOf(
  notice: Pick<Notice, "entries" | "since"> & { readonly id?: string },
  { store, channels, now }: Correcting,
): Promise<Reach & { readonly open: readonly Told[] }> {
  const told = await store.listTold(notice.entries, notice.since);
  const sent = new Set(notice.id === undefined ? [] : await store.listSent(notice.id));
  const left = told.filter(({ conversation }) => !sent.has(conversation));
  const open = left.filter((each) => isOpen(each, channels, now()));
  return { told: told.length, sent: sent.size, sendable: open.length, closed: left.length - open.length, open };
}

/** To everybody who was told and can be written to; a second time to nobody. */
export async function sendCorrection(notice: Notice, correcting: Correcting): Promise<Reach> {
  const { store, channels, live, publicUrl, now } = correcting;
  const { open } = await reachOf(notice, correcting);
  for (const { conversation, channel } of open) {
    const says = fit(wordsOf(notice), { limits: channels.get(channel)?.limits, publicUrl });
    if (await store.sendNotice(notice.id, conversation, says, now())) live.announce(conversation);
  }
  const { open: _, ...reach } = await reachOf(notice, correcting);
  return reach;
}

/** A window for what one person types to another is no window for what goes to many. */
function isOpen({ channel, lastIncomingAt }: Told, channels: ReadonlyMap<string, Channel>, at: number): boolean {
  const found = channels.get(channel);
  return found !== undefined && (found.window?.(lastIncomingAt, at).kind ?? "open") === "open";
}

function wordsOf({ text }: Notice): OutgoingMessage {
  return { from: "notice", parts: [{ outcome: "correction", text, citations: [], hotlines: [] }], choices: [] };
}
