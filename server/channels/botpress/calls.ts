import type { BotpressConfig } from "../../config.ts";
import type { CallResult, Egress } from "../../egress.ts";
import type { DeliveryResult } from "../channel.ts";
import { Refusal } from "./payload.ts";

type Failed = Exclude<DeliveryResult, { kind: "sent" }>;

export type Called =
  | { readonly kind: "done"; readonly json: unknown }
  /** What it means for a message that was to be sent by it. `missing`: what was asked for is not there. */
  | { readonly kind: "failed"; readonly result: Failed; readonly missing: boolean };

export interface BotpressCall {
  readonly method: "GET" | "POST";
  /** Below /v1/chat/. */
  readonly path: string;
  readonly body?: unknown;
}

/** Botpress's chat API, by our own way out. */
export type Botpress = (call: BotpressCall) => Promise<Called>;

const tokenProbeMs = 5 * 60_000;

export function openBotpress({ apiUrl, token, botId }: BotpressConfig, egress: Egress): Botpress {
  return async ({ method, path, body }) => {
    const headers = { authorization: `Bearer ${token}`, "x-bot-id": botId };
    return read(await egress({ method, url: `${apiUrl}/v1/chat/${path}`, headers, ...(body !== undefined && { body }) }));
  };
}

function read(result: CallResult): Called {
  if (result.kind === "unreached") return failed({ kind: "try-later", why: result.why, holds: "channel" });
  if (result.kind === "unanswered") return failed({ kind: "unknown", why: result.why });
  const { status } = result;
  if (status === 200 || status === 201)
    return result.kind === "answered"
      ? { kind: "done", json: result.json }
      : failed({ kind: "unknown", why: `${status} that is not Botpress's` });
  const refusal = result.kind === "answered" ? Refusal.safeParse(result.json).data : undefined;
  const why = refusal === undefined ? `HTTP ${status} that is not Botpress's` : `botpress ${status} ${refusal.type}`;
  return failed(refused(result, why, refusal !== undefined), status === 404 && refusal !== undefined);
}

/** What a refusal means for this piece and for all of them. */
function refused({ status, headers }: Extract<CallResult, { status: number }>, why: string, isBotpress: boolean): Failed {
  if (status === 401 || status === 402 || status === 403)
    return { kind: "try-later", why, afterMs: tokenProbeMs, holds: "channel", needs: "operator" };
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = /^\d{1,5}$/.exec(headers["retry-after"] ?? "")?.[0];
    return { kind: "try-later", why, holds: "channel", ...(seconds !== undefined && { afterMs: Number(seconds) * 1000 }) };
  }
  if (!isBotpress) return { kind: "try-later", why, holds: "channel", needs: "operator" };
  // The conversation is gone, or what we sent is wrong.
  return status === 404 ? { kind: "undeliverable", why } : { kind: "undeliverable", why, needs: "operator" };
}

function failed(result: Failed, missing = false): Called {
  return { kind: "failed", result, missing };
}
