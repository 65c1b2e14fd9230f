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

interface Parties {
  readonly sender: { readonly id: string };
  readonly recipient: { readonly id: string };
  readonly timestamp?: number | undefined;
}

/** A person changed their words. What the event tells of these stands for them until they come, unless the Page's side wrote them. */
export function edited(
  parties: Parties,
  { pageId, time, isStandby }: Surroundings,
  of: Pick<Changed, "providerId" | "content">,
): ReadEvent {
  const sentAt = parties.timestamp ?? time;
  const isPersons = parties.sender.id !== pageId && parties.recipient.id === pageId;
  const held = isStandby ? ({ held: true } as const) : {};
  const words = isPersons && sentAt !== undefined ? { words: { sender: parties.sender.id, sentAt, ...held } } : {};
  const what = of.content.kind === "unreadable" ? "unsend" : "edit";
  return notice({ kind: "changed", what, account: pageId, ...of, ...words });
}

type Changed = Extract<ReceivedNotice, { kind: "changed" }>;

/** Words taken back are forgotten here too. */
export function takenBack(parties: Parties, around: Surroundings, providerId: string): ReadEvent {
  return edited(parties, around, { providerId, content: { kind: "unreadable", what: "taken-back" } });
}

export function ignored(what: string): ReadEvent {
  return notice({ kind: "ignored", what });
}

export function notice(of: ReceivedNotice): ReadEvent {
  return { kind: "notice", notice: of };
}
