import type { IncomingHttpHeaders } from "node:http";
import type { DeliveryResult } from "../channel.ts";
import { pauseAsked } from "./pause-asked.ts";
import type { GraphFailure } from "./payload.ts";

type Refused = Extract<DeliveryResult, { kind: "try-later" | "undeliverable" }>;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

// https://developers.facebook.com/docs/messenger-platform/reference/send-api/error-codes
const temporary = new Set([-1, 1, 2]);
const throttled = new Set([4, 17, 32, 613]);
const deadToken = new Set([102, 190]);
const abusive = 368;
/** This person cannot be written to, now or ever: window closed, gone, blocked us, comment already answered. */
const personCodes = new Set([551, 10900, 10903]);
const personSubcodes = new Set([1545041, 2018001, 2018108, 2018278]);

const tokenProbeMs = 5 * 60_000;
const abuseProbeMs = 60 * 60_000;

/** What a refusal of the Send API means for this piece and for the Page. A dead token or a block stops the Page; one piece now and then tries again. */
export function refusedSend({ status, headers }: Answer, failure: GraphFailure | undefined): Refused {
  const why = inWords(status, failure);
  const { code = 0, error_subcode: subcode = 0, is_transient: isTransient = false } = failure ?? {};
  if (personCodes.has(code) || personSubcodes.has(subcode)) return { kind: "undeliverable", why };
  if (deadToken.has(code)) return { kind: "try-later", why, afterMs: tokenProbeMs, holds: "channel", needs: "operator" };
  if (code === abusive) return { kind: "try-later", why, afterMs: abuseProbeMs, holds: "channel", needs: "operator" };
  if (status === 429 || throttled.has(code) || (code >= 80_000 && code < 80_100)) {
    const afterMs = pauseAsked(headers);
    return { kind: "try-later", why, holds: "channel", ...(afterMs !== undefined && { afterMs }) };
  }
  if (status >= 500 || temporary.has(code) || isTransient) return { kind: "try-later", why, holds: "channel" };
  if (failure === undefined) return { kind: "try-later", why, holds: "channel", needs: "operator" };
  // A permission is missing (3, 10, 200, 230), what we sent is wrong (100), or it is a code nobody has told us of.
  return { kind: "undeliverable", why, needs: "operator" };
}

/** Codes and Meta's trace id; never Meta's message, which may quote what was sent. */
function inWords(status: number, failure: GraphFailure | undefined): string {
  if (failure === undefined) return `HTTP ${status} that is not the Graph API's`;
  const { code, error_subcode: subcode, fbtrace_id: trace } = failure;
  return `graph ${code}${subcode === undefined ? "" : `/${subcode}`}${trace === undefined ? "" : `, trace ${trace}`}`;
}
