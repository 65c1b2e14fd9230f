import type { Conversation } from "../../bot/conversation.ts";
import type { KeptInterview } from "../../bot/interview/kept-interview.ts";
import type { ConversationId, IncomingMessage, MessageId } from "../../bot/message.ts";
import type { Opinion } from "../../bot/question/opinion.ts";
import type { HandOverReason, Outcome, Trace } from "../../bot/reply.ts";
import type { Delivery, DeliveryResult, ReceivedMessage } from "../channels/channel.ts";
import type { CloseReason, Escalation, EscalationId, Risk } from "../escalation/escalation.ts";
import type { OutgoingMessage } from "../outgoing.ts";
import type { DeskStore } from "./desk/desk-store.ts";
import type { EditingStore } from "./editing/editing-store.ts";
import type { FiguresStore } from "./figures/figures-store.ts";
import type { NoticesStore } from "./notices/notices-store.ts";
import type { OtherProcesses } from "./notify/other-processes.ts";
import type { RightsStore } from "./rights/rights-store.ts";
import type { StaffStore } from "./staff-store.ts";

/** Milliseconds since 1970. Every verb that needs the time is given it. */
export type Instant = number;

export type Remembered =
  | { readonly kind: "new"; readonly conversation: ConversationId; readonly message: MessageId }
  /** This provider id was stored before; nothing was written. */
  | { readonly kind: "seen"; readonly conversation: ConversationId };

/** The right to speak in one conversation until `until`; a later lease has a greater `epoch`, and only the newest may write. */
export interface Lease {
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly until: Instant;
}

/** One conversation with messages nobody has handled, and the lease to handle them. */
export interface Work {
  readonly lease: Lease;
  readonly channel: string;
  readonly account: string;
  /** Who wrote, in the provider's terms. */
  readonly sender: string;
  readonly conversation: Conversation;
  readonly escalation: Escalation | undefined;
  /** How often its oldest message was put back: handling it failed. */
  readonly attempts: number;
  /** Oldest first, by the provider's clock, then by arrival. */
  readonly messages: readonly [IncomingMessage, ...IncomingMessage[]];
}

export interface EscalationRequest {
  readonly reason: HandOverReason | "switched-off";
  readonly risk: Risk;
}

/** Everything one handled message changes, written in one transaction. */
export interface HandledTurn {
  readonly lease: Lease;
  readonly message: MessageId;
  /** What goes out, in order; empty while a counsellor speaks. */
  readonly says: readonly OutgoingMessage[];
  readonly outcome: Outcome | "silent";
  readonly entries: readonly string[];
  readonly trace: Trace | undefined;
  /** Puts the conversation in front of a person, or raises the risk of the one that is waiting or claimed. */
  readonly escalate: EscalationRequest | undefined;
  /** The person takes a waiting escalation back. */
  readonly withdraw: boolean;
  /** The person asked to be forgotten: erase once what this turn says has gone out (see eraseForgotten). */
  readonly forget?: boolean;
  /** The guided interview to be kept from now on, sealed; absent = as it was. */
  readonly interview?: KeptInterview | undefined;
  /** What the person thinks of an answer: it helped or not. */
  readonly opinion?: Opinion | undefined;
  readonly at: Instant;
}

/** Who answers outside our console, to whom, and what they said (nothing: they only hold the conversation). */
export interface Outside {
  readonly channel: string;
  readonly account: string;
  readonly person: string;
  /** When, by the provider's clock. */
  readonly sentAt: Instant;
  readonly said?: { readonly providerId: string; readonly message: OutgoingMessage };
  /** The person's message from which we know it. */
  readonly heard?: string;
}

/** A request to be forgotten that came by a provider, and whether there was anything of theirs here. */
export interface DeletionRequest {
  /** What the person holds; tells nobody who they are. */
  readonly code: string;
  readonly channel: string;
  readonly at: Instant;
  readonly found: boolean;
}

/** A message as it is shown: on the website, in the console. `sequence` counts 1, 2, 3 … within a conversation. */
export interface ShownMessage {
  readonly sequence: number;
  readonly id: string;
  readonly at: Instant;
  /** The website's own id of a person's message. */
  readonly clientId: string | undefined;
  readonly content:
    | { readonly from: "person"; readonly message: IncomingMessage["content"] }
    | { readonly from: "us"; readonly message: OutgoingMessage };
  /** Why the bot said it; console only. */
  readonly trace: Trace | undefined;
  readonly delivery: "sent" | "pending" | "unknown" | "undeliverable" | undefined;
}

export interface ConversationSummary {
  readonly id: ConversationId;
  readonly channel: string;
  readonly speaker: Conversation["speaker"];
  readonly lastSequence: number;
  readonly lastIncomingAt: Instant | undefined;
  /** A message of the person has not been handled yet. */
  readonly unhandled: boolean;
  readonly interview: KeptInterview | undefined;
}

export interface Changed {
  readonly conversation: ConversationId;
  readonly person: string;
  readonly at: Instant;
}

export type Written = "written" | "lost-lease";

/** What we keep, in domain verbs. Every verb is one transaction; none is half done after a crash. */
export interface Store extends StaffStore, NoticesStore, EditingStore, DeskStore, FiguresStore, RightsStore {
  /** One row per channel, account and provider id; durable when the promise is kept. Makes the person's conversation when there is none. */
  rememberMessages(channel: string, messages: readonly ReceivedMessage[], at: Instant): Promise<readonly Remembered[]>;
  /** Takes the conversation whose unhandled message is oldest and that nobody holds. */
  takeWork(at: Instant, leaseMs: number): Promise<Work | undefined>;
  /** Gives up a lease without writing, so that another may take the conversation at `retryAt`. */
  putBackWork(lease: Lease, retryAt: Instant): Promise<void>;
  /** Turn, outgoing pieces, escalation and "message handled" together, or `lost-lease` and nothing. */
  saveTurn(turn: HandledTurn): Promise<Written>;

  /** The oldest due delivery of each conversation, marked `sending`; later ones of that conversation wait for it. */
  takeDeliveries(channel: string, at: Instant, limit: number): Promise<readonly Delivery[]>;
  /** `retryAt` is required for `try-later`. Bot pieces of unknown outcome are not sent again; a counsellor's are, after `retryAt`. */
  recordDelivery(id: string, result: DeliveryResult, at: Instant, retryAt?: Instant): Promise<void>;
  /** After a crash: deliveries left `sending` by a process that is gone become `unknown`. Gives how many. */
  settleInterruptedDeliveries(startedBefore: Instant): Promise<number>;
  /** The provider has shown us our own message: it was delivered. */
  confirmDelivery(id: string, providerId: string): Promise<void>;

  /** Conversations in which something was said, or that were erased, since then, when, and the topic of whose they are: other processes may have done it. */
  readChanged(since: Instant): Promise<readonly Changed[]>;
  /** What is told about a person's conversation goes by this name before it has an id. Says nothing of who they are. */
  topicOf(channel: string, account: string, sender: string): string;
  /** Absent where a database passes nothing on. */
  readonly others?: OtherProcesses;
  /** The one conversation of this person on this channel and account. */
  findConversation(channel: string, account: string, sender: string): Promise<ConversationSummary | undefined>;
  readConversation(id: ConversationId): Promise<ConversationSummary | undefined>;
  readMessages(id: ConversationId, afterSequence: number, limit: number): Promise<readonly ShownMessage[]>;
  /** No byte of what was said stays; the provider ids stay, so that a repeat is still `seen`. `by`: a member of staff; absent = the person. */
  eraseConversation(id: ConversationId, at: Instant, by?: string): Promise<void>;
  addDeletionRequest(request: DeletionRequest): Promise<void>;
  readDeletionRequest(code: string): Promise<DeletionRequest | undefined>;
  /** Erases conversations that said `forget` and have no message unhandled and no delivery open, or after an hour. Gives which. */
  eraseForgotten(at: Instant): Promise<readonly ConversationId[]>;

  /** Danger first, then risk, then who has waited longest; claimed ones after waiting ones. */
  readQueue(): Promise<readonly Escalation[]>;
  readEscalation(id: EscalationId): Promise<Escalation | undefined>;
  /** Compare-and-set: of two who claim at once one gets it, the other is told who; `says` goes to the person in the same transaction. */
  claimEscalation(id: EscalationId, staff: string, at: Instant, leaseMs: number, says?: OutgoingMessage): Promise<Escalation | undefined>;
  /** Back to the queue by the claimer; `says` goes to the person in the same transaction. False when it is not theirs any more. */
  releaseEscalation(id: EscalationId, staff: string, says: OutgoingMessage, at: Instant): Promise<boolean>;
  closeEscalation(id: EscalationId, staff: string, reason: CloseReason, says: OutgoingMessage, at: Instant): Promise<boolean>;
  /** A counsellor's words, sent at least once; renews the claim. `clientId` makes a repeat harmless. False when the case is not theirs. */
  saveCounsellorMessage(
    id: EscalationId,
    staff: string,
    clientId: string,
    says: OutgoingMessage,
    at: Instant,
    leaseMs: number,
  ): Promise<boolean>;
  /** Claims whose lease ran out go back to the queue and `says` to the person. Gives the conversations touched. */
  returnExpiredClaims(says: OutgoingMessage, at: Instant): Promise<readonly ConversationId[]>;
  /**
   * Somebody else answers outside our console: the bot is silent in that conversation until `until`, the case is put where
   * counsellors see it, and what was said is kept with it. `ours` = the words were our own, `seen` = told before; nothing changes.
   * `past` = the conversation has been given back since: the words are kept, and nothing else changes.
   */
  pauseBot(outside: Outside, at: Instant, until: Instant): Promise<"paused" | "ours" | "seen" | "past">;
  /**
   * Before its time: a counsellor says so, or the conversation was given back, `givenBackAt` by the provider's clock; somebody who has
   * answered since then keeps it. `says` marks the end and is carried to nobody. True when it ended a pause.
   */
  resumeBot(conversation: ConversationId, says: OutgoingMessage, at: Instant, givenBackAt?: Instant): Promise<boolean>;
  /** Pauses that are over. Gives the conversations touched. */
  endPauses(says: OutgoingMessage, at: Instant): Promise<readonly ConversationId[]>;
  /** The person did something without words: windows count from it. */
  noteContact(channel: string, person: Pick<ReceivedMessage, "account" | "sender" | "sentAt">, at: Instant): Promise<void>;
  /** What a person had written is other words now, or none; false when we do not have it. What was taken back is not answered any more. */
  amendMessage(channel: string, amended: Pick<ReceivedMessage, "account" | "providerId" | "content">, at: Instant): Promise<boolean>;

  /** Counts for /metrics, by name and label; never text. */
  readFigures(): Promise<Readonly<Record<string, number>>>;
  /** Cheap proof that the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
