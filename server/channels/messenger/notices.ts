import type { ReceivedMessage, ReceivedNotice } from "../channel.ts";

export type ReadEvent =
  | { readonly kind: "message"; readonly message: ReceivedMessage }
  | { readonly kind: "notice"; readonly notice: ReceivedNotice }
  | { readonly kind: "malformed" };

export interface Surroundings {
  readonly pageId: string;
  readonly appSecret: string;
  readonly appId: string | undefined;
  /** Of the entry, for an event that has none of its own. */
  readonly time: number | undefined;
  /** Another app owns the conversation: what people write there is recorded, and not for us to answer. */
  readonly isStandby: boolean;
}

/** Words taken back are forgotten here too. */
export function takenBack(account: string, providerId: string): ReceivedNotice {
  return { kind: "changed", what: "unsend", account, providerId, content: { kind: "unreadable", what: "taken-back" } };
}

export function ignored(what: string): ReadEvent {
  return notice({ kind: "ignored", what });
}

export function notice(of: ReceivedNotice): ReadEvent {
  return { kind: "notice", notice: of };
}
