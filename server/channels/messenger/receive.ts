import type { MessengerConfig } from "../../config.ts";
import type { ProviderRequest, Received, ReceivedMessage, ReceivedNotice } from "../channel.ts";
import { readComment } from "../messenger-page/read-comment.ts";
import { ignored, type ReadEvent } from "./notices.ts";
import { Entry, Envelope, mostUpdates } from "./payload.ts";
import { readEvent } from "./read-event.ts";
import { isSigned } from "./signature.ts";

type Secrets = Pick<MessengerConfig, "pageId" | "appSecret" | "appId">;

/** Every message of every entry; the signature is checked on the bytes Meta sent, before anything is read from them. */
export function receive({ headers, body }: ProviderRequest, secrets: Secrets): Received {
  if (!isSigned(body, headers["x-hub-signature-256"], secrets.appSecret)) return { kind: "refused", status: 403, why: "signature" };
  const envelope = Envelope.safeParse(readJson(body));
  if (!envelope.success) return { kind: "refused", status: 400, why: "not a webhook of Meta's" };
  if (envelope.data.object !== "page") return sorted([ignored("other-object")]);
  if (countUpdates(envelope.data.entry) > mostUpdates) return { kind: "refused", status: 413, why: "too many updates" };
  return sorted(envelope.data.entry.flatMap((entry) => readEntry(entry, secrets)));
}

/** Invalid UTF-8 becomes U+FFFD, a byte order mark is dropped. */
function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function countUpdates(entries: readonly unknown[]): number {
  return entries.reduce<number>((count, raw) => {
    const entry = Entry.safeParse(raw);
    return count + (entry.success ? entry.data.messaging.length + entry.data.standby.length + entry.data.changes.length : 1);
  }, 0);
}

function readEntry(raw: unknown, { pageId, appSecret, appId }: Secrets): readonly ReadEvent[] {
  const parsed = Entry.safeParse(raw);
  if (!parsed.success) return [{ kind: "malformed" }];
  const { id, time, messaging, standby, changes } = parsed.data;
  if (id !== pageId) return [...messaging, ...standby, ...changes].map(() => ignored("other-page"));
  const read = (isStandby: boolean) => (event: unknown) => readEvent(event, { pageId, appSecret, appId, time, isStandby });
  return [...messaging.map(read(false)), ...standby.map(read(true)), ...changes.map((change) => readComment(change, { pageId, time }))];
}

function sorted(events: readonly ReadEvent[]): Received {
  const messages: ReceivedMessage[] = [];
  const notices: ReceivedNotice[] = [];
  let malformed = 0;
  for (const event of events) {
    if (event.kind === "message") messages.push(event.message);
    else if (event.kind === "notice") notices.push(event.notice);
    else malformed += 1;
  }
  return { kind: "received", messages, notices, malformed };
}
