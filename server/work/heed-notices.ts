import type { ReceivedMessage, ReceivedNotice } from "../channels/channel.ts";
import { pageStaff } from "../escalation/escalation.ts";
import { answerOf, resumed } from "../escalation/notices.ts";
import type { Live } from "../live.ts";
import type { Store } from "../store/store.ts";
import type { Tally } from "../watch/tally.ts";

export interface Heeding {
  readonly channel: string;
  readonly store: Store;
  readonly live: Live;
  readonly tally: Tally;
  readonly now: () => number;
  /** There is something new to handle. */
  readonly wake: () => void;
  readonly outsideMs?: number;
}

/** Somebody who answers outside our console keeps the bot silent this long after their last word. */
const usualOutsideMs = 12 * 3_600_000;

/** Before messages are stored: where somebody else holds a conversation, the bot must not find them first. */
export async function heedOthers(
  { messages, notices }: { readonly messages: readonly ReceivedMessage[]; readonly notices: readonly ReceivedNotice[] },
  heeding: Heeding,
): Promise<void> {
  for (const { held, account, sender, providerId, sentAt } of messages)
    if (held) await pause({ account, person: sender, heard: providerId, sentAt }, heeding);
  for (const notice of notices) {
    if (notice.kind === "outside-answer") {
      const { account, recipient: person, providerId, sentAt = heeding.now(), text } = notice;
      await pause({ account, person, said: { providerId, message: answerOf(pageStaff, text) }, sentAt }, heeding);
    } else if (notice.kind === "changed" && notice.words?.held) {
      const { account, providerId, words } = notice;
      await pause({ account, person: words.sender, heard: providerId, sentAt: words.sentAt }, heeding);
    }
  }
}

type Outside = Omit<Parameters<Store["pauseBot"]>[0], "channel">;

async function pause(outside: Outside, { channel, store, live, tally, now, outsideMs = usualOutsideMs }: Heeding): Promise<void> {
  const paused = await store.pauseBot({ channel, ...outside }, now(), now() + outsideMs);
  tally.add("outside_answers", { channel, result: paused });
  if (paused === "paused") live.announce("queue");
}

/** After messages are stored: what else a provider told us. Each kind is counted. */
export async function heedNotices(notices: readonly ReceivedNotice[], heeding: Heeding): Promise<void> {
  for (const notice of notices) {
    const what = "what" in notice ? notice.what : notice.kind;
    heeding.tally.add("webhook_events", { channel: heeding.channel, kind: what });
    await heed(notice, heeding);
  }
}

async function heed(notice: ReceivedNotice, heeding: Heeding): Promise<void> {
  const { channel, store, live, now } = heeding;
  switch (notice.kind) {
    case "echo":
      return await store.confirmDelivery(notice.deliveryId, notice.providerId);
    case "contact":
      return await store.noteContact(channel, notice, now());
    case "changed":
      return await change(notice, heeding);
    case "given-back": {
      const found = await store.findConversation(channel, notice.account, notice.sender);
      if (found) await store.resumeBot(found.id, resumed, now(), notice.sentAt ?? now());
      return live.announce("queue");
    }
    case "outside-answer":
    case "ignored":
      return;
  }
}

/** Told before the words themselves: stored as they are now, so that the words are nothing new when they come. */
async function change(
  { channel: name, words, ...amended }: Extract<ReceivedNotice, { kind: "changed" }>,
  { channel, store, live, now, wake }: Heeding,
): Promise<void> {
  const amend = () => store.amendMessage(name ?? channel, amended, now());
  if (await amend()) return live.announce("queue");
  if (words === undefined) return;
  const { account, providerId, content } = amended;
  const [remembered] = await store.rememberMessages(name ?? channel, [{ account, providerId, content, ...words }], now());
  // They came at this moment, or were erased before.
  if (remembered?.kind === "seen") await amend();
  else wake();
}
