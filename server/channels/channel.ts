import type { Speaker } from "../../bot/conversation.ts";
import type { MessageContent } from "../../bot/message.ts";
import type { Outcome } from "../../bot/reply.ts";
import type { OutgoingMessage } from "../outgoing.ts";

/** What a channel can carry; shared code fits replies to these and never asks which channel it is. */
export interface ChannelLimits {
  readonly textLength: number;
  readonly choices: number;
  readonly choiceLength: number;
  /** How many pieces a reply may have; absent = as many as it needs. */
  readonly pieces?: number;
}

/** A message as a provider delivered it. Together channel, `account` and `providerId` are unique for ever. */
export interface ReceivedMessage {
  /** Where it is answered, when not on the channel it came by. */
  readonly channel?: string;
  /** The provider's side of the line: a Page id, "web". */
  readonly account: string;
  readonly providerId: string;
  /** Who wrote, in the provider's terms; kept encrypted, compared by keyed hash. */
  readonly sender: string;
  /** When it was sent by the provider's clock, in milliseconds since 1970. */
  readonly sentAt: number;
  readonly content: MessageContent;
  /** Somebody else has this conversation just now (another app, the Page's own inbox): recorded, not answered. */
  readonly held?: true;
}

/** Whether the provider still carries words to somebody who last wrote at a given moment. */
export type ReplyWindow =
  | { readonly kind: "open"; readonly until: number }
  /** Only what a person typed, until then. */
  | { readonly kind: "human-only"; readonly until: number }
  /** Nothing until the person writes again. `wouldCloseAt`: a person could answer until then if the provider had granted it. */
  | { readonly kind: "closed"; readonly wouldCloseAt?: number };

/** What else a provider tells us. */
export type ReceivedNotice =
  /** Our own message came back: the unknown outcome of a delivery is now known. */
  | { readonly kind: "echo"; readonly deliveryId: string; readonly providerId: string }
  /** Somebody answered outside our console, unless the provider id is one of our own: a person has taken over. */
  | {
      readonly kind: "outside-answer";
      readonly account: string;
      readonly recipient: string;
      readonly providerId: string;
      /** By the provider's clock, where it says. */
      readonly sentAt: number | undefined;
      readonly text: string;
    }
  /** Whoever had the conversation has given it back to us. */
  | { readonly kind: "given-back"; readonly account: string; readonly sender: string; readonly sentAt: number | undefined }
  /** A person did something without words, which counts as having been in touch. */
  | { readonly kind: "contact"; readonly what: string; readonly account: string; readonly sender: string; readonly sentAt: number }
  /** A person changed what they had written, or took it back. */
  | {
      readonly kind: "changed";
      readonly what: "edit" | "unsend";
      readonly channel?: string;
      readonly account: string;
      readonly providerId: string;
      readonly content: MessageContent;
      /** Of the words themselves, as far as this tells, should they come later; absent = they are not for us to answer. */
      readonly words?: Pick<ReceivedMessage, "sender" | "sentAt" | "held"> | undefined;
    }
  | { readonly kind: "ignored"; readonly what: string };

export type Received =
  | {
      readonly kind: "received";
      readonly messages: readonly ReceivedMessage[];
      readonly notices: readonly ReceivedNotice[];
      /** How many events could not be understood; their neighbours are kept. */
      readonly malformed: number;
      /** JSON that the provider wants to read in the answer; absent = it does not look. */
      readonly body?: string;
    }
  | { readonly kind: "refused"; readonly status: 400 | 401 | 403 | 413 | 415; readonly why: string };

export interface ProviderRequest {
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface Delivery {
  readonly id: string;
  readonly account: string;
  readonly recipient: string;
  readonly piece: OutgoingMessage;
  readonly attempt: number;
  /** When the person last wrote, and now: providers carry nothing for ever. */
  readonly lastIncomingAt: number;
  readonly at: number;
  /** When it was said. */
  readonly since: number;
  /** Who has the conversation as this piece leaves. */
  readonly speaker: Speaker["kind"];
}

/** `needs: "operator"` = it stays like this until somebody acts (token, permission, configuration). `why` never holds what was said or to whom. */
export type DeliveryResult =
  /** `afterMs`: taken, but we are asked to be quiet so long. `why`: sent, though something beside it went wrong. */
  | { readonly kind: "sent"; readonly providerId: string | undefined; readonly afterMs?: number; readonly why?: string }
  /** `holds: "channel"`: nobody can be reached just now, not this person only; wait before sending to anyone. */
  | { readonly kind: "try-later"; readonly why: string; readonly afterMs?: number; readonly holds?: "channel"; readonly needs?: "operator" }
  /** The provider may or may not have it (timed out after sending). */
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "undeliverable"; readonly why: string; readonly needs?: "operator" };

/** Who asks, by the provider, to be forgotten. */
export interface DeletionAsked {
  readonly sender: string;
}

/** How a provider says we stand with it. */
export type Standing =
  | { readonly kind: "unreached"; readonly why: string }
  /** It knows us no more, or lets us do nothing. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "standing"; readonly missing: readonly string[]; readonly lastActiveAt: number | undefined };

export type Repaired = { readonly kind: "repaired" } | { readonly kind: "failed"; readonly why: string };

/** Provider request → messages; reply → provider call; declares its own limits. */
export interface Channel {
  readonly name: string;
  readonly limits: ChannelLimits;
  /** Whether a provider carries our messages; if not, people read them from us. */
  readonly carried: boolean;
  /** Absent = one may always write. */
  window?(lastIncomingAt: number, at: number): ReplyWindow;
  /** Answers a provider's subscription check (GET), where it has one. */
  verify?(query: URLSearchParams): { readonly status: number; readonly body: string };
  /** Absent where people write to our own API instead of a provider's. */
  receive?(request: ProviderRequest, at: number): Received | Promise<Received>;
  /** Shows the person that they are read and an answer is on its way, where a provider can. Never fails. */
  reading?(to: { readonly account: string; readonly recipient: string; readonly at: number }): void;
  /** What of a reply goes out here: undefined = nothing. Absent = all of it; where there is this, only danger is put before a person. */
  edit?(message: OutgoingMessage, outcome: Outcome): OutgoingMessage | undefined;
  /** Reads a provider's word that somebody wants their data deleted; undefined = not from the provider. */
  readDeletion?(body: Uint8Array): (DeletionAsked & { readonly account: string }) | undefined;
  send(delivery: Delivery): Promise<DeliveryResult>;
  /** Asks the provider how we stand. Never throws for what the provider does. */
  inspect?(at: number): Promise<Standing>;
  /** Asks the provider to send us messages again. */
  repair?(at: number): Promise<Repaired>;
}
