import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { botpressConfig } from "./botpress.ts";

export type BotpressBehaviour =
  | { readonly kind: "accept" }
  | { readonly kind: "refuse"; readonly status: number; readonly type?: string; readonly retryAfter?: string }
  | { readonly kind: "answer"; readonly status: number; readonly body: string }
  | { readonly kind: "accept-then-hang" }
  | { readonly kind: "reset" };

const Made = z.strictObject({
  userId: z.literal(botpressConfig.botId),
  conversationId: z.string().min(1),
  tags: z.strictObject({}),
  type: z.enum(["text", "choice"]),
  payload: z.union([
    z.strictObject({ text: z.string().min(1) }),
    z.strictObject({
      text: z.string().min(1),
      options: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).min(1),
    }),
  ]),
});
export type MadeMessage = z.infer<typeof Made>;

export interface BotpressStub {
  readonly url: string;
  readonly made: MadeMessage[];
  /** Who speaks, by conversation. */
  readonly states: Map<string, string>;
  readonly calls: string[];
  /** The next messages are treated so, one each. */
  next(...behaviours: readonly BotpressBehaviour[]): void;
  failStates(status: number | undefined): void;
  close(): Promise<void>;
}

/** Botpress's chat API on loopback: strict about what it is sent, and as badly behaved as a test wants. */
export async function startBotpressStub(): Promise<BotpressStub> {
  const made: MadeMessage[] = [];
  const states = new Map<string, string>();
  const calls: string[] = [];
  const queue: BotpressBehaviour[] = [];
  let stateFailure: number | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    calls.push(`${request.method} ${request.url}`);
    if (!isAllowed(request.headers)) return refuse(response, 401, "Unauthorized");
    const state = /^\/v1\/chat\/states\/conversation\/([^/]+)\/speaker$/.exec(request.url ?? "")?.[1];
    if (state !== undefined) {
      if (stateFailure !== undefined) return refuse(response, stateFailure, "Internal");
      return answerState({ method: request.method, conversation: state, text }, states, response);
    }
    if (request.method !== "POST" || request.url !== "/v1/chat/messages") return refuse(response, 404, "RouteNotFound");
    const parsed = Made.safeParse(JSON.parse(text));
    if (!parsed.success) return refuse(response, 400, "InvalidPayload");
    behave(queue.shift() ?? { kind: "accept" }, response, () => `msg_out_${made.push(parsed.data)}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    made,
    states,
    calls,
    next: (...behaviours) => void queue.push(...behaviours),
    failStates: (status) => {
      stateFailure = status;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function isAllowed(headers: IncomingHttpHeaders): boolean {
  return headers.authorization === `Bearer ${botpressConfig.token}` && headers["x-bot-id"] === botpressConfig.botId;
}

interface StateCall {
  readonly method: string | undefined;
  readonly conversation: string;
  readonly text: string;
}

function answerState({ method, conversation, text }: StateCall, states: Map<string, string>, response: ServerResponse): void {
  if (method === "POST") {
    const { payload } = z
      .strictObject({ payload: z.strictObject({ speaker: z.enum(["bot", "waiting", "counsellor"]) }) })
      .parse(JSON.parse(text));
    states.set(conversation, payload.speaker);
  }
  const speaker = states.get(conversation);
  if (speaker === undefined) {
    refuse(response, 404, "ResourceNotFound");
    return;
  }
  const state = { id: "state_1", name: "speaker", type: "conversation", payload: { speaker } };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ state }));
}

function behave(behaviour: BotpressBehaviour, response: ServerResponse, make: () => string): void {
  switch (behaviour.kind) {
    case "accept":
      response
        .writeHead(201, { "content-type": "application/json" })
        .end(JSON.stringify({ message: { id: make(), direction: "outgoing", createdAt: new Date(0).toISOString() } }));
      return;
    case "refuse":
      refuse(response, behaviour.status, behaviour.type ?? "Internal", behaviour.retryAfter);
      return;
    case "answer":
      response.writeHead(behaviour.status).end(behaviour.body);
      return;
    case "accept-then-hang":
      make();
      return;
    case "reset":
      response.socket?.resetAndDestroy();
  }
}

function refuse(response: ServerResponse, status: number, type: string, retryAfter?: string): void {
  const headers = { "content-type": "application/json", ...(retryAfter !== undefined && { "retry-after": retryAfter }) };
  response.writeHead(status, headers).end(JSON.stringify({ id: "err_1", code: status, type, message: "words that quote conv_1" }));
}
