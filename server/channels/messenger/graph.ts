import type { MessengerConfig } from "../../config.ts";
import type { CallResult, Egress } from "../../egress.ts";
import type { DeliveryResult } from "../channel.ts";
import { pauseAsked } from "./pause-asked.ts";
import { GraphFailure } from "./payload.ts";
import { refusedSend } from "./refused-send.ts";
import { keyedDigest } from "./signature.ts";

export interface GraphCall {
  readonly method: "GET" | "POST" | "DELETE";
  /** Below the version: "<page>/messages". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export type GraphAnswer =
  | { readonly kind: "done"; readonly json: unknown; readonly afterMs: number | undefined }
  /** What it means for a message that was to be sent by it. */
  | { readonly kind: "failed"; readonly result: Exclude<DeliveryResult, { kind: "sent" }>; readonly code: number | undefined };

/** The Graph API of one Page. Who is asked to be quiet is quiet, whatever was to be called. */
export interface Graph {
  call(call: GraphCall): Promise<GraphAnswer>;
}

/** The token travels in a header: addresses end up in logs. */
export function openGraph(config: MessengerConfig, egress: Egress): Graph {
  let quietUntil = 0;
  const proof = keyedDigest(config.pageToken, config.appSecret);
  return {
    async call({ method, path, query = {}, body, at }) {
      if (at < quietUntil) return failed({ kind: "try-later", why: "asked to be quiet", afterMs: quietUntil - at, holds: "channel" });
      const address = new URL(`${config.graphUrl}/${config.graphVersion}/${path}`);
      const asked = method === "POST" ? query : { ...query, appsecret_proof: proof };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      const result = await egress({
        method,
        url: address.href,
        headers: { authorization: `Bearer ${config.pageToken}` },
        ...(method !== "GET" && { body: { ...body, ...(method === "POST" && { appsecret_proof: proof }) } }),
      });
      const afterMs = "headers" in result ? pauseAsked(result.headers) : undefined;
      if (afterMs !== undefined) quietUntil = Math.max(quietUntil, at + afterMs);
      return read(result, afterMs);
    },
  };
}

function read(result: CallResult, afterMs: number | undefined): GraphAnswer {
  if (result.kind === "unreached") return failed({ kind: "try-later", why: result.why, holds: "channel" });
  if (result.kind === "unanswered") return failed({ kind: "unknown", why: result.why });
  const json = result.kind === "answered" ? result.json : undefined;
  const failure = GraphFailure.safeParse(json);
  if (result.status !== 200 || failure.success) {
    const error = failure.success ? failure.data.error : undefined;
    return failed(refusedSend(result, error), error?.code);
  }
  return json === undefined ? failed({ kind: "unknown", why: "200 that is not the Graph API's" }) : { kind: "done", json, afterMs };
}

function failed(result: Exclude<DeliveryResult, { kind: "sent" }>, code?: number): GraphAnswer {
  return { kind: "failed", result, code };
}
