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

export interface EgressLimits {
  /** Scheme, host and port; nothing else is ever called. */
  readonly allowedOrigins: readonly string[];
  /** From the first packet to the last byte of the answer. */
  readonly deadlineMs: number;
}

export const largestAnswer = 64 * 1024;

/** The one way out: every HTTP call of the program goes through here, to hosts named in the configuration, without redirects. */
export function openEgress({ allowedOrigins, deadlineMs }: EgressLimits): Egress {
  const allow = openGate(allowedOrigins);
  return async (call) => await exchange(allow(call.url), call, deadlineMs);
}

/** The address, if it may be called. */
export function openGate(allowedOrigins: readonly string[]): (address: string) => URL {
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).origin));
  return (address) => {
    const url = new URL(address);
    if (!allowed.has(url.origin)) throw new Error(`${url.origin} is not among the hosts this program may call`);
    return url;
  };
}

// Not on fetch: only the socket tells "no connection" from "no answer", and a message that may have arrived is not sent twice.
// A connection serves one call, so that none is lost on a connection the other side has just closed.
function exchange(url: URL, { method, headers, body }: Call, deadlineMs: number): Promise<CallResult> {
  const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const isSecure = url.protocol === "https:";
  const options: RequestOptions = {
    method,
    agent: false,
    signal: AbortSignal.timeout(deadlineMs),
    headers: {
      accept: "application/json",
      "accept-encoding": "identity",
      ...(text && { "content-type": "application/json", "content-length": text.length }),
      ...headers,
    },
  };
  return new Promise((resolve) => {
    let isConnected = false;
    const request = requestTo(url)(url, options, (response) => resolve(readAnswer(response)));
    request.once("socket", (socket) => {
      socket.once(isSecure ? "secureConnect" : "connect", () => {
        isConnected = true;
      });
    });
    request.on("error", (fault) => resolve({ kind: isConnected ? "unanswered" : "unreached", why: nameOf(fault) }));
    request.end(text);
  });
}

export function requestTo({ protocol }: URL): typeof requestPlain {
  return protocol === "https:" ? requestSecure : requestPlain;
}

async function readAnswer(response: IncomingMessage): Promise<CallResult> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += chunk.length;
      if (size > largestAnswer) return { kind: "garbled", status, headers, why: "answer too large" };
      chunks.push(chunk);
    }
  } catch (fault) {
    return { kind: "unanswered", why: nameOf(fault) };
  }
  if (status >= 300 && status < 400) return { kind: "garbled", status, headers, why: "redirect" };
  try {
    return { kind: "answered", status, headers, json: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch (fault) {
    return { kind: "garbled", status, headers, why: `not JSON (${nameOf(fault)})` };
  }
}

/** The kind of fault; its message may quote what was sent. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "unknown fault";
  return "code" in fault && typeof fault.code === "string" ? fault.code : fault.name;
}
