import { AsyncLocalStorage } from "node:async_hooks";
import { Bot } from "@botpress/sdk";
import { z } from "zod";
import { Message } from "./payload.ts";

export interface BotRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Heard {
  readonly status: number;
  readonly body: string;
  readonly messages: readonly Message[];
}

/** Our bot as Botpress knows one: an HTTP handler that answers when its handlers are done. */
export type HearingBot = (request: BotRequest) => Promise<Heard>;

type Handler = Bot["handler"];
type Client = NonNullable<Parameters<Handler>[1]>["client"];

/**
 * The one door to the SDK. `bot.start` is not used: it reads a body in pieces and breaks letters of more than one byte at their
 * borders. The client given with each request keeps the SDK from making one of its own, which would call Botpress by another way
 * out than ours; what we say goes out later, by deliveries.
 */
export function openBot(): HearingBot {
  const inbox = new AsyncLocalStorage<Message[]>();
  const bot = new Bot({ actions: {}, plugins: {} });
  bot.on.message("*", async ({ message }) => {
    inbox.getStore()?.push(Message.parse(message));
  });
  return async ({ headers, body }) => {
    const messages: Message[] = [];
    const request = { method: "POST", path: "/", query: "", headers, body };
    const response = await inbox.run(messages, () => bot.handler(request, { client: noClient }));
    return { status: z.int().default(200).parse(response?.status), body: response?.body ?? "{}", messages };
  };
}

/** Handlers of ours call nothing. Whatever would be called by mistake fails loudly instead of leaving the program. */
const noClient = new Proxy({} as Client, {
  get(_target, name) {
    if (typeof name === "symbol" || name === "then") return undefined;
    return () => Promise.reject(new Error(`the bot calls nothing while it hears: ${name}`));
  },
});
