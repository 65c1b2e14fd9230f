import { type IncomingMessage, type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";

export interface Call {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

export type CallResult =
  | { readonly kind: "answered"; readonly status: number; readonly headers: IncomingMessage["headers"]; readonly json: unknown }
  /** There was an answer, but not JSON, too large, or a redirect. */
  | { readonly kind: "garbled"; readonly status: number; readonly headers: IncomingMessage["headers"]; readonly why: string }
  /** No connection: nothing of the request has left us, so it may be repeated. */
  | { readonly kind: "unreached"; readonly why: string }
  /** The request may have been received, and acted upon. */
  | { readonly kind: "unanswered"; readonly why: string };

export type Egress = (call: Call) => Promise<CallResult>;

export interface StreamLimits {
  readonly deadlineMs: number;
  /** From one byte to the next; a server that keeps silent longer is given up. */
  readonly idleMs: number;
  readonly largestAnswer: number;
}

/** One whose answer is wanted as it comes. */
export interface StreamedCall extends Omit<Call, "body"> {
  /** Sent as it is. */
  readonly text?: string;
  readonly stream: StreamLimits & { readonly signal?: AbortSignal };
}

export interface StreamedAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  /** Null where a status carries no body. Breaks off with a fault at silence, at the deadline and at one byte too many. */
  readonly pieces: AsyncIterable<Uint8Array> | null;
}

/** Both kinds of call; a streamed one that fails throws what `fetch` would. */
export interface WayOut extends Egress {
  (call: StreamedCall): Promise<StreamedAnswer>;
  (call: Call): Promise<CallResult>;
}

export interface EgressLimits {
  /** Scheme, host and port; nothing else is ever called. */
  readonly allowedOrigins: readonly string[];
  /** From the first packet to the last byte of the answer; a streamed call brings its own. */
  readonly deadlineMs: number;
}

export const largestAnswer = 64 * 1024;

/** The one way out: every HTTP call of the program goes through here, to hosts named in the configuration, without redirects. */
export function openEgress({ allowedOrigins, deadlineMs }: EgressLimits): WayOut {
  const allow = openGate(allowedOrigins);
  function egress(call: StreamedCall): Promise<StreamedAnswer>;
  function egress(call: Call): Promise<CallResult>;
  async function egress(call: Call | StreamedCall): Promise<CallResult | StreamedAnswer> {
    const url = allow(call.url);
    return "stream" in call ? await stream(url, call) : await exchange(url, call, deadlineMs);
  }
  return egress;
}

/** The address, if it may be called. */
function openGate(allowedOrigins: readonly string[]): (address: string) => URL {
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).origin));
  return (address) => {
    const url = new URL(address);
    if (!allowed.has(url.origin)) throw new Error(`${url.origin} is not among the hosts this program may call`);
    return url;
  };
}

// Not on fetch: only the socket tells "no connection" from "no answer", and a message that may have arrived is not sent twice.
// A connection serves one call, so that none is lost on a connection the other side has just closed.
function open(url: URL, options: RequestOptions, text: Buffer | undefined) {
  const headers = { "accept-encoding": "identity", ...(text && { "content-length": text.length }), ...options.headers };
  const request = (url.protocol === "https:" ? requestSecure : requestPlain)(url, { ...options, headers, agent: false });
  request.end(text);
  return request;
}

function exchange(url: URL, { method, headers, body }: Call, deadlineMs: number): Promise<CallResult> {
  const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const ours = { accept: "application/json", ...(text && { "content-type": "application/json" }), ...headers };
  return new Promise((resolve) => {
    let isConnected = false;
    const request = open(url, { method, headers: ours, signal: AbortSignal.timeout(deadlineMs) }, text);
    request.once("response", (response) => resolve(readAnswer(response)));
    request.once("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
        isConnected = true;
      });
    });
    request.on("error", (fault) => resolve({ kind: isConnected ? "unanswered" : "unreached", why: nameOf(fault) }));
  });
}

async function readAnswer(response: IncomingMessage): Promise<CallResult> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of limited(response, largestAnswer)) chunks.push(chunk);
  } catch (fault) {
    if (fault instanceof AnswerTooLarge) return { kind: "garbled", status, headers, why: "answer too large" };
    return { kind: "unanswered", why: nameOf(fault) };
  }
  if (status >= 300 && status < 400) return { kind: "garbled", status, headers, why: "redirect" };
  try {
    return { kind: "answered", status, headers, json: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch (fault) {
    return { kind: "garbled", status, headers, why: `not JSON (${nameOf(fault)})` };
  }
}

async function stream(url: URL, { method, headers, text, stream: limits }: StreamedCall): Promise<StreamedAnswer> {
  const deadline = AbortSignal.timeout(limits.deadlineMs);
  const signal = limits.signal ? AbortSignal.any([limits.signal, deadline]) : deadline;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = open(url, { method, signal, ...(headers && { headers }) }, text === undefined ? undefined : Buffer.from(text));
    let silent: { destroy(fault: Error): unknown } = request;
    request.setTimeout(limits.idleMs, () => silent.destroy(new DOMException("silent for too long", "TimeoutError")));
    request.on("response", (answer) => {
      silent = answer;
      resolve(answer);
    });
    request.on("error", (fault) => reject(signal.aborted ? signal.reason : fault));
  });
  return streamed(response, limits.largestAnswer);
}

/** Statuses that carry no body; and redirects are answers like any other: nobody follows them. */
const withoutBody = new Set([204, 205, 304]);

function streamed(response: IncomingMessage, largest: number): StreamedAnswer {
  const { statusCode: status = 0, headers } = response;
  if (status < 200 || status > 599) {
    response.destroy();
    throw new TypeError("not an HTTP answer");
  }
  if (!withoutBody.has(status)) return { status, headers, pieces: limited(response, largest) };
  response.resume();
  return { status, headers, pieces: null };
}

async function* limited(response: IncomingMessage, largest: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > largest) throw new AnswerTooLarge("the answer is too large");
    yield chunk;
  }
}

class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
}

/** The kind of fault; its message may quote what was sent. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown fault";
  return "code" in fault && typeof fault.code === "string" ? fault.code : fault.name;
}
