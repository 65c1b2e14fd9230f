import { ReadableStream } from "node:stream/web";
import type { StreamLimits, WayOut } from "../egress.ts";

/** The way out in the form that clients of other people's APIs expect: `fetch`, of an answer that comes in pieces. */
export function openModelFetch(egress: WayOut, limits: StreamLimits): typeof fetch {
  return async (input, init = {}) => {
    const answer = await egress({
      method: init.method === "POST" ? "POST" : "GET",
      url: input instanceof Request ? input.url : String(input),
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === "string" && { text: init.body }),
      stream: { ...limits, ...(init.signal && { signal: init.signal }) },
    });
    const { status, headers, pieces } = answer;
    const type = headers["content-type"];
    const kept = { status, ...(type !== undefined && { headers: { "content-type": type } }) };
    // The same class under two names: the types of the web and of Node differ in what they promise of it.
    return new Response(pieces && (ReadableStream.from(pieces) as unknown as BodyInit), kept);
  };
}
