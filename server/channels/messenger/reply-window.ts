import type { Delivery, ReplyWindow } from "../channel.ts";

const day = 24 * 3_600_000;
/** A standard answer, by whomever. */
const openMs = day;
/** What a person typed, where Meta has granted the Human Agent feature. */
const humanMs = 7 * day;

/** What Meta carries to somebody who last did something at `lastIncomingAt`. https://developers.facebook.com/docs/messenger-platform/policy */
export function replyWindow(lastIncomingAt: number, at: number, { humanAgent }: { readonly humanAgent: boolean }): ReplyWindow {
  if (at < lastIncomingAt + openMs) return { kind: "open", until: lastIncomingAt + openMs };
  const until = lastIncomingAt + humanMs;
  if (at >= until) return { kind: "closed" };
  return humanAgent ? { kind: "human-only", until } : { kind: "closed", wouldCloseAt: until };
}

type Messaging = { readonly messaging_type: "RESPONSE" } | { readonly messaging_type: "MESSAGE_TAG"; readonly tag: "HUMAN_AGENT" };

/** As what a piece may be sent; undefined = it may not. Automation under the tag would cost the Page its permission. */
export function messagingOf({ piece, lastIncomingAt, at }: Delivery, granted: { readonly humanAgent: boolean }): Messaging | undefined {
  const window = replyWindow(lastIncomingAt, at, granted);
  switch (window.kind) {
    case "open":
      return { messaging_type: "RESPONSE" };
    case "human-only":
      return piece.from === "counsellor" ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : undefined;
    case "closed":
      return undefined;
  }
}
