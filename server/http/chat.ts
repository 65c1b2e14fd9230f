import { createHash, randomBytes } from "node:crypto";
import express, { type Request, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { ConversationId } from "../../bot/message.ts";
import type { Library } from "../../knowledge/library.ts";
import { AppError } from "../errors.ts";
import type { Live } from "../live.ts";
import type { Board } from "../store/notices/board.ts";
import type { Store } from "../store/store.ts";
import type { Timer } from "../work/timer.ts";
import { openChatStream } from "./chat-stream.ts";
import { paths } from "./paths.ts";
import { greetingNow } from "./steady/greeting-now.ts";
import { type Said, Say, type Started } from "./wire.ts";

export const webChannel = "web";
const account = "web";
const largestBody = "16kb";

export interface Chat {
  readonly store: Store;
  readonly live: Live;
  readonly now: () => number;
  readonly wake: () => void;
  readonly isServing: () => boolean;
}

type Chatting = Omit<Chat, "isServing"> & { readonly timer?: Timer };

/** The website's own messages: start, say, follow, erase. The token is the only key to a conversation, and is nowhere but in its header. */
export function chatRoutes(chat: Chat & { readonly board: Board; readonly library: Library }): Router {
  const { store, now } = chat;
  const router = Router();
  const slow = (limit: number) => rateLimit({ windowMs: 60_000, limit, standardHeaders: false, legacyHeaders: false, handler: tooMany });
  router.use("/api/chat", (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.use("/api/chat", express.json({ limit: largestBody, strict: true, inflate: false }));

  router.post(paths.start, slow(60), async (_request, response) => {
    const started: Started = {
      token: randomBytes(32).toString("base64url"),
      greeting: greetingNow(await chat.board.fresh(), chat.library),
    };
    response.status(201).json(started);
  });

  router.post(paths.messages, slow(120), async (request, response) => {
    response.status(201).json(await takeSaid(tokenOf(request), Say.parse(request.body), chat));
  });

  router.get(paths.events, async (request, response) => {
    const token = tokenOf(request);
    const after = Number(request.get("last-event-id") ?? request.query.after ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new AppError("bad-request");
    const last = typeof request.query.last === "string" ? request.query.last : undefined;
    followChat(response, { token, after, last }, chat);
  });

  router.delete(paths.conversation, async (request, response) => {
    const found = await conversationOf(store, tokenOf(request));
    if (found !== undefined) await store.eraseConversation(found, now());
    response.status(204).end();
  });
  return router;
}

/** Stores what a person wrote; a page that has heard no answer may say the same once more. */
export async function takeSaid(token: string, { clientId, content }: Say, { store, live, now, wake }: Chatting): Promise<Said> {
  const message = { account, providerId: `${shortHash(token)}:${clientId}`, sender: token, sentAt: now(), content };
  await store.rememberMessages(webChannel, [message], now());
  live.announce(topicOf(store, token));
  wake();
  return { stored: true };
}

export interface Shown {
  readonly token: string;
  /** The sequence and the id of the last message the page shows. */
  readonly after: number;
  readonly last: string | undefined;
}

/** Shows a page its conversation from what it has on. */
export function followChat(response: Response, { token, after, last }: Shown, chat: Chatting): void {
  openChatStream(response, { ...chat, after, last, topic: topicOf(chat.store, token), find: () => conversationOf(chat.store, token) });
}

function tooMany(): never {
  throw new AppError("too-many");
}

export async function conversationOf(store: Store, token: string): Promise<ConversationId | undefined> {
  return (await store.findConversation(webChannel, account, token))?.id;
}

export function tokenOf(request: Request): string {
  const match = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.get("authorization") ?? "");
  if (match?.[1] === undefined) throw new AppError("not-signed-in");
  return match[1];
}

function topicOf(store: Store, token: string): string {
  return store.topicOf(webChannel, account, token);
}

function shortHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url").slice(0, 22);
}
