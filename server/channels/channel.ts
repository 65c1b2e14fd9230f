import type { MessageContent } from "../../bot/message.ts";
import type { OutgoingMessage } from "../outgoing.ts";

/** What a channel can carry; shared code fits replies to these and never asks which channel it is. */
export interface ChannelLimits {
  readonly textLength: number;
  readonly choices: number;
  readonly choiceLength: number;
}

/** A message as a provider delivered it. Together `account` and `providerId` are unique for ever. */
export interface ReceivedMessage {
  /** The provider's side of the line: a Page id, "web". */
  readonly account: string;
  readonly providerId: string;
  /** Who wrote, in the provider's terms; kept encrypted, compared by keyed hash. */
  readonly sender: string;
  /** When it was sent by the provider's clock, in milliseconds since 1970. */
  readonly sentAt: number;
  readonly content: MessageContent;
}

/** What else a provider tells us. */
export type ReceivedNotice =
  /** Our own message came back: the unknown outcome of a delivery is now known. */
  | { readonly kind: "echo"; readonly deliveryId: string; readonly providerId: string }
  /** Somebody answered outside our console: a person has taken over. */
  | { readonly kind: "outside-answer"; readonly account: string; readonly recipient: string }
  | { readonly kind: "ignored"; readonly what: string };

export type Received =
  | {
      readonly kind: "received";
      readonly messages: readonly ReceivedMessage[];
      readonly notices: readonly ReceivedNotice[];
      /** How many events could not be understood; their neighbours are kept. */
      readonly malformed: number;
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
  /** When it was said. */
  readonly since?: number;
}

/** `needs: "operator"` = it stays like this until somebody acts (token, permission, configuration). `why` never holds what was said or to whom. */
export type DeliveryResult =
  | { readonly kind: "sent"; readonly providerId: string | undefined }
  /** `holds: "channel"`: nobody can be reached just now, not this person only; wait before sending to anyone. */
  | { readonly kind: "try-later"; readonly why: string; readonly afterMs?: number; readonly holds?: "channel"; readonly needs?: "operator" }
  /** The provider may or may not have it (timed out after sending). */
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "undeliverable"; readonly why: string; readonly needs?: "operator" };

/** Provider request → messages; reply → provider call; declares its own limits. */
export interface Channel {
  readonly name: string;
  readonly limits: ChannelLimits;
  /** Whether a provider carries our messages; if not, people read them from us. */
  readonly carried: boolean;
  /** Answers a provider's subscription check (GET), where it has one. */
  verify?(query: URLSearchParams): { readonly status: number; readonly body: string };
  /** Absent where people write to our own API instead of a provider's. */
  receive?(request: ProviderRequest): Received;
  send(delivery: Delivery): Promise<DeliveryResult>;
}
