import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { keyedDigest } from "../../server/channels/messenger/signature.ts";
import { answerForPage, openPageOfStub, type PageOfStub } from "./graph-page-stub.ts";
import { messengerConfig } from "./messenger.ts";

/** How the stub treats a request. Every kind that accepts counts the message as delivered. */
export type Behaviour =
  | { readonly kind: "accept" }
  | {
      readonly kind: "error";
      readonly code: number;
      readonly subcode?: number;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "answer"; readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** Reads the request and never answers. */
  | { readonly kind: "hang" }
  | { readonly kind: "accept-then-hang" }
  | { readonly kind: "accept-then-half-an-answer" }
  | { readonly kind: "accept-then-reset" }
  /** An answer without end. */
  | { readonly kind: "huge" }
  | { readonly kind: "reset" };

const SendBody = z.object({
  recipient: z
    .strictObject({ id: z.string().default(""), comment_id: z.string().optional() })
    .refine(({ id, comment_id }) => (id === "") !== (comment_id === undefined)),
  messaging_type: z.enum(["RESPONSE", "MESSAGE_TAG"]),
  tag: z.literal("HUMAN_AGENT").optional(),
  persona_id: z.string().optional(),
  message: z.object({
    text: z.string().min(1).max(1999),
    metadata: z.string().max(999),
    quick_replies: z
      .array(z.object({ content_type: z.literal("text"), title: z.string().min(1).max(20), payload: z.string().min(1).max(1000) }))
      .max(13)
      .optional(),
  }),
  appsecret_proof: z.string(),
});
export type SendBody = z.infer<typeof SendBody>;

export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface GraphStub {
  readonly url: string;
  readonly requests: SeenRequest[];
  /** What people have on their phones, in order. */
  readonly delivered: SendBody[];
  /** Everything else that belongs to the Page. */
  readonly page: PageOfStub;
  /** The next requests are treated so, one each; then as always. */
  next(...behaviours: readonly Behaviour[]): void;
  always(behaviour: Behaviour): void;
  /** Bytes written by the last endless answer. */
  readonly written: () => number;
  close(): Promise<void>;
}

/** The Graph API on loopback: strict like Meta's about token, proof and limits, and as badly behaved as a test wants. */
export async function startGraphStub(): Promise<GraphStub> {
  const requests: SeenRequest[] = [];
  const delivered: SendBody[] = [];
  const queue: Behaviour[] = [];
  const pageOfStub = openPageOfStub();
  let usual: Behaviour = { kind: "accept" };
  let written = 0;
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const other = answerForPage(request, body, pageOfStub);
    if (other !== undefined)
      return void response.writeHead(other.status, { "content-type": "application/json" }).end(JSON.stringify(other.json));
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    const behaviour = queue.shift() ?? usual;
    const complaint = complaintAbout(request, body);
    if (complaint !== undefined && behaviour.kind.startsWith("accept")) return fail(response, { code: complaint });
    if (behaviour.kind.startsWith("accept")) delivered.push(SendBody.parse(JSON.parse(body)));
    behave(behaviour, response, { id: `m_${requests.length}`, wrote: (bytes) => (written += bytes) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    delivered,
    page: pageOfStub,
    next: (...behaviours) => void queue.push(...behaviours),
    always: (behaviour) => {
      usual = behaviour;
    },
    written: () => written,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The error code with which Meta would refuse this request. */
function complaintAbout({ method, url, headers }: IncomingMessage, body: string): number | undefined {
  const { pageId, pageToken, appSecret, graphVersion } = messengerConfig;
  if (method !== "POST" || url !== `/${graphVersion}/${pageId}/messages`) return 100;
  if (headers.authorization !== `Bearer ${pageToken}`) return 190;
  const sent = SendBody.safeParse(JSON.parse(body));
  return sent.success && sent.data.appsecret_proof === keyedDigest(pageToken, appSecret) ? undefined : 100;
}

interface Exchange {
  readonly id: string;
  readonly wrote: (bytes: number) => void;
}

function behave(behaviour: Behaviour, response: ServerResponse, { id, wrote }: Exchange): void {
  const success = JSON.stringify({ recipient_id: "1", message_id: id });
  switch (behaviour.kind) {
    case "accept":
      response.writeHead(200, { "content-type": "application/json; charset=UTF-8" }).end(success);
      return;
    case "error":
      fail(response, behaviour);
      return;
    case "answer":
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
      return;
    case "hang":
    case "accept-then-hang":
      return;
    case "accept-then-half-an-answer":
      response.writeHead(200, { "content-length": 1000 }).write(success.slice(0, 10));
      return;
    case "accept-then-reset":
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "huge":
      pourOut(response, wrote);
  }
}

function fail(
  response: ServerResponse,
  { code, subcode, status = 400, headers = {} }: Omit<Extract<Behaviour, { kind: "error" }>, "kind">,
): void {
  const error = {
    message: "(#1) words of Meta's that quote 7391028846152093",
    type: "OAuthException",
    code,
    error_subcode: subcode,
    fbtrace_id: "AbCdEf123",
  };
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify({ error }));
}

function pourOut(response: ServerResponse, wrote: (bytes: number) => void): void {
  const block = "x".repeat(64 * 1024);
  response.writeHead(200, { "content-type": "application/json" });
  const pour = () => {
    while (!response.destroyed) {
      wrote(block.length);
      if (!response.write(block)) return void response.once("drain", pour);
    }
  };
  pour();
}
