import type { IncomingMessage } from "node:http";
import { ReadableStream } from "node:stream/web";
import { type EgressLimits, openGate, requestTo } from "../egress.ts";

export interface StreamLimits extends EgressLimits {
  /** From one byte to the next; a server that keeps silent longer is given up. */
  readonly idleMs: number;
  readonly largestAnswer: number;
}

/** The same way out for an answer that comes in pieces, in the form that clients of other people's APIs expect: `fetch`. */
export function openStreamEgress({ allowedOrigins, deadlineMs, idleMs, largestAnswer }: StreamLimits): typeof fetch {
  const allow = openGate(allowedOrigins);
  return async (input, init = {}) => {
    const url = allow(input instanceof Request ? input.url : String(input));
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const response = await send(url, { init, signal, idleMs });
    return toResponse(response, largestAnswer);
  };
}

interface Sending {
  readonly init: RequestInit;
  readonly signal: AbortSignal;
  readonly idleMs: number;
}

function send(url: URL, { init, signal, idleMs }: Sending): Promise<IncomingMessage> {
  const body = typeof init.body === "string" ? Buffer.from(init.body) : undefined;
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    "accept-encoding": "identity",
    ...(body && { "content-length": body.length }),
  };
  return new Promise((resolve, reject) => {
    const request = requestTo(url)(url, { method: init.method ?? "GET", agent: false, signal, headers });
    let silent: { destroy(fault: Error): unknown } = request;
    request.setTimeout(idleMs, () => silent.destroy(new DOMException("silent for too long", "TimeoutError")));
    request.on("response", (response) => {
      silent = response;
      resolve(response);
    });
    request.on("error", (fault) => reject(signal.aborted ? signal.reason : fault));
    request.end(body);
  });
}

/** Statuses that carry no body; and redirects are answers like any other: nobody follows them. */
const withoutBody = new Set([204, 205, 304]);

function toResponse(response: IncomingMessage, largestAnswer: number): Response {
  const { statusCode: status = 0, headers } = response;
  if (status < 200 || status > 599) {
    response.destroy();
    throw new TypeError("not an HTTP answer");
  }
  const type = headers["content-type"];
  const init = { status, ...(type !== undefined && { headers: { "content-type": type } }) };
  if (!withoutBody.has(status)) return new Response(bodyOf(response, largestAnswer), init);
  response.resume();
  return new Response(null, init);
}

function bodyOf(response: IncomingMessage, largestAnswer: number): BodyInit {
  // The same class under two names: the types of the web and of Node differ in what they promise of it.
  return ReadableStream.from(limited(response, largestAnswer)) as unknown as BodyInit;
}

async function* limited(response: IncomingMessage, largestAnswer: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > largestAnswer) throw Object.assign(new Error("the answer is too large"), { name: "AnswerTooLarge" });
    yield chunk;
  }
}
