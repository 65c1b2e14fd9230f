import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What the model is asked, as an OpenAI-compatible server gets it. */
const ChatRequest = z.object({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.object({ role: z.enum(["system", "user"]), content: z.string() })),
  response_format: z.object({ type: z.literal("json_schema") }),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

export type ModelBehaviour =
  /** Well-formed, whatever its words are. */
  | { readonly kind: "says"; readonly text: string | ((asked: ChatRequest) => string) }
  /** Streams this instead of the JSON asked for. */
  | { readonly kind: "streams"; readonly content: string }
  | { readonly kind: "answer"; readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "hang" }
  | { readonly kind: "head-then-hang" }
  /** One character of the answer in so many milliseconds. */
  | { readonly kind: "trickle"; readonly text: string; readonly everyMs: number }
  | { readonly kind: "half-then-end" }
  | { readonly kind: "reset" }
  | { readonly kind: "huge" };

export interface LanguageModelStub {
  /** With the version, as LLM_BASE_URL takes it. */
  readonly url: string;
  readonly requests: { readonly path: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }[];
  readonly open: () => number;
  /** The next requests are treated so, one each; then as always. */
  next(...behaviours: readonly ModelBehaviour[]): void;
  always(behaviour: ModelBehaviour): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible server on loopback, as truthful and as well behaved as a test wants. */
export async function startLanguageModelStub(): Promise<LanguageModelStub> {
  const requests: LanguageModelStub["requests"] = [];
  const queue: ModelBehaviour[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let usual: ModelBehaviour = { kind: "says", text: "Dạ." };
  let open = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    requests.push({ path: request.url, headers: request.headers, body });
    const asked = ChatRequest.safeParse(JSON.parse(body));
    if (!asked.success) return void response.writeHead(400).end(asked.error.message);
    behave(queue.shift() ?? usual, response, { asked: asked.data, timers });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    open: () => open,
    next: (...behaviours) => void queue.push(...behaviours),
    always: (behaviour) => {
      usual = behaviour;
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Exchange {
  readonly asked: ChatRequest;
  readonly timers: Set<NodeJS.Timeout>;
}

function behave(behaviour: ModelBehaviour, response: ServerResponse, { asked, timers }: Exchange): void {
  const begin = () => response.writeHead(200, { "content-type": "text/event-stream" });
  switch (behaviour.kind) {
    case "says": {
      const text = typeof behaviour.text === "string" ? behaviour.text : behaviour.text(asked);
      stream(begin(), JSON.stringify({ text }));
      return;
    }
    case "streams":
      stream(begin(), behaviour.content);
      return;
    case "answer":
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
      return;
    case "hang":
      return;
    case "head-then-hang":
      begin().flushHeaders();
      return;
    case "trickle": {
      const letters = [...JSON.stringify({ text: behaviour.text })];
      begin().flushHeaders();
      const timer = setInterval(() => {
        const letter = letters.shift();
        if (letter !== undefined) return void response.write(piece({ content: letter }));
        clearInterval(timer);
        end(response);
      }, behaviour.everyMs);
      timers.add(timer);
      response.once("close", () => clearInterval(timer));
      return;
    }
    case "half-then-end":
      begin().write(piece({ content: '{"text":"Được. Anh/chị vay' }));
      end(response);
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "huge":
      pour(begin());
  }
}

function piece(delta: object, finish: string | null = null): string {
  const chunk = {
    id: "chat-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

function stream(response: ServerResponse, content: string): void {
  response.write(piece({ role: "assistant", content: "" }));
  for (let at = 0; at < content.length; at += 7) response.write(piece({ content: content.slice(at, at + 7) }));
  end(response);
}

function end(response: ServerResponse): void {
  response.write(piece({}, "stop"));
  response.end("data: [DONE]\n\n");
}

/** Ten megabytes of an answer. */
function pour(response: ServerResponse): void {
  const block = piece({ content: "x".repeat(64 * 1024) });
  let left = 160;
  const more = () => {
    while (!response.destroyed && left > 0) {
      left -= 1;
      if (!response.write(block)) return void response.once("drain", more);
    }
    response.end();
  };
  more();
}
